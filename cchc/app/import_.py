"""From an office's file to the text of a plan file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.messages import quoted, say

if TYPE_CHECKING:
    from cchc.intake.office_paper import Block, Place
    from cchc.intake.recognise import Recognised
    from cchc.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Imported:
    """A recognised paper, and what its plan still lacks."""

    file: Path
    found: Recognised
    missing: tuple[Finding, ...]
    """Findings against the schema: what a person must fill in."""
    usable: bool = True
    """Whether the plan can be used meanwhile: it lacks nothing but what papers often lack."""

    def text(self, schema: str) -> str:
        """Return the plan as YAML, with the remarks; `schema` is the address for editors.

        Raises:
            UserError: it is larger than a plan file may be.
        """
        from cchc.edit.yaml.plan_text import plan_text

        remarks = {path: str(message) for path, message in self.found.comments.items()}
        text = plan_text(self.found.data, remarks, schema=schema)
        _refuse_above_limit(len(text.encode()), self.file)
        return text

    def place(self, path: tuple[str | int, ...]) -> Place | None:
        """Return where the piece of the plan at `path` stood in the paper."""
        found = (self.found.places.get(path[:n]) for n in range(len(path), 0, -1))
        return next((place for place in found if place is not None and any(place)), None)


def import_paper(file: Path) -> Imported:
    """Read and recognise the paper in `file`.

    Raises:
        UserError: it cannot be read, or it is no plan: nothing of one was found in it, or it says
            more than a plan file may hold.
    """
    from cchc.intake.exported import read_exported
    from cchc.intake.opening import open_paper
    from cchc.intake.recognise import recognise
    from cchc.read.blanks import with_blanks
    from cchc.read.schema import to_plan

    paper = open_paper(file)
    # Nothing of a paper is dropped: a plan is no smaller than its words.
    _refuse_above_limit(sum(map(_size, paper.blocks)), file)
    found = read_exported(paper) or recognise(paper)
    if not _is_plan(found):
        raise UserError(
            say(
                "{path} is not a plan: it has neither parts (I., II., ...) nor a table of tasks",
                path=file,
            ),
            say("a table of tasks has a heading row such as STT, Nhiệm vụ, Chủ trì, Thời hạn"),
        )
    if other := _other_paper(found):
        raise UserError(
            say("{path} is a “{kind}”, not a plan", path=file, kind=other),
            say(
                "plans are read, and tables of tasks with who leads and by when; its duties can be written into a plan"
            ),
        )
    data = {key: as_read(value) for key, value in found.data.items()}
    outcome = to_plan(data)
    if not isinstance(outcome, list):
        return Imported(file, found, ())
    return Imported(file, found, tuple(outcome), with_blanks(data, outcome) is not None)


def _is_plan(found: Recognised) -> bool:
    """Tell whether a paper holds tasks, or parts of one that says whose plan it is, or names units."""
    document = found.data.get("document")
    title = document.get("title") if isinstance(document, dict) else None
    named = title or any(found.data.get(key) for key in ("year", "units", "bases"))
    return bool(found.data.get("appendices") or (found.sections and named))


_OTHER_PAPERS = re.compile(
    r"BÁO CÁO|TỜ TRÌNH|GIẤY MỜI|BIÊN BẢN|LỊCH (?:CÔNG TÁC|LÀM VIỆC|TIẾP CÔNG DÂN|TRỰC|HỌP)(?: TUẦN| THÁNG)?|THÔNG BÁO|CÔNG ĐIỆN"
)


def _other_paper(found: Recognised) -> str | None:
    """Return what a paper calls itself in capitals where that is no plan, and it lists no tasks with who leads."""
    document = found.data.get("document")
    title = document.get("title") if isinstance(document, dict) else None
    named = _OTHER_PAPERS.match(title) if isinstance(title, str) else None
    return None if named is None or "lead" in repr(found.data.get("appendices")) else named[0]


def import_plan(
    file: Path,
    output: Path | None,
    plan_id: str | None,
    cwd: Path,
    *,
    force: bool,
    discard_progress: bool = False,
) -> tuple[Imported, Path]:
    """Write the plan of the paper in `file` as a plan file; return what was read, and that file.

    Args:
        file: the paper.
        output: the file; None for plans/ID.yaml of the workspace.
        plan_id: the id; None for the commune, kind and year, such as an-lap-cchc-2026.
        cwd: the folder one stands in.
        force: write over a file that is there.
        discard_progress: write over it even where progress is recorded in it.

    Raises:
        UserError: the id cannot be one, the paper cannot be read or is no plan, the plan file is
            there, with progress recorded in it where `force` is given, or the plan is too large.
    """
    from cchc.app.out_file import check_place
    from cchc.edit.begin.new_plan import checked_id
    from cchc.edit.files.write import write_bytes
    from cchc.edit.yaml.plan_text import schema_address
    from cchc.read.folders import find_root, shown_path

    root = find_root(cwd)
    check_place(output, "yaml")
    plan_id = None if plan_id is None else checked_id(plan_id)
    imported = import_paper(file)
    target = shown_path(target_of(imported, output, plan_id, root), cwd)
    if target.exists() and not force:
        raise UserError(
            say("{path} is there already", path=target),
            say(
                "take the changes of the paper into it with “cchc import {file} --update {plan}”; or "
                "name another with --id or -o; --force writes over it",
                file=quoted(file), plan=quoted(target.stem),
            ),
        )  # fmt: skip
    was = target.read_bytes() if target.is_file() else None
    if was is not None and not discard_progress:
        _refuse_with_progress(target, was, file)
    text = imported.text(schema_address(target, root))
    write_bytes(target, text.encode(), was)
    return imported, target


def _refuse_with_progress(target: Path, was: bytes, file: Path) -> None:
    from cchc.read.records import records_in_file

    if count := records_in_file(target, was):
        raise UserError(
            say("{path} holds {count} records of progress, which --force would lose",
                path=target, count=count),
            say(
                "take the changes of the paper into it with “cchc import {file} --update {plan}”; "
                "--discard-progress throws the records away",
                file=quoted(file), plan=quoted(target.stem),
            ),
        )  # fmt: skip


def plan_of(imported: Imported, cwd: Path) -> str:
    """Return the text of the plan file as it would stand in plans/ of the workspace."""
    from cchc.edit.yaml.plan_text import schema_address
    from cchc.read.folders import find_root

    root = find_root(cwd)
    return imported.text(schema_address(root / "plans" / "x.yaml", root))


def _size(block: Block) -> int:
    """Return the bytes of the words of a block."""
    from cchc.intake.office_paper import Paragraph

    if isinstance(block, Paragraph):
        return len(block.text.encode())
    return sum(len(cell.text.encode()) for row in block.rows for cell in row.cells)


def _refuse_above_limit(size: int, file: Path) -> None:
    from cchc.read.files import MAX_BYTES

    if size > MAX_BYTES:
        raise UserError(
            say(
                "{path}: too much for one plan: {size} KB of text, and a plan file holds {most} KB",
                path=file, size=size // 1000, most=MAX_BYTES // 1000,
            ),
            say("Take out what is no part of the plan, or import each appendix as a file of its own."),
        )  # fmt: skip


def target_of(imported: Imported, output: Path | None, plan_id: str | None, root: Path) -> Path:
    """Return the file to write: the one asked for, else plans/ID.yaml of the workspace.

    The id carries commune, kind and year, so that no two plans of a commune meet in one file.
    """
    from cchc.intake.slugs import slug
    from cchc.language.names import bare

    if output is not None:
        return output
    name = plan_id
    if name is None:
        data = imported.found.data
        commune = data.get("commune") or data.get("agency")
        own = commune.get("name") if isinstance(commune, dict) else None
        name = "-".join(bare(str(own)).split()) if own else slug(imported.file.stem)
        if own:
            ends = (imported.found.data.get("kind"), imported.found.data.get("year"))
            name = "-".join([name, *(str(one) for one in ends if one)])
    return root / "plans" / f"{name}.yaml"


def as_read(value: object) -> object:
    """Return plan data as reading a file gives it: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    return str(value) if isinstance(value, int) else value
