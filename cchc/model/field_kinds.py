"""What a field of a task is and where it goes: said once, beside the field, and read by all.

`Task` in `cchc.model.task` declares each field with a `TaskField`; `TASK_FIELDS` there is the table
of all. Printing, export, import, diff, carry-forward and the rules go by that table, so a field
that is added there goes everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pydantic import BaseModel

    from cchc.messages import Message

FieldKind = Literal[
    "id",
    "number",
    "text",
    "line",
    "units",
    "deadline",
    "targets",
    "links",
    "list",
    "progress",
    "extra",
]
"""What a field holds.

- `text`: words, in one paragraph or several;
- `line`: a name or a few words on one line;
- `units`: ids of units and groups, printed by their names;
- `deadline`: a phrase that is read as a deadline;
- `links`: tasks of plans above, each with the digest of what was seen of it;
- `list`: a list of short texts;
- `extra`: texts by the heading of the column they are printed in;
- the others are like no other field.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskField:
    """One field of a task."""

    kind: FieldKind
    called: Message
    """The word for it in diffs and messages; docs/glossary.md has the same."""
    columns: str = ""
    """What an office's table writes above such a column: a pattern for the start of the heading in
    small letters without marks. Empty: the field is not imported."""
    rank: int = 0
    """Patterns of a lower rank are tried first: those that many headings fit come last."""
    printed: bool = True
    """Whether it can be a column of an appendix, and a name in templates (`task.NAME`)."""
    like: str = ""
    """The field in whose sample column it is printed where a template has none for it. Empty: such a
    template does not print it."""
    exported: bool = True
    """Whether `cchc export` has a column of this name."""
    compared: bool = True
    """Whether `cchc diff` shows a change of it."""
    carried: bool = True
    """Whether next year's plan begins with it."""
    seen: int = 0
    """Its place in the digest of a task that others carry out (`cchc.model.above`); 0: not in it. A
    number is never given to another field."""
    person: bool = False
    """Whether it names a person, whose name is not judged as a word and holds no year."""

    @property
    def is_prose(self) -> bool:
        """Whether it holds words of the plan, in which years move with the plan."""
        return self.kind in ("text", "line", "deadline", "extra") and not self.person

    @property
    def read_as(self) -> Literal["text", "name", "remark"] | None:
        """What rules about words take it for: a printed text, a name beside it, or a remark."""
        if self.kind == "line":
            return "name"
        if self.kind == "extra":
            return "text"
        if self.kind == "text":
            return "text" if self.printed else "remark"
        return None


CUSTOM = "custom"
"""The key of a column whose values stand under `extra`, by its heading."""
_EXTRA = "extra."


def extra_name(heading: str) -> str:
    """Return the name of the column with this heading, without blanks: `extra.Nguồn_vốn`."""
    return _EXTRA + "_".join(heading.replace("_", " ").split())


def extra_heading(name: str) -> str | None:
    """Return the heading of a column by its name; None where it is no column of `extra`."""
    return name.removeprefix(_EXTRA).replace("_", " ") if name.startswith(_EXTRA) else None


def declared_fields(task: type[BaseModel]) -> Mapping[str, TaskField]:
    """Return the table of a model whose fields are declared with a `TaskField` each."""
    return {
        name: next(one for one in info.metadata if isinstance(one, TaskField))
        for name, info in task.model_fields.items()
    }
