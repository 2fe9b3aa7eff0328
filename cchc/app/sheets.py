"""Follow-up sheets, one Excel file for each unit: made, written, and found again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.app.cores import Steps, over_cores, unseen
from cchc.app.known_names import ALL_UNITS, units_of
from cchc.app.paper_paths import OUT, file_name
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cchc.app.date_range import PeriodOptions
    from cchc.edit.sheets.take_in import Intake
    from cchc.model.plan import Plan
    from cchc.outputs.followup_sheet import About
    from cchc.read.unread import Unread
    from cchc.views.followup import Period

FEW = 6
"""Plans whose sheets one process writes before two would have started."""
SUFFIX = ".xlsx"


class WrittenSheet(NamedTuple):
    """One sheet: its file's name, whose it is, and its content."""

    name: str
    plan: str
    unit: str
    rows: int
    content: bytes


@dataclass(slots=True)
class Sheets:
    """The sheets of one run, and for whom or what there is none."""

    made: list[WrittenSheet] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    """Units that were asked for, or only support something, and have nothing to answer."""
    nobody: list[str] = field(default_factory=list)
    """Open work that no declared unit leads."""
    failed: list[Unread] = field(default_factory=list)
    """Plans on which cchc failed."""


class WrittenSheets(NamedTuple):
    """The sheets of one run, where they are, and the plans that they are without."""

    sheets: Sheets
    folder: Path
    unread: list[Unread]


def make_sheets(
    plans: list[tuple[str, Plan]], unit: str | None, period: Period, today: date,
    steps: Steps = unseen,
) -> Sheets:  # fmt: skip
    """Return a sheet for each unit meant by `unit` (`all` or None: every one) in each plan.

    Raises:
        UserError: no plan has such a unit.
    """
    wanted = None if unit is None or unit == ALL_UNITS else units_of(unit, plans)
    work = partial(_of_plan, wanted=wanted, period=period, today=today)
    sheets = Sheets()
    with steps(say("Writing sheets"), len(plans)) as step:
        for one in over_cores(work, plans, few=FEW):
            sheets.made += one.made
            sheets.idle += one.idle
            sheets.nobody += one.nobody
            sheets.failed += one.failed
            step()
    return sheets


def written_sheets(
    names: list[str], unit: str | None, period: PeriodOptions, today: date, output: Path | None,
    cwd: Path, *, force: bool, steps: Steps = unseen,
) -> WrittenSheets:  # fmt: skip
    """Make the sheets of the plans that `names` mean (none: all) and write them into a folder.

    `output`: the folder, out/sheets of the workspace if None.

    Raises:
        UserError: no such plan, period or unit, or a sheet that is there would be lost.
    """
    from cchc.app.date_range import date_range
    from cchc.app.load_plans import load_plans
    from cchc.views.followup import Period

    plans, unread, files = load_plans(names)
    span = Period(*date_range(period, today, plans))
    sheets = make_sheets(plans, unit, span, today, steps)
    unread += [one._replace(path=str(files[one.plan])) for one in sheets.failed]
    folder = output or default_folder(cwd)
    write_sheets(sheets, folder, force=force)
    return WrittenSheets(sheets, folder, unread)


def _of_plan(
    named: tuple[str, Plan], *, wanted: Mapping[str, Sequence[str]] | None, period: Period,
    today: date,
) -> Sheets:  # fmt: skip
    """Return the sheets of one plan; runs in any process."""
    try:
        return _sheets(named, wanted, period, today)
    except Exception as error:  # one plan never takes the others with it
        from cchc.read.unread import failed

        return Sheets(failed=[failed(named[0], named[0], error)])


def _sheets(
    named: tuple[str, Plan], wanted: Mapping[str, Sequence[str]] | None, period: Period, today: date
) -> Sheets:
    from cchc.outputs.followup_sheet import followup_sheet
    from cchc.views.followup import asked_of_nobody, follow_up
    from cchc.views.membership import expanded

    plan_id, plan = named
    sheets = Sheets()
    meant = {one.id for one in plan.units}
    if wanted is not None:
        meant = expanded(plan, wanted.get(plan_id, ()))
    busy = {one.unit: one for one in follow_up(plan_id, plan, today, period)}
    for one in plan.units:
        found = busy.get(one.id)
        if one.id in meant and found and found.rows:
            content = followup_sheet(found, _about(plan, period, today))
            name = f"{file_name(plan_id)}_{one.id}{SUFFIX}"
            sheets.made.append(WrittenSheet(name, plan_id, one.id, len(found.rows), content))
        elif one.id in meant and (found or wanted is not None):
            sheets.idle.append(f"{one.name} ({plan_id})")
    if wanted is None:  # one recurring task is named once
        open_work = asked_of_nobody(plan_id, plan, today, period)
        sheets.nobody += dict.fromkeys(f"{plan_id} {item.name}" for item in open_work)
    return sheets


def _about(plan: Plan, period: Period, today: date) -> About:
    from cchc.outputs.followup_sheet import About

    issued = plan.document.issue_date
    earliest = issued.first if issued else date(plan.year, 1, 1)
    return About(plan.document.title, period, today, earliest)


def default_folder(cwd: Path) -> Path:
    """Return the folder that sheets are written to when none is named: out/sheets."""
    from cchc.read.folders import find_root, shown_path

    return shown_path(find_root(cwd) / OUT / "sheets", cwd)


def write_sheets(sheets: Sheets, folder: Path, *, force: bool) -> None:
    """Write every sheet into `folder`; one that is there and says something else needs `force`.

    Raises:
        UserError: before anything is written, when a sheet would be lost that may be filled in, or
            `folder` is a file.
    """
    from cchc.edit.files.write import NOW, STDOUT, write_bytes

    if folder == STDOUT:
        if len(sheets.made) > 1:
            raise UserError(
                say("several sheets do not fit into standard output"),
                say("name one unit with --unit, or a folder after -o"),
            )
        for one in sheets.made:
            write_bytes(folder, one.content)
        return
    if folder.suffix.casefold() == SUFFIX or folder.is_file():
        raise UserError(
            say("{path} is no folder", path=folder), say("name a folder after -o: -o phieu/")
        )
    changed = [one for one in sheets.made if not _is_there(folder / one.name, one.content)]
    taken = [(folder / one.name).as_posix() for one in changed if (folder / one.name).exists()]
    if taken and not force:
        raise UserError(
            say("there already, perhaps filled in: {files}", files="; ".join(taken)),
            say("take them in first with “cchc sheet in”, name another folder with -o, or use "
                "--force; what is filled in is lost then"),
        )  # fmt: skip
    for one in changed:
        write_bytes(folder / one.name, one.content, NOW if force else None)


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def take_in_sheets(
    names: list[str], cwd: Path, today: date, *, write: bool, accept: bool,
    all_or_nothing: bool = False,
) -> Intake:  # fmt: skip
    """Record the answers of the sheets that `names` mean, but for rows with faults.

    `write`: else only say what would change; `accept`: also what answers a task that has changed;
    `all_or_nothing`: with any fault record nothing.

    Raises:
        UserError: a sheet cannot be found.
    """
    from cchc.edit.sheets.take_in import take_in

    return take_in(
        find_sheets(names), cwd, today,
        write=write, accept=accept, all_or_nothing=all_or_nothing,
    )  # fmt: skip


def find_sheets(names: list[str]) -> list[Path]:
    """Return the files that `names` mean: files, patterns, or folders of .xlsx files.

    Raises:
        UserError: nothing is named, or a name fits no file.
    """
    if not names:
        raise UserError(
            say("which sheets? FILE is missing"), say("name the files, or the folder they are in")
        )
    found: dict[Path, Path] = {}
    for name in names:
        path = Path(name)
        if path.is_dir():
            files = [one for one in sorted(path.iterdir()) if _is_sheet(one)]
        elif path.exists():
            files = [path]
        else:  # Windows leaves patterns to the program
            files = [one for one in sorted(path.parent.glob(path.name)) if _is_sheet(one)]
        if not files:
            raise UserError(
                say("{path}: there is no such file", path=name)
                if not path.is_dir()
                else say("{path} has no Excel file", path=name),
                say("name the .xlsx files that came back, or the folder they are in"),
            )
        for one in files:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def _is_sheet(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))  # Excel's mark of a file that is open
    return path.is_file() and not hidden and path.suffix.casefold() in (SUFFIX, ".xlsm")
