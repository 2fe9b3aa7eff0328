"""`cchc render`: which papers, in which formats, to which files, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.cli import open_files
from cchc.document.dump import dumped_words
from cchc.document.template.folder import packaged_templates
from cchc.word.package import DOCUMENT, read_package, write_package
from tests.conftest import ROOT

PLAN = "out/an-binh.docx"


@pytest.fixture
def more_plans(workspace) -> Path:
    """Add the plan of Nấm Dẩn, and one that cannot be read."""
    (workspace / "plans" / "nam-dan.yaml").write_bytes((ROOT / "plans/nam-dan.yaml").read_bytes())
    (workspace / "plans" / "hong.yaml").write_text("cchc: 1\nkind: [", encoding="utf-8")
    return workspace


def words(path: str | Path) -> str:
    return dumped_words(Path(path).read_bytes())


def test_a_plan_goes_to_out_as_a_word_document(cchc, workspace):
    assert cchc("render", "an-binh") == (0, f"{PLAN}\n", "")
    assert "KẾ HOẠCH" in words(PLAN)


def test_twice_the_same_bytes_and_the_file_is_not_touched_again(cchc, workspace):
    cchc("render", "an-binh", "--docx", "--text")
    before = [(path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
              for path in (Path(PLAN), Path("out/an-binh.txt"))]  # fmt: skip
    assert cchc("render", "an-binh", "--docx", "--text").code == 0
    after = [(path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
             for path in (Path(PLAN), Path("out/an-binh.txt"))]  # fmt: skip
    assert before == after


def test_the_words_of_one_plan_go_to_standard_output(cchc, workspace):
    ran = cchc("render", "an-binh", "--text")
    cchc("render", "an-binh")
    assert ran == (0, words(PLAN), "")
    assert not Path("out/an-binh.txt").exists()


def test_words_go_to_a_file_with_o_or_beside_other_formats(cchc, workspace):
    assert cchc("render", "an-binh", "--text", "--docx").out == f"{PLAN}\nout/an-binh.txt\n"
    assert cchc("render", "an-binh", "-o", "chu.txt").out == "chu.txt\n"
    text = Path("chu.txt").read_text(encoding="utf-8")
    assert text == Path("out/an-binh.txt").read_text(encoding="utf-8")
    assert text.startswith(words(PLAN))
    assert text[len(words(PLAN)) :].startswith("[cchc ")


def test_o_names_a_file_or_a_folder(cchc, workspace):
    assert cchc("render", "an-binh", "-o", "ke hoach.docx").out == "ke hoach.docx\n"
    assert cchc("render", "an-binh", "-o", "ban-in").out == "ban-in/an-binh.docx\n"
    Path("thu-muc.docx").mkdir()
    assert cchc("render", "an-binh", "-o", "thu-muc.docx").out == "thu-muc.docx/an-binh.docx\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "which plan? PLAN is missing"),
        (("an-binh", "--all"), "--all and PLAN cannot be used together"),
        (("an-binh", "--signer", "Lan"), "--signer needs --sheet"),
        (("an-binh", "--watch", "--format", "json"),
         "--watch and --format json cannot be used together"),
        (("an-binh", "--docx", "-o", "a.pdf"), "a.pdf takes pdf only"),
        (("an-binh", "--docx", "--text", "-o", "a.docx"), "a.docx takes docx only"),
        (("khong-co",), "there is no plan “khong-co”"),
        (("an-binh", "--sheet", "xyz"), "an-binh: there is no unit “xyz”"),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_met_is_told(cchc, workspace, arguments, message):
    ran = cchc("render", *arguments)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"cchc: {message}")
    assert not Path("out").exists()


def test_one_broken_plan_does_not_lose_the_others(cchc, more_plans):
    ran = cchc("render", "--all")
    assert (ran.code, ran.out) == (1, f"{PLAN}\nout/nam-dan.docx\n")
    assert "\n  plans/hong.yaml:2:" in ran.err
    assert ran.err.count("cchc: ") == 1


def test_a_mistake_in_a_template_is_told_once_with_the_plans_it_hit(cchc, workspace):
    text = (workspace / "plans" / "an-binh.yaml").read_text(encoding="utf-8")
    for n in range(4):
        (workspace / "plans" / f"ban-{n}.yaml").write_text(text, encoding="utf-8")
    parts = read_package(packaged_templates() / "ke-hoach.docx")
    document = parts[DOCUMENT].replace(b"{{ title }}", b"{{ titel }}")
    (workspace / "templates").mkdir()
    (workspace / "templates" / "ke-hoach.docx").write_bytes(
        write_package(parts | {DOCUMENT: document})
    )
    ran = cchc("render", "--all")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cchc: an-binh, ban-0, ban-1, +2: ke-hoach.docx, paragraph 2: ")
    assert ran.err.count("cchc: ") == 1
    ran = cchc("render", "ban-3", "--format", "json")
    assert json.loads(ran.out)["errors"][0]["help"] == "Did you mean title?"


def test_the_answer_as_json_names_files_and_mistakes(cchc, more_plans):
    ran = cchc("render", "--all", "--docx", "--text", "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["kind"]) == (1, "rendered")
    assert answer["files"][0] == {
        "plan": "an-binh", "path": PLAN, "bytes": Path(PLAN).stat().st_size, "format": "docx",
        "paper": "ke-hoach", "unit": None,
    }  # fmt: skip
    assert [file["path"] for file in answer["files"][1:]] == [
        "out/an-binh.txt", "out/nam-dan.docx", "out/nam-dan.txt",
    ]  # fmt: skip
    (error,) = answer["errors"]
    assert error["plan"] == "hong"
    assert error["message"].startswith("plans/hong.yaml:2:")
    assert "cchc validate" in error["help"]
    assert [one["plan"] for one in answer["unread"]] == ["hong"]


def test_several_papers_do_not_fit_into_one_file(cchc, more_plans):
    for arguments in (("--all",), ("an-binh", "nam-dan"), ("nam-dan", "--sheet", "all")):
        ran = cchc("render", *arguments, "-o", "mot.docx")
        assert ran.code == 2
        assert ran.err.startswith("cchc: several papers do not fit into one file")
        assert not Path("mot.docx").exists()


def test_two_files_of_one_id_are_told_before_anything_is_written(cchc, workspace):
    plan = workspace / "plans" / "an-binh.yaml"
    plan.with_suffix(".yml").write_bytes(plan.read_bytes())
    ran = cchc("render", "--all")
    assert (ran.code, Path("out").exists()) == (2, False)
    assert "two files hold the plan “an-binh”" in ran.err


def test_an_appendix_that_is_not_printed_is_told(cchc, workspace):
    (workspace / "plans" / "dinh-hoa.yaml").write_bytes((ROOT / "plans/dinh-hoa.yaml").read_bytes())
    ran = cchc("render", "dinh-hoa")
    assert ran.code == 0
    assert "is not printed: " in ran.err


def test_plans_printed_in_processes_of_their_own_come_in_order(cchc, more_plans, monkeypatch):
    alone = cchc("render", "--all", "--format", "json")
    assert cchc("render", "--all", "--format", "json", "--jobs", "2") == alone
    monkeypatch.setattr("cchc.app.render.FEW", 2)
    monkeypatch.setattr("cchc.app.cores.available", lambda: 2)
    assert cchc("render", "--all", "--format", "json") == alone


def test_a_breakdown_lists_what_was_written(cchc, more_plans, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    real = "cchc.edit.files.write.write_bytes"
    from cchc.edit.files.write import write_bytes

    def write(path, content, *was):
        if path.stem == "nam-dan":
            interrupted()
        write_bytes(path, content)

    monkeypatch.setattr(real, write)
    ran = cchc("render", "an-binh", "nam-dan")
    assert (ran.code, ran.out) == (130, f"{PLAN}\n")


SHEETS = "out/phieu-giao-viec"


def test_the_sheet_of_one_unit_is_found_by_any_of_its_names(cchc, more_plans):
    for query in ("vh-xh", "Phòng Văn hóa - Xã hội", "van hoa"):
        ran = cchc("render", "nam-dan", "--sheet", query)
        assert ran == (0, f"{SHEETS}/nam-dan/vh-xh.docx\n", "")
    assert "Phòng Văn hóa" in words(f"{SHEETS}/nam-dan/vh-xh.docx")


def test_all_sheets_are_printed_and_idle_units_named(cchc, workspace):
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8")
    unit = "  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}\n"
    idle = "  - {id: kinh-te, name: Phòng Kinh tế}\n  - {id: so, name: Sở Nội vụ, kind: outside}\n"
    path.write_text(text.replace(unit, unit + idle), encoding="utf-8")
    ran = cchc("render", "an-binh", "--sheet", "all")
    assert (ran.code, ran.out) == (0, f"{SHEETS}/an-binh/vh-xh.docx\n")
    assert ran.err == "an-binh: gives nothing to do to Phòng Kinh tế: no sheet for them\n"
    ran = cchc("render", "an-binh", "--sheet", "kinh-te")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cchc: an-binh: gives nothing to do to Phòng Kinh tế: no sheet for them\n"


def test_a_group_stands_for_its_members(cchc, workspace):
    assert cchc("render", "an-binh", "--sheet", "cac-phong").out == f"{SHEETS}/an-binh/vh-xh.docx\n"


def test_a_unit_that_only_some_plans_have_is_printed_for_those(cchc, workspace):
    (workspace / "plans" / "nam-dan.yaml").write_bytes((ROOT / "plans/nam-dan.yaml").read_bytes())
    ran = cchc("render", "--all", "--sheet", "kinh-te")
    assert (ran.code, ran.out) == (0, f"{SHEETS}/nam-dan/kinh-te.docx\n")
    assert ran.err == "an-binh: there is no unit “kinh-te”\n"
    ran = cchc("render", "--all", "--sheet", "kinh doanh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("there is no unit “kinh doanh”") == 1


def test_the_signer_of_a_sheet_may_be_named(cchc, workspace):
    cchc("render", "an-binh", "--sheet", "vh-xh", "--signer", "Lê Thị Hoa", "-o", "phieu.docx")
    assert "Lê Thị Hoa" in words("phieu.docx")
    assert "Nguyễn Văn An" not in words("phieu.docx")


@pytest.fixture
def opened(monkeypatch):
    """Keep what would have been opened, by a program that succeeds."""
    calls: list[list[str]] = []

    class Opener:
        def __init__(self, command, **_):
            calls.append(command)

        def wait(self, _seconds):
            return 0

    monkeypatch.setattr(open_files.programs, "found", lambda name: f"/bin/{name}")
    monkeypatch.setattr(open_files.subprocess, "Popen", Opener)
    monkeypatch.setattr(open_files.sys, "platform", "linux")
    return calls


def test_open_opens_the_file_and_of_several_their_folder(cchc, workspace, opened):
    assert cchc("render", "an-binh", "--open").code == 0
    assert cchc("render", "an-binh", "--docx", "--text", "--open").code == 0
    out = workspace / "out"
    assert opened == [["/bin/xdg-open", str(out / "an-binh.docx")], ["/bin/xdg-open", str(out)]]


def test_where_nothing_can_open_it_that_is_told_and_the_file_is_there(
    cchc, workspace, opened, monkeypatch
):
    told = f"cchc: {PLAN} is written, but no program here opens it"
    monkeypatch.setattr(open_files.programs, "found", lambda name: None)
    ran = cchc("render", "an-binh", "--open")
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, f"{PLAN}\n", told)
    monkeypatch.undo()
    monkeypatch.setattr(open_files.programs, "found", lambda name: "/bin/false")
    monkeypatch.setattr(open_files.sys, "platform", "darwin")
    monkeypatch.setenv("CCHC_LANG", "en")
    monkeypatch.chdir(workspace)
    assert cchc("render", "an-binh", "--open").err.splitlines()[0] == told


def test_windows_opens_by_its_own_means(cchc, workspace, monkeypatch):
    calls = []
    monkeypatch.setattr(open_files.sys, "platform", "win32")
    monkeypatch.setattr(open_files.os, "startfile", calls.append, raising=False)
    assert cchc("render", "an-binh", "--open").code == 0
    assert calls == [Path(PLAN)]


def test_a_bar_is_shown_on_a_terminal_and_leaves_the_list_alone(cchc, workspace, monkeypatch):
    import sys

    for n in range(6):
        (workspace / "plans" / f"ban-{n}.yaml").write_bytes(
            (workspace / "plans" / "an-binh.yaml").read_bytes()
        )
    plain = cchc("render", "--all")
    assert plain.err == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _self: True)
    monkeypatch.setattr("cchc.cli.progress_bar.PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    shown = cchc("render", "--all")
    assert shown.out == plain.out
    assert "plans" in shown.err


def test_help_shows_how_it_is_used(cchc, workspace):
    out = cchc("render", "--help").out
    for option in ("--sheet", "--signer", "--pdf", "--text", "--force", "--open", "--watch"):
        assert option in out
    assert "cchc render phu-thinh --apart" in out


def test_an_ending_that_no_paper_has_is_refused(workspace, cchc):
    ran = cchc("render", "an-binh", "-o", "x.xyz")
    assert ran.code == 2
    assert "x.xyz: papers are not written as .xyz" in ran.err
    assert not (workspace / "x.xyz").exists()


def test_the_paper_that_amends_a_plan_is_made_from_the_issued_one(cchc, workspace):
    plan = workspace / "plans/an-binh.yaml"
    issued = workspace / "ban-hanh.yaml"
    issued.write_bytes(plan.read_bytes())
    assert cchc("render", "an-binh", "--amending", "ban-hanh.yaml").code == 2  # nothing changed
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("bases:\n", "bases:\n  - Căn cứ Luật số 72/2025/QH15\n", 1))
    ran = cchc("render", "an-binh", "--amending", "ban-hanh.yaml")
    assert (ran.code, ran.out) == (0, "out/dieu-chinh/an-binh.docx\n")
    assert "has no number" in ran.err
    assert "NỘI DUNG BỔ SUNG" in words("out/dieu-chinh/an-binh.docx")


@pytest.mark.parametrize(
    "more", [["--all"], ["an-binh", "--sheet", "all"], ["an-binh", "--watch"], ["an-binh", "khac"]]
)
def test_one_plan_is_amended_at_a_time(cchc, workspace, more):
    assert cchc("render", *more, "--amending", "plans/an-binh.yaml").code == 2


def test_an_issued_plan_that_is_nowhere_is_told(cchc, workspace):
    ran = cchc("render", "an-binh", "--amending", "khong-co.yaml")
    assert ran.code == 2
    assert "khong-co.yaml" in ran.err or "git" in ran.err
