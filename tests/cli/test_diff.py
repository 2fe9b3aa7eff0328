"""`cchc diff` as a reviewer types it: revisions, the working tree, files and folders."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import MINIMAL

PLAN = MINIMAL.read_text(encoding="utf-8")
UNITS = "units:\n  - {id: kinh-te, name: Phòng Kinh tế}\n"
TABLE = """\
appendices:
  - title: Danh mục nhiệm vụ
    numbering: level
    area_numbering: arabic
    areas:
      - title: Chỉ đạo điều hành
        tasks:
"""
OLD = """\
          - {id: sang-kien, title: Sáng kiến cấp tỉnh, deadline: Trước 30/11/2026, lead: [vh-xh]}
          - {id: kiem-tra, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh]}
      - title: Cải cách thể chế
        tasks:
          - {id: ra-soat, title: Rà soát văn bản, deadline: Quý II, lead: [kinh-te]}
"""
NEW = """\
          - {id: tap-huan, title: Tập huấn, deadline: Quý III, lead: [vh-xh]}
          - id: sang-kien
            title: Sáng kiến cấp tỉnh
            deadline: Quý IV/2026
            lead: [vh-xh]
            support: [kinh-te]
      - title: Cải cách thể chế
        tasks:
          - {id: kiem-tra, title: Kiểm tra, product: Báo cáo, deadline: Trong quý I, lead: [vh-xh]}
"""
TOLD = """\
phu-thinh 1.1 (tap-huan): added: Tập huấn; Quý III; Phòng Văn hóa - Xã hội
phu-thinh 1.2 (sang-kien): deadline Trước 30/11/2026 -> Quý IV/2026 \
(due 29/11/2026 -> 31/12/2026); add support Phòng Kinh tế
phu-thinh 2.1 (kiem-tra): moved from Chỉ đạo điều hành to Cải cách thể chế; \
deadline Quý I -> Trong quý I (only the wording)
phu-thinh 2.1 (ra-soat): removed: Rà soát văn bản; Quý II; Phòng Kinh tế

"""


def plan(tasks: str) -> str:
    """Return a plan with these rows in its table."""
    head = PLAN[: PLAN.index("appendices:\n")].replace("units:\n", UNITS, 1)
    return f"{head}{TABLE}{tasks}"


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    """Return an empty workspace, and stand in it; no repository outside is seen."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def git(office):
    nobody = {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b",
    }  # fmt: skip

    def git(*words: str) -> None:
        subprocess.run(["git", *words], env=os.environ | nobody, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    return git


@pytest.fixture
def write(office):
    def write(name: str, text: str) -> Path:
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def commit(git, write):
    def commit(files: dict[str, str], *tag: str) -> None:
        for name, text in files.items():
            write(name, text)
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "x")
        for name in tag:
            git("tag", name)

    return commit


def test_the_working_tree_is_compared_with_the_last_commit(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD), "plans/an-binh.yaml": PLAN})
    write("plans/phu-thinh.yaml", plan(NEW))
    ran = cchc("diff")
    assert ran.out == f"{TOLD}plans compared: 2; changed: 1; changes: 6\n"
    assert (ran.code, ran.err) == (0, "")


def test_in_vietnamese(commit, write, cchc, monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    write("plans/phu-thinh.yaml", plan(NEW))
    assert (
        cchc("diff").out
        == """\
phu-thinh 1.1 (tap-huan): thêm mới: Tập huấn; Quý III; Phòng Văn hóa - Xã hội
phu-thinh 1.2 (sang-kien): thời hạn Trước 30/11/2026 -> Quý IV/2026 \
(ngày đến hạn: 29/11/2026 -> 31/12/2026); thêm phối hợp Phòng Kinh tế
phu-thinh 2.1 (kiem-tra): chuyển từ Chỉ đạo điều hành sang Cải cách thể chế; \
thời hạn Quý I -> Trong quý I (chỉ đổi cách viết)
phu-thinh 2.1 (ra-soat): bỏ hẳn: Rà soát văn bản; Quý II; Phòng Kinh tế

số kế hoạch đã so sánh: 1; có thay đổi: 1; số thay đổi: 6
"""
    )


def test_nothing_changed(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    write("plans/phu-thinh.yaml", "# ghi chú\n" + plan(OLD))
    ran = cchc("diff", "--exit-code")
    assert (ran.code, ran.out) == (0, "plans compared: 1; nothing changed in meaning\n")


def test_exit_code_tells_whether_something_changed(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    write("plans/phu-thinh.yaml", plan(NEW))
    assert cchc("diff", "--exit-code").code == 1
    assert cchc("diff").code == 0


def test_two_revisions_are_compared_without_the_working_tree(commit, write, git, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)}, "v1")
    commit({"plans/phu-thinh.yaml": plan(NEW)})
    path = write("plans/phu-thinh.yaml", "not a plan")
    assert cchc("diff", "v1", "HEAD").out.startswith(TOLD)
    assert cchc("diff", "HEAD~1", "main").out.startswith(TOLD)
    assert path.read_text(encoding="utf-8") == "not a plan"


def test_one_revision_is_compared_with_the_working_tree(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)}, "v1")
    commit({"plans/phu-thinh.yaml": PLAN})
    write("plans/phu-thinh.yaml", plan(NEW))
    assert cchc("diff", "v1").out.startswith(TOLD)


def test_a_moved_file_is_the_same_plan(commit, office, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    (office / "plans" / "2026").mkdir()
    (office / "plans" / "phu-thinh.yaml").rename(office / "plans" / "2026" / "phu-thinh.yaml")
    assert cchc("diff").out == (
        "2026/phu-thinh: id phu-thinh -> 2026/phu-thinh\n\n"
        "plans compared: 1; changed: 1; changes: 1\n"
    )


def test_a_workspace_may_be_a_folder_of_the_repository(git, write, office, cchc, monkeypatch):
    write("xa/plans/phu-thinh.yaml", plan(OLD))
    write("plans/khac.yaml", PLAN)
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    write("xa/plans/phu-thinh.yaml", plan(NEW))
    monkeypatch.chdir(office / "xa" / "plans")
    assert cchc("diff").out == f"{TOLD}plans compared: 1; changed: 1; changes: 6\n"


def test_a_plan_that_came_and_one_that_went_are_one_change_each(commit, office, write, cchc):
    commit({"plans/cu.yaml": PLAN})
    (office / "plans" / "cu.yaml").unlink()
    write("plans/moi.yaml", PLAN.replace("xã, name: An Bình", "xã, name: An Lập"))
    assert (
        cchc("diff").out
        == """\
cu: removed: Cải cách hành chính xã An Bình năm 2026

moi: added: Cải cách hành chính xã An Bình năm 2026

plans compared: 2; changed: 2; changes: 2
"""
    )


def test_what_is_no_plan_is_left_out_of_a_revision(commit, office, cchc):
    names = ("plans/register.yaml", "plans/holidays.yaml", "plans/.x.yaml", "plans/.cu/y.yaml")
    commit({"plans/phu-thinh.yaml": PLAN, "plans/README.md": "x", **dict.fromkeys(names, "{}\n")})
    for name in names:
        (office / name).unlink()
    assert cchc("diff") == (0, "plans compared: 1; nothing changed in meaning\n", "")


def test_names_with_other_letters_are_found(commit, write, cchc):
    commit({"plans/kế hoạch “1”.yaml": plan(OLD)})
    write("plans/kế hoạch “1”.yaml", plan(NEW))
    assert cchc("diff").out.startswith("kế hoạch “1” 1.1 (tap-huan): added")


def test_two_files_are_one_plan_whatever_they_are_called(office, write, cchc):
    write("v1.yaml", plan(OLD))
    write("phu-thinh.yaml", plan(NEW))
    ran = cchc("diff", "v1.yaml", "phu-thinh.yaml")
    assert ran.out == f"{TOLD}plans compared: 1; changed: 1; changes: 6\n"


def test_the_changes_of_a_renamed_file_are_told(commit, office, write, cchc):
    commit({"plans/cu.yaml": plan(OLD)})
    (office / "plans" / "cu.yaml").unlink()
    write("plans/moi.yaml", plan(NEW))
    out = cchc("diff").out
    assert out.startswith("moi: id cu -> moi\n" + TOLD.replace("phu-thinh ", "moi "))


def test_two_plans_of_one_commune_and_kind_are_not_guessed(commit, office, write, cchc):
    commit({"plans/cu.yaml": PLAN})
    (office / "plans" / "cu.yaml").unlink()
    write("plans/moi.yaml", PLAN)
    write("plans/khac.yaml", PLAN)
    assert "cu: removed" in cchc("diff").out


def test_two_folders_are_compared_by_plan(office, write, cchc):
    write("cu/phu-thinh.yaml", plan(OLD))
    write("cu/an-binh.yaml", PLAN)
    write("moi/2026/phu-thinh.yaml", plan(NEW))
    out = cchc("diff", "cu", "moi/").out
    assert "an-binh: removed: " in out
    assert TOLD.replace("phu-thinh ", "2026/phu-thinh ") in out


def test_a_file_is_compared_with_its_plan_in_a_revision(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD), "plans/an-binh.yaml": PLAN})
    write("phu-thinh.yaml", plan(NEW))
    ran = cchc("diff", "HEAD", "phu-thinh.yaml")
    assert ran.out == f"{TOLD}plans compared: 1; changed: 1; changes: 6\n"


def test_plans_can_be_chosen(commit, write, cchc):
    files = {f"plans/{name}.yaml": plan(OLD) for name in ("phu-thinh", "phu-binh", "an-binh")}
    commit(files)
    for name in files:
        write(name, plan(NEW))
    for chosen in ("phu-thinh", "phu-t", "plans/phu-thinh.yaml"):
        out = cchc("diff", "--plan", chosen).out
        assert out == f"{TOLD}plans compared: 1; changed: 1; changes: 6\n"
    ran = cchc("diff", "--plan", "phu")
    assert (ran.code, ran.err) == (
        2, "cchc: “phu” fits several plans: phu-binh, phu-thinh\n  write more of the name\n",
    )  # fmt: skip
    ran = cchc("diff", "--plan", "fu-thinh")
    assert ran.err == "cchc: there is no plan “fu-thinh”\n  did you mean “phu-thinh”?\n"


def test_as_markdown_for_a_comment(commit, write, cchc, office):
    commit({"plans/phu-thinh.yaml": plan(OLD), "plans/an-binh.yaml": PLAN})
    edited = plan(NEW).replace("title: Tập huấn,", "title: Tập huấn <b>*CCHC*</b>,")
    write("plans/phu-thinh.yaml", edited)
    ran = cchc("diff", "--format", "markdown", "-o", "comment.md")
    assert (ran.code, ran.out) == (0, "")
    assert (office / "comment.md").read_text(encoding="utf-8") == (
        "## Changes in meaning: HEAD → the working tree\n"
        "\n"
        "plans compared: 2; changed: 1; changes: 6\n"
        "\n"
        "### phu-thinh\n"
        "\n"
        r"- **1.1 (tap-huan)** Tập huấn \<b\>\*CCHC\*\</b\>: added: "
        r"**Tập huấn \<b\>\*CCHC\*\</b\>; Quý III; Phòng Văn hóa - Xã hội**"
        "\n"
        "- **1.2 (sang-kien)** Sáng kiến cấp tỉnh: deadline ~~Trước 30/11/2026~~ -> "
        "**Quý IV/2026** (due 29/11/2026 -> 31/12/2026); add support **Phòng Kinh tế**\n"
        "- **2.1 (kiem-tra)** Kiểm tra: moved from ~~Chỉ đạo điều hành~~ to "
        "**Cải cách thể chế**; deadline ~~Quý I~~ -> **Trong quý I** (only the wording)\n"
        "- **2.1 (ra-soat)** Rà soát văn bản: removed: "
        "~~Rà soát văn bản; Quý II; Phòng Kinh tế~~\n"
    )


def test_a_long_markdown_answer_is_cut_below_what_a_comment_may_have(commit, write, cchc):
    rows = "          - {{id: t{0}, title: {1} {0}, lead: [vh-xh]}}\n"
    many = [rows.format(n, "Việc " * 20) for n in range(600)]
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    write("plans/phu-thinh.yaml", plan("".join(many)))
    out = cchc("diff", "--format", "markdown").out
    assert 55_000 < len(out) < 65_000
    *_, last = out.splitlines()
    shown = sum(line.startswith("- ") for line in out.splitlines())
    assert last == f"{600 + 4 - shown} more lines: see “cchc diff”"


def test_as_json(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD)})
    write("plans/phu-thinh.yaml", plan(NEW))
    answer = json.loads(cchc("diff", "--format", "json").out)
    assert (answer["kind"], answer["schema_version"]) == ("diff", 1)
    assert (answer["old"], answer["new"]) == ("HEAD", "the working tree")
    assert answer["summary"] == {"plans": 1, "changed": 1, "changes": 6}
    assert answer["unread"] == []
    assert answer["changes"][1] == {
        "plan": "phu-thinh", "kind": "changed", "part": "task", "id": "sang-kien",
        "number": "1.2", "title": "Sáng kiến cấp tỉnh", "was": "1.1", "field": "deadline", "item": None,
        "old": "Trước 30/11/2026", "new": "Quý IV/2026", "added": [], "removed": [],
        "wording": False, "old_due": ["2026-11-29"], "new_due": ["2026-12-31"],
    }  # fmt: skip


def test_every_part_of_a_plan_is_named_in_words(office, write, cchc):
    old = plan(OLD)
    new = old
    for before, after in (
        ("status: draft", "status: issued"),
        ("name: Nguyễn Văn An}", "name: Trần Thị Bình}"),
        ("title: Cải cách hành chính xã", "title: Công tác cải cách hành chính xã"),
        ("recipients: [Sở Nội vụ]", "recipients: [Sở Nội vụ, Đảng ủy xã]"),
        ("giai đoạn 2021 - 2030", "giai đoạn 2026 - 2030"),
        ("name: Phòng Kinh tế}", "name: Phòng Kinh tế, aliases: [P. KT], head: Trưởng phòng}"),
        ("{id: cac-phong, name: Các phòng chuyên môn, ", "{id: cac-phong, name: Các phòng, "),
        ("      - units: [vh-xh]\n", "      - units: [vh-xh]\n        deadline: Hàng tháng\n"),
        ("title: Danh mục nhiệm vụ", "title: Bảng nhiệm vụ"),
        ("title: Cải cách thể chế", "title: Thể chế"),
    ):
        assert before in new
        new = new.replace(before, after, 1)
    write("cu.yaml", old)
    write("x.yaml", new)
    months = "31/01/2026 … 31/12/2026 (12 dates)"
    cited = "… nước giai đoạn"
    assert (
        cchc("diff", "cu.yaml", "x.yaml").out
        == f"""\
x: status draft -> issued; title Cải cách hành chính xã An Bình năm 2026 -> \
Công tác cải cách hành chính xã An Bình năm 2026; \
name of the signer Nguyễn Văn An -> Trần Thị Bình; add recipient Đảng ủy xã
x base 76/NQ-CP: text {cited} 2021 - 2030 -> {cited} 2026 - 2030
x unit kinh-te: add other name P. KT; add post of the head: Trưởng phòng
x group cac-phong: name Các phòng chuyên môn -> Các phòng
x I.1 “Theo dõi việc thực hiện kế hoạch này.”: add deadline: Hàng tháng \
(due {months})
x appendix 1 “Bảng nhiệm vụ”: heading Danh mục nhiệm vụ -> Bảng nhiệm vụ
x area 2 “Thể chế”: heading Cải cách thể chế -> Thể chế

plans compared: 1; changed: 1; changes: 11
"""
    )


def test_long_texts_show_the_place_where_they_differ(office, write, cchc):
    text = " ".join(f"từ{n}" for n in range(60))
    write("a.yaml", PLAN.replace("Theo dõi việc thực hiện kế hoạch này.", text))
    write("b.yaml", PLAN.replace("Theo dõi việc thực hiện kế hoạch này.",
                                 text.replace("từ30", "đổi khác")))  # fmt: skip
    ran = cchc("diff", "a.yaml", "b.yaml")
    assert ": text … từ27 từ28 từ29 từ30 từ31 từ32 từ33 … -> " in ran.out
    assert "-> … từ27 từ28 từ29 đổi khác từ31 từ32 từ33 …\n" in ran.out


# What cannot be done


def test_a_side_that_cannot_be_read_is_named_and_the_others_are_compared(commit, write, cchc):
    commit({"plans/phu-thinh.yaml": plan(OLD), "plans/an-binh.yaml": "cchc: [\n"})
    write("plans/phu-thinh.yaml", plan(NEW))
    write("plans/an-binh.yaml", PLAN)
    ran = cchc("diff")
    assert ran.out == f"{TOLD}plans compared: 1; changed: 1; changes: 6\n"
    assert ran.code == 1
    assert ran.err.startswith("cchc: 1 plans cannot be read; the answer is without them:\n")
    assert "\n  HEAD:plans/an-binh.yaml:" in ran.err
    assert "“cchc validate” shows every error of a file" in ran.err
    (unread,) = json.loads(cchc("diff", "--format", "json").out)["unread"]
    assert (unread["plan"], unread["path"]) == ("an-binh", "HEAD:plans/an-binh.yaml")
    assert isinstance(unread["message"], str)
    assert "### Not compared\n\n- HEAD:plans/an-binh.yaml:" in cchc(
        "diff", "--format", "markdown"
    ).out  # fmt: skip


def test_both_sides_that_cannot_be_read_are_named(commit, write, cchc):
    commit({"plans/an-binh.yaml": "cchc: [\n"})
    write("plans/an-binh.yaml", "{")
    ran = cchc("diff")
    assert ran.code == 2
    assert [line.split(":")[0].strip() for line in ran.err.splitlines()[1:3]] == [
        "HEAD", "plans/an-binh.yaml",
    ]  # fmt: skip


def test_a_broken_file_that_did_not_change_is_no_obstacle(commit, cchc):
    commit({"plans/an-binh.yaml": "cchc: [\n"})
    assert cchc("diff") == (0, "plans compared: 1; nothing changed in meaning\n", "")


@pytest.mark.parametrize("word", ["nhanh-la", "-x", "--all", "HEAD:plans", "main^{tree}"])
def test_an_unknown_revision_is_told(commit, cchc, word):
    commit({"plans/an-binh.yaml": PLAN})
    ran = cchc("diff", "--", word)
    assert ran.code == 2
    assert ran.err.startswith(f"cchc: there is no revision, file or folder “{word}”\n")


def test_two_dots_are_told_to_be_two_words(commit, cchc):
    commit({"plans/an-binh.yaml": PLAN})
    assert "write the two apart: cchc diff OLD NEW" in cchc("diff", "main..HEAD").err


def test_a_repository_without_a_commit_is_told(git, write, cchc):
    write("plans/an-binh.yaml", PLAN)
    ran = cchc("diff")
    assert (ran.code, ran.err) == (
        2, "cchc: this repository has no commit yet\n  commit the plans first\n",
    )  # fmt: skip


def test_no_repository_is_told_with_what_git_says(office, write, cchc):
    write("plans/an-binh.yaml", PLAN)
    ran = cchc("diff")
    assert ran.code == 2
    assert f"cchc: {office} is in no git repository\n" in ran.err
    assert "compare two files: cchc diff OLD.yaml NEW.yaml, or two Word files; " in ran.err
    assert "git says: fatal: not a git repository" in ran.err


def test_no_git_is_told_and_files_need_none(office, write, cchc, monkeypatch):
    write("plans/an-binh.yaml", PLAN)
    monkeypatch.setenv("PATH", str(office))
    ran = cchc("diff")
    assert ran.code == 2
    assert "git is not installed" in ran.err
    shutil.copytree(office / "plans", office / "khac")
    assert cchc("diff", "plans", "khac").code == 0


def test_one_path_alone_is_told(workspace, cchc):
    ran = cchc("diff", "plans/an-binh.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "“plans/an-binh.yaml” is to be compared with what?" in ran.err
    assert "--plan plans/an-binh.yaml" in ran.err


def test_one_plan_in_two_files_of_a_side_is_told(office, write, cchc):
    write("a/x.yaml", PLAN)
    write("b/x.yaml", PLAN)
    write("b/x.yml", PLAN)
    ran = cchc("diff", "a", "b")
    assert "two files hold the plan “x”: b/x.yaml and b/x.yml" in ran.err
    write("rong/doc.txt", "")
    assert "the folder rong has no plan file" in cchc("diff", "rong", "a").err


def docx(path: Path, text: str) -> Path:
    """Print a plan as `cchc render` does."""
    from cchc.document.context import plan_context
    from cchc.document.template.compiled import render_paper
    from cchc.read.load import read_source

    plan = read_source(path.with_suffix(".yaml"), text).plan
    assert plan is not None
    path.write_bytes(render_paper(plan_context(plan, path.stem), "ke-hoach", None))
    return path


@pytest.mark.parametrize(("one", "other"), [("cu.yaml", "moi.docx"), ("cu.docx", "moi.docx"),
                                            ("cu.docx", "moi.yaml")])  # fmt: skip
def test_a_word_file_is_compared_as_the_plan_it_holds(office, cchc, one, other):
    for name, rows in ((one, OLD), (other, NEW)):
        text = plan(rows)
        if name.endswith("docx"):
            docx(office / name, text)
        else:
            (office / name).write_text(text)
    ran = cchc("diff", one, other)
    assert ran.code == 0
    assert "deadline Trước 30/11/2026 -> Quý IV/2026" in ran.out
    assert "added: Tập huấn; Quý III; Phòng Văn hóa - Xã hội" in ran.out
    assert "(only the wording)" in ran.out
    assert "removed: Rà soát văn bản" in ran.out
    assert ran.out.endswith("plans compared: 1; changed: 1; changes: 6\n")


def test_a_print_of_the_plan_is_no_change(office, cchc):
    (office / "cu.yaml").write_text(plan(OLD))
    docx(office / "moi.docx", plan(OLD))
    assert cchc("diff", "cu.yaml", "moi.docx", "--exit-code").code == 0


def test_a_word_file_that_is_no_plan_is_refused(office, cchc):
    (office / "cu.yaml").write_text(plan(OLD))
    (office / "moi.txt").write_text("Kính gửi: Sở Nội vụ\n")
    ran = cchc("diff", "cu.yaml", "moi.txt")
    assert ran.code == 2
    assert "moi.txt is not a plan" in ran.err


def test_the_new_paper_is_written_with_tracked_changes(office, cchc):
    (office / "cu.yaml").write_text(plan(OLD))
    (office / "moi.yaml").write_text(plan(NEW))
    ran = cchc("diff", "cu.yaml", "moi.yaml", "--docx")
    assert (ran.code, ran.out) == (0, "out/so-sanh/moi.docx\n")
    assert ran.err.startswith("moi: ")
    assert ran.err.endswith(" tracked changes\n")
    assert cchc("diff", "cu.yaml", "moi.yaml", "--docx").code == 0  # its own file
    (office / "out/so-sanh/moi.docx").write_bytes(b"PK my own")
    assert cchc("diff", "cu.yaml", "moi.yaml", "--docx").code == 2
    assert "prints the same on both sides" in cchc("diff", "cu.yaml", "cu.yaml", "--docx").err
    assert cchc("diff", "cu.yaml", "moi.yaml", "--docx", "--format", "markdown").code == 2


def test_nothing_compared_is_not_nothing_changed(office, cchc):
    (office / "cu.yaml").write_text("cchc: [")
    (office / "moi.yaml").write_text("cchc: [ ")
    ran = cchc("diff", "cu.yaml", "moi.yaml")
    assert (ran.code, ran.out) == (2, "no plan was compared\n")
