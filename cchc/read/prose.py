"""The words an office writes itself for a periodic report: `reports/PLAN-PERIOD.md`.

A line `# Nguyên nhân của tồn tại, hạn chế`, or its key `# causes`, begins the words of one place of
the report; what follows are its paragraphs, with an
empty line between them. A line that begins with `- ` is a paragraph of its own. Whatever stands
after the key (`# causes: Nguyên nhân`) and whatever stands between `<!--` and `-->` is for the
reader only. Nothing else is markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.read.files import read_text

FOLDER = "reports"
Prose = dict[str, tuple[str, ...]]
_HEADING = re.compile(r"#+\s*([^\s:]+)\s*(:.*)?$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def prose_path(root: Path, plan: str, period: str) -> Path:
    """Return the file that holds the words for a plan's report."""
    return root / FOLDER / f"{plan}-{period.lower()}.md"


def read_prose(path: Path, known: Mapping[str, str]) -> Prose:
    """Return the paragraphs for each key that has some; a file that is not there has none.

    `known`: the places of the report, key to heading; either may stand in the file.

    Raises:
        UserError: the file cannot be read, names a place that is not `known` or names one twice,
            or has words above the first heading.
    """
    if not path.exists():
        return {}
    text = read_text(path)
    if not isinstance(text, str):
        raise UserError(say("{path}: {reason}", path=path, reason=text.message), text.help)
    return parse_prose(text, path, known)


def parse_prose(text: str, path: Path, known: Mapping[str, str]) -> Prose:
    """Return the paragraphs of `text`; `path` names it in messages.

    Raises:
        UserError: as `read_prose`.
    """
    found: dict[str, list[str]] = {}
    key = ""
    open_paragraph = False
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for number, raw in enumerate(bare.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("#"):
            key = _key(line, number, path, known)
            if key in found:
                raise UserError(
                    say("{path}, line {line}: “{key}” stands there twice",
                        path=path, line=number, key=key),
                    say("put all its words under one heading"),
                )  # fmt: skip
            found[key] = []
            open_paragraph = False
        elif not line:
            open_paragraph = False
        elif not key:
            raise UserError(
                say("{path}, line {line}: words above the first heading", path=path, line=number),
                say("begin with a line such as “# Kết quả nổi bật”"),
            )
        elif open_paragraph and not line.startswith("- "):
            found[key][-1] += f" {line}"
        else:
            found[key].append(line)
            open_paragraph = True
    return {name: tuple(paragraphs) for name, paragraphs in found.items() if paragraphs}


def _key(line: str, number: int, path: Path, known: Mapping[str, str]) -> str:
    said = line.lstrip("# ")
    heading = _HEADING.match(line)
    key = heading[1] if heading else said
    if key not in known:
        names = {_folded(title): key for key, title in known.items()}
        if _folded(said) in names:
            return names[_folded(said)]
        title = closest(_folded(said), names)
        near = known[names[title]] if title else closest(key, known)
        key = said if title or " " in said else key
        raise UserError(
            say("{path}, line {line}: a report has no place “{key}”",
                path=path, line=number, key=key),
            did_you_mean(near, say("places: {known}", known="; ".join(known.values()))),
        )  # fmt: skip
    return key


def _folded(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).casefold().rstrip(" .:").split())
