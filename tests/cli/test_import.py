"""`cchc import` and `cchc validate FILE` from outside: files in, plan files and reports out."""

from __future__ import annotations

import json
import re

import openpyxl
import pytest

from tests.intake.papers_of_plans import paper

TEXT = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: /KH-UBND
An Bình, ngày tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính xã An Bình năm 2026
Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh Phú Thọ.
UBND xã An Bình ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao hiệu quả phục vụ nhân dân.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
PHỤ LỤC
DANH MỤC NHIỆM VỤ
STT\tNhiệm vụ\tChủ trì\tSản phẩm\tThời hạn
1\tRà soát văn bản\tPhòng Kinh tế\tBáo cáo\tQuý II/2026
2\tKiểm tra công vụ\tPhòng Kinh tế\tBáo cáo\tNăm 2026
"""


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    """Return Word papers of two of the real plans; made before anybody changes folder."""
    return {"phu-thinh": paper("phu-thinh", "tables"), "nam-dan": paper("nam-dan", "typed")}


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """Stand in a workspace without plans, beside a paper."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_paper_becomes_a_plan_file_named_after_the_commune(cchc, empty):
    ran = cchc("import", "ke-hoach.txt")
    assert (ran.code, ran.out) == (0, "plans/an-binh-cchc-2026.yaml\n")
    assert "2 tasks" in ran.err
    assert "cchc validate plans/an-binh-cchc-2026.yaml" in ran.err
    assert cchc("validate", "an-binh").code == 0


def test_a_word_file_becomes_a_plan_that_due_can_list(cchc, papers, empty):
    (empty / "ke-hoach.docx").write_bytes(papers["phu-thinh"])
    assert cchc("import", "ke-hoach.docx").code == 0
    listed = cchc("due", "--plan", "phu-thinh", "--today", "2026-11-20")
    assert "30/11/2026" in listed.out


def test_a_plan_file_that_is_there_is_never_written_over(cchc, empty):
    plan = empty / "plans" / "an-binh-cchc-2026.yaml"
    plan.write_text("giữ nguyên", encoding="utf-8")
    ran = cchc("import", "ke-hoach.txt")
    assert ran.code == 2
    assert "--force" in ran.err
    assert plan.read_text(encoding="utf-8") == "giữ nguyên"


def test_force_writes_over_a_plan_file(cchc, empty):
    plan = empty / "plans" / "an-binh-cchc-2026.yaml"
    plan.write_text("cũ", encoding="utf-8")
    assert cchc("import", "ke-hoach.txt", "--force").code == 0
    assert plan.read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_id_and_output_name_another_file(cchc, empty):
    assert cchc("import", "ke-hoach.txt", "--id", "an-binh-cchc").out == "plans/an-binh-cchc.yaml\n"
    assert cchc("import", "ke-hoach.txt", "-o", "x.yaml").out == "x.yaml\n"
    assert cchc("import", "ke-hoach.txt", "-o", "y.yaml", "--id", "y").code == 2


def test_a_dash_prints_the_plan_and_writes_nothing(cchc, empty):
    ran = cchc("import", "ke-hoach.txt", "-o", "-")
    assert ran.out.startswith("# yaml-language-server")
    assert "name: An Bình" in ran.out
    assert list((empty / "plans").iterdir()) == []


def test_rows_of_one_table_that_are_settled_in_one_way_are_one_line(cchc, empty):
    rows = "".join(f"{n}\tPhòng {n}\t091{n}\n" for n in range(1, 6))
    text = f"{TEXT}Danh sách liên hệ\nSTT\tĐơn vị\tĐiện thoại\n{rows}"
    (empty / "ke-hoach.txt").write_text(text, encoding="utf-8")
    ran = cchc("import", "ke-hoach.txt", "-o", "plan.yaml")
    assert "not placed (under “unplaced” in the file): 7" in ran.err
    (line,) = [one for one in ran.err.splitlines() if "091" in one or "STT" in one]
    assert "(and 5 more): “STT | Đơn vị | Điện thoại”" in line
    assert (empty / "plan.yaml").read_text("utf-8").count("091") == 5


def test_the_report_as_json_names_what_was_read_and_what_is_missing(cchc, empty):
    (empty / "bang.txt").write_text(
        "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý II\n", encoding="utf-8"
    )
    ran = cchc("import", "bang.txt", "-o", "bang.yaml", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["kind"], told["path"]) == (1, "imported", "bang.yaml")
    assert {"commune.name", "document.title"} <= {one["key"] for one in told["missing"]}
    assert cchc("import", "bang.txt", "-o", "-", "--format", "json").code == 2


def test_a_file_that_is_no_plan_is_refused_in_one_message(cchc, empty):
    (empty / "thu.txt").write_text("Kính gửi các đồng chí.\n", encoding="utf-8")
    ran = cchc("import", "thu.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "is not a plan" in ran.err
    assert cchc("import", "khong-co.docx").code == 2


def test_validate_checks_a_paper_and_names_its_cells(cchc, papers, empty):
    (empty / "ke-hoach.docx").write_bytes(papers["nam-dan"])
    ran = cchc("validate", "ke-hoach.docx")
    assert "table 3, row 5, cell 6: warning" in ran.out
    assert "D003 vague-deadline" in ran.out
    assert "cchc import ke-hoach.docx" in ran.err
    assert list((empty / "plans").iterdir()) == []


def test_a_blank_that_papers_usually_have_does_not_hide_what_else_is_wrong(cchc, empty):
    lacking = TEXT.replace("của UBND tỉnh Phú Thọ", "").replace("tỉnh Thái Nguyên", "tỉnh")
    (empty / "ke-hoach.txt").write_text(lacking, encoding="utf-8")
    ran = cchc("validate", "ke-hoach.txt", "--format", "json")
    codes = [one["code"] for one in json.loads(ran.out)["diagnostics"]]
    assert "S006" in codes
    assert any(not code.startswith("S") for code in codes)
    assert "…" not in ran.out


def test_validate_shows_the_words_of_the_paper(cchc, empty):
    ran = cchc("validate", "ke-hoach.txt", "--select", "D003")
    assert "ke-hoach.txt: line 23: warning: “Năm 2026” names no day" in ran.out
    assert "      | Năm 2026\n      | ^^^^^^^^\n" in ran.out


def test_validate_of_a_paper_obeys_fail_on_and_writes_json(cchc, empty):
    assert cchc("validate", "ke-hoach.txt", "--select", "D003").code == 0
    ran = cchc("validate", "ke-hoach.txt", "--select", "D003", "--fail-on", "warning",
               "--format", "json")  # fmt: skip
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["diagnostics"][0]["at"] == {"table": 1, "row": 3, "cell": 5, "line": 23}
    assert told["summary"]["warnings"] == 1


def test_validate_does_not_mix_papers_with_plans_nor_mend_them(cchc, empty):
    assert cchc("import", "ke-hoach.txt").code == 0
    assert cchc("validate", "ke-hoach.txt", "an-binh").code == 2
    ran = cchc("validate", "ke-hoach.txt", "--fix")
    assert ran.code == 2
    assert "cchc import ke-hoach.txt" in ran.err


def test_reports_and_findings_are_in_vietnamese_by_default(cchc, empty, monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")
    ran = cchc("validate", "ke-hoach.txt", "--select", "D003")
    assert "dòng 23: cảnh báo" in ran.out


def test_an_id_is_judged_as_new_judges_it(tmp_path, monkeypatch, cchc):
    monkeypatch.chdir(tmp_path)
    ran = cchc("import", "x.docx", "--id", "Tân Trào")
    assert ran.code == 2
    assert "“Tân Trào” cannot be the id of a plan" in ran.err
    assert "tan-trao" in ran.err


def test_an_empty_id_is_refused_and_not_left_alone(cchc, empty):
    ran = cchc("import", "ke-hoach.txt", "--id", "")
    assert (ran.code, ran.out) == (2, "")
    assert "“” cannot be the id of a plan" in ran.err
    ran = cchc("import", "ke-hoach.txt", "--id", "", "--update", "x")
    assert "--update and --id cannot be used together" in ran.err


@pytest.mark.parametrize("name", ["bang.xlsx", "bang.csv"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_table_alone_does_not_say_is_named_in_words(
    cchc, empty, monkeypatch, name, language
):
    rows = [["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], [1, "Rà soát", "Phòng Kinh tế", "Quý II"]]
    if name.endswith(".csv"):
        text = "\n".join(",".join(map(str, row)) for row in rows)
        (empty / name).write_text(text, encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(empty / name)
    monkeypatch.setenv("CCHC_LANG", language)
    ran = cchc("import", name, "-o", "bang.yaml")
    assert ran.code == 1
    told = [line.strip() for line in ran.err.splitlines() if name not in line]
    assert not [line for line in told if re.match(r"[a-z_]+(?:\.[a-z_]+)+[ :]", line)]
    if language == "vi":
        assert [line for line in told if line.startswith("cần điền: ")] == [
            "cần điền: năm của kế hoạch", "cần điền: cấp: xã, phường hay đặc khu",
            "cần điền: tên xã, phường, đặc khu", "cần điền: tên tỉnh, thành phố",
            "cần điền: trích yếu của kế hoạch",
        ]  # fmt: skip
        keys = {"kind", "commune", "document", "body", "issuer", "level", "province"}
        assert not [line for line in told if line.split(":")[0].split(".")[0].split(" ")[0] in keys]


def test_a_row_with_a_number_and_no_words_is_named_and_read(cchc, empty):
    rows = (
        "STT,Nhiệm vụ,Chủ trì,Thời hạn\n1,Rà soát,Phòng Kinh tế,Quý II\n2,,Phòng Kinh tế,Quý III\n"
    )
    (empty / "bang.csv").write_text(rows, encoding="utf-8")
    assert "to fill in: appendix 1, row 2, task\n" in cchc("import", "bang.csv", "-o", "b.yaml").err
    text = (empty / "b.yaml").read_text("utf-8").replace("year:", "year: 2026")
    (empty / "b.yaml").write_text(text, encoding="utf-8")
    ran = cchc("due", "--plan", "b.yaml", "--year", "2026", "--today", "2026-03-01")
    assert (ran.code, ran.out.count("Phòng Kinh tế")) == (0, 2)


@pytest.mark.parametrize("letters", ["A B C D Đ E G", "A B C D E F G", "A. B. C."])
def test_areas_with_letters_need_no_decision(cchc, empty, letters):
    rows = ["STT,Nhiệm vụ,Chủ trì,Thời hạn"]
    for n, mark in enumerate(letters.split(), start=1):
        rows += [f"{mark},LĨNH VỰC {n},,", f"{n},Rà soát việc {n},Phòng Kinh tế,Quý II"]
    (empty / "bang.csv").write_text("\n".join(rows), encoding="utf-8")
    ran = cchc("import", "bang.csv", "-o", "bang.yaml")
    text = (empty / "bang.yaml").read_text("utf-8")
    wanted = "latin" if "F" in letters else "letter"
    assert f"area_numbering: {wanted}\n" in text
    if "." not in letters:
        assert "do not follow" not in ran.err
        assert not re.search(r"number: .?[A-ZĐ]", text)
