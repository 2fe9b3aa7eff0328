"""The Word templates of a workspace: listed, copied, checked, dumped and tidied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.app.check_docx import entries_of
from cchc.document.dump import dump
from cchc.document.template.check import TemplateFault, check_template
from cchc.document.template.folder import (
    FOLDER,
    available_templates,
    find_template,
    packaged_templates,
)
from cchc.document.tidy import without_traces
from cchc.edit.files.write import NOW, write_bytes
from cchc.errors import UserError
from cchc.messages import Message, quoted, say
from cchc.model.finding import Severity
from cchc.outputs.docx_findings import ShownFinding
from cchc.read.folders import find_root, shown_path
from cchc.word.package import read_package, write_package


class TemplateFile(NamedTuple):
    """A template that papers are made from."""

    name: str
    own: bool
    """Whether it stands in the workspace; else it comes with cchc."""
    path: Path


class CheckedTemplate(NamedTuple):
    """What is wrong with a template, and with what it prints."""

    path: Path
    problems: Sequence[TemplateFault]
    entries: list[ShownFinding]

    @property
    def bad(self) -> bool:
        """Whether it should not be used as it is."""
        return bool(self.problems) or any(
            one.finding.severity is Severity.ERROR for one in self.entries
        )


def list_templates(cwd: Path) -> list[TemplateFile]:
    """Return the templates that are used in the workspace, by name."""
    root = find_root(cwd)
    return [
        TemplateFile(name, path.parent == root / FOLDER, shown_path(path, cwd))
        for name, path in sorted(available_templates(root).items())
    ]


def template_file(what: str, cwd: Path) -> Path:
    """Return the file of the template `what`, which is a name or a file.

    Raises:
        UserError: there is no template of that name.
    """
    path = Path(what)
    return path if path.suffix or path.exists() else find_template(what, find_root(cwd))


def copy_template(name: str, cwd: Path, *, force: bool = False) -> Path:
    """Copy a template that comes with cchc into the workspace, and return the copy.

    Raises:
        UserError: there is no such template, or the workspace has one and `force` is not given.
    """
    source = packaged_templates() / f"{name}.docx"
    if Path(name).name != name or not source.is_file():
        source = find_template(name, None)
    target = find_root(cwd) / FOLDER / f"{name}.docx"
    if target.exists() and not force:
        raise UserError(
            say("{path} is there already", path=shown_path(target, cwd)),
            say("use --force to replace it; what was changed in it is lost"),
        )
    write_bytes(target, source.read_bytes(), NOW if force else None)
    return shown_path(target, cwd)


def checked_template(path: Path) -> CheckedTemplate:
    """Check a template, and what it prints for samples.

    Raises:
        UserError: it is no Word document.
    """
    verdict = check_template(path)
    entries = [
        entry for sample, finding in verdict.findings
        for entry in entries_of(f"{path.name} ({sample})", [finding])
    ]  # fmt: skip
    return CheckedTemplate(path, verdict.problems, entries)


def dump_template(path: Path) -> str:
    """Return the words, styles and pages of a template as text.

    Raises:
        UserError: it is no Word document.
    """
    return dump(write_package(read_package(path)))


def write_dump(path: Path, text: str) -> Path:
    """Write the dump of a template beside it, and return the file."""
    target = path.with_suffix(".dump.txt")
    write_bytes(target, text.encode())
    return target


def tidy_template(path: Path, cwd: Path, *, accept: bool = False) -> Sequence[Message]:
    """Take names, company and editing marks out of a template; return what was removed.

    `accept`: accept all tracked changes.

    Raises:
        UserError: it comes with cchc, is no Word document, or has tracked changes.
    """
    folder = path.resolve().parent
    if folder == packaged_templates() and folder != find_root(cwd) / FOLDER:
        raise UserError(
            say("{path} comes with cchc and stays as it is", path=path.name),
            say("copy it first: cchc template copy {name}", name=quoted(path.stem)),
        )
    was = path.read_bytes() if path.is_file() else None
    tidied = without_traces(read_package(path), path, accept=accept)
    if tidied.removed:
        write_bytes(path, tidied.content, was)
    return tidied.removed
