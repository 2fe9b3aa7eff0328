"""`cchc new` as a new officer uses it."""

from __future__ import annotations

import pytest

from cchc.read.load import load, required_plan

ASKED = ("--commune", "xã Phú Thịnh", "--province", "tỉnh Thái Nguyên", "--year", "2027")


@pytest.fixture
def empty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["cchc", "kstthc", "par-index"])
@pytest.mark.parametrize(
    ("commune", "province"),
    [
        ("xã Phú Thịnh", "tỉnh Thái Nguyên"),
        ("Phường Sài Gòn", "Thành phố Hồ Chí Minh"),
        ("đặc khu Vân Đồn", "Tỉnh Quảng Ninh"),
        ("xã M'Drắk", "tỉnh Đắk Lắk"),
    ],
)
def test_a_new_plan_leaves_only_the_signer_to_be_named(empty, cchc, kind, commune, province):
    asked = ("--commune", commune, "--province", province, "--year", "2027")
    assert cchc("new", "moi", "--kind", kind, *asked).code == 0
    checked = cchc("validate", "moi")
    assert "V004 no-signer" in checked.out
    assert "errors: 0, warnings: 1, infos: 0" in checked.out
    plan = required_plan(load(empty / "plans" / "moi.yaml"))
    assert (plan.kind, plan.year, plan.status) == (kind, 2027, "draft")
    assert f"{plan.commune.level} {plan.commune.name}".casefold() == commune.casefold()
    assert "$" not in (empty / "plans" / "moi.yaml").read_text("utf-8").partition("\n")[2]


def test_a_new_plan_can_be_asked_and_rendered_at_once(empty, cchc):
    cchc("new", "moi", "--kind", "cchc", *ASKED)
    assert "Kiểm tra" in cchc("due", "--year", "2027", "--quarter", "3").out
    assert cchc("render", "moi").code == 0
    assert (empty / "out" / "moi.docx").is_file()


def test_the_next_steps_are_told(empty, cchc):
    ran = cchc("new", "moi", "--kind", "cchc", *ASKED)
    assert ran.out == ""
    assert "written: plans/moi.yaml" in ran.err.replace("\\", "/")
    assert "cchc validate moi" in ran.err
    assert "cchc init" in ran.err
    (empty / ".cchc").mkdir()
    (empty / ".cchc" / "plan.schema.json").write_text("{}")
    assert "cchc init" not in cchc("new", "khac", "--kind", "cchc", *ASKED).err


def test_records_of_progress_are_not_written_over(workspace, cchc):
    path = workspace / "plans" / "an-binh.yaml"
    record = "progress: {state: running}, lead: [vh-xh]}"
    sound = path.read_text("utf-8").replace("lead: [vh-xh]}", record)
    for text in (sound, sound.replace("cchc: 1", "cchc: [1"), "\x01" + sound):
        path.write_text(text, "utf-8")
        ran = cchc("new", "an-binh", "--kind", "cchc", *ASKED, "--force")
        assert (ran.code, path.read_text("utf-8")) == (2, text)
        assert "1 records of progress" in ran.err


def test_nothing_is_written_over_without_force(workspace, cchc):
    before = (workspace / "plans" / "an-binh.yaml").read_bytes()
    ran = cchc("new", "an-binh", "--kind", "cchc", *ASKED)
    assert ran.code == 2
    assert "an-binh.yaml is there already; nothing was written" in ran.err
    assert (workspace / "plans" / "an-binh.yaml").read_bytes() == before
    assert cchc("new", "an-binh", "--kind", "cchc", *ASKED, "--force").code == 0
    assert required_plan(load(workspace / "plans" / "an-binh.yaml")).commune.name == "Phú Thịnh"


def test_two_files_never_get_one_id(workspace, cchc):
    ran = cchc("new", "an-binh", "--kind", "cchc", *ASKED, "-o", "plans/2027", "--force")
    assert ran.code == 2
    assert "there is a plan “an-binh” already" in ran.err
    assert not (workspace / "plans" / "2027").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Phú Thịnh",), "for example: phu-thinh"),
        (("../x",), "for example: x"),
        (("register",), "plans/register.yaml is something else"),
        (("a" * 61,), "cannot be the id of a plan"),
        (("moi",), "--kind, --commune, --province, --year is missing"),
        (
            ("moi", "--kind", "cchc", *ASKED[:2], "--province", "Huế", "--year", "2027"),
            "tỉnh Huế",
        ),
        (("moi", "--kind", "cchc", *ASKED, "--level", "phường"), "--commune says “xã”"),
        (("moi", "--kind", "cchc", *ASKED, "--level", "quận"), "“quận” is not a level"),
        (("moi", "--kind", "cchc", *ASKED, "--commune", "a: b"), "“a: b” is not a name"),
        (("moi", "--kind", "cchc", *ASKED, "-o", "khac.yaml"), "write -o moi.yaml"),
        (("moi", "--from", "nope"), "there is no plan “nope”"),
        (("moi", "--from", "an-binh", "--kind", "kstthc"), "an-binh is a plan of kind cchc"),
        (("moi", "--from", "an-binh", "--year", "2026"), "--year must be later, such as 2027"),
        (("moi", "--from", "."), "name one plan"),
    ],
)
def test_a_request_that_cannot_be_met_says_why(workspace, cchc, arguments, said):
    (workspace / "khac.yaml").write_bytes((workspace / "plans" / "an-binh.yaml").read_bytes())
    ran = cchc("new", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert [path.name for path in (workspace / "plans").iterdir()] == ["an-binh.yaml"]


def test_last_years_plan_is_carried_forward(workspace, cchc):
    ran = cchc("new", "an-binh-2027", "--from", "an-binh")
    assert ran.code == 0
    assert "kept: 1 units, 1 groups, 1 bases" in ran.err
    assert "left out: 1 lines of comments" in ran.err
    assert "… chính xã An Bình năm 2026 → … chính xã An Bình năm 2027" in ran.err
    plan = required_plan(load(workspace / "plans" / "an-binh-2027.yaml"))
    assert plan.year == 2027
    assert plan.document.date is None
    assert cchc("validate", "an-binh-2027").code == 0


def test_a_plan_may_be_carried_to_a_commune_of_another_name(workspace, cchc):
    ran = cchc("new", "moi", "--from", "an-binh", "--commune", "phường An Tường", "--year", "2028")
    assert "check: “An Bình” still occurs in 2 places" in ran.err
    plan = required_plan(load(workspace / "plans" / "moi.yaml"))
    assert (plan.commune.level, plan.commune.name, plan.year) == ("phường", "An Tường", 2028)


def test_a_plan_with_errors_is_not_carried_forward(workspace, cchc):
    (workspace / "plans" / "hong.yaml").write_text("cchc: 1\n")
    ran = cchc("new", "moi", "--from", "hong")
    assert ran.code == 2
    assert "“cchc validate plans/hong.yaml” shows every error" in ran.err.replace("\\", "/")


def test_the_first_line_leads_editors_to_the_schema_of_the_workspace(empty, cchc):
    cchc("new", "moi", "--kind", "cchc", *ASKED, "-o", "plans/2027/phu-thinh")
    first = (empty / "plans/2027/phu-thinh/moi.yaml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../../.cchc/plan.schema.json"
