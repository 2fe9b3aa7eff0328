"""`cchc.toml`: what a workspace wants otherwise than everybody.

[validate]
select = ["C", "D003"]          # only these codes, names or families
ignore = ["comma-before-the-date"]
fail-on = "warning"             # error (default), warning, info

[validate.severity]
vague-deadline = "info"

[upstream]
plans = ["tren/tinh.csv", "../so-noi-vu/plans/cchc-2026.yaml", "tinh/main:plans/cchc-2026.yaml"]

[progress.columns]              # odd headings of the office's own table of progress
"Kết quả đến nay" = "state"     # plan, task, title, occurrence, deadline, state, percent, date,
"Ngày ký" = "date"              # evidence, note
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from cchc.errors import UserError, closest, did_you_mean, reason
from cchc.messages import Message, say
from cchc.model.finding import Finding, Severity
from cchc.read.files import read_bytes

NAME = "cchc.toml"
_AT = re.compile(r"\(at line ([0-9]+)")


class Configuration(NamedTuple):
    """The content of `cchc.toml`; what it does not say has its default here."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    severity: Mapping[str, Severity] = {}
    upstream: tuple[str, ...] = ()
    """Where plans above are that tasks carry out, beside those of the workspace."""
    progress_columns: Mapping[str, str] = {}
    """Headings of an office's own table of progress, with what stands below them."""


def read_configuration(root: Path) -> Configuration:
    """Return the configuration of the workspace `root`; all defaults without a file.

    Raises:
        UserError: the file is not TOML, or a key or value is not known.
    """
    path = root / NAME
    try:
        path.lstat()
    except FileNotFoundError:
        return Configuration()
    except OSError as error:
        raise UserError(
            say("{path} cannot be read: {reason}", path=NAME, reason=reason(error))
        ) from None
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        raise UserError(say("{path} cannot be read: {reason}", path=NAME, reason=raw.message))
    import tomllib

    try:
        whole = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UserError(
            say("{path}, line {line}: not UTF-8 text", path=NAME, line=line),
            say("save it as UTF-8 in your editor"),
        ) from None
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        raise UserError(
            say("{path}, line {line}: this is not valid TOML", path=NAME, line=at[1])
            if at
            else say("{path}: the end of the file comes too soon", path=NAME),
            say("text stands in quotes, lists in [ ]; see docs/configuration.md"),
        ) from None
    except (ValueError, RecursionError):
        raise UserError(
            say(
                "{path}: a number is too long, or brackets stand too deep in each other", path=NAME
            ),
            say("a setting is a word, or a list of words; see docs/configuration.md"),
        ) from None
    _known(whole, ("validate", "upstream", "progress"), "")
    above = _table(whole, "upstream", "")
    _known(above, ("plans",), "upstream.")
    given = _table(whole, "validate", "")
    _known(given, ("select", "ignore", "fail-on", "severity"), "validate.")
    severities = _table(given, "severity", "validate.")
    return Configuration(
        _words(given, "select", "validate"),
        _words(given, "ignore", "validate"),
        _severity(given.get("fail-on", "error"), "validate.fail-on"),
        {word: _severity(value, f"validate.severity.{word}") for word, value in severities.items()},
        _words(above, "plans", "upstream"),
        _progress_columns(_table(whole, "progress", "")),
    )


ProgressColumn = Literal[
    "plan", "task", "title", "occurrence", "deadline", "state", "percent", "date", "evidence", "note",
]  # fmt: skip
COLUMNS: tuple[ProgressColumn, ...] = get_args(ProgressColumn)
"""What a column of a table of progress may hold."""


def _progress_columns(table: Mapping[str, Any]) -> dict[str, str]:
    _known(table, ("columns",), "progress.")
    found = _table(table, "columns", "progress.")
    for heading, key in found.items():
        if key not in COLUMNS:
            raise _wrong(
                say("“{key}” cannot be “{value}”", key=f"progress.columns.{heading}", value=key),
                say("one of: {known}", known=", ".join(COLUMNS)),
            )
    return dict(found)


def _known(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = closest(key, known)
            raise _wrong(
                say("unknown key “{key}”", key=f"{where}{key}"),
                did_you_mean(
                    near and f"{where}{near}",
                    say("keys known here: {keys}", keys=", ".join(known)),
                ),
            )


def _table(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise _wrong(
            say("“{key}” must be a table", key=f"{where}{key}"),
            say("write [{key}] on a line of its own", key=f"{where}{key}"),
        )
    return found


_EXAMPLES = {"plans": '["tren/tinh.csv"]'}


def _words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        example = _EXAMPLES.get(key, '["C001", "vague-deadline"]')
        raise _wrong(
            say("“{key}” must be a list of texts", key=f"{where}.{key}"),
            say("write {key} = {example}", key=key, example=example),
        )
    return tuple(found)


def _severity(value: object, key: str) -> Severity:
    try:
        return Severity(value)  # type: ignore[arg-type]
    except ValueError:
        raise _wrong(
            say("“{key}” cannot be “{value}”", key=key, value=value),
            say("one of: {known}", known=", ".join(Severity)),
        ) from None


def _wrong(message: Message, hint: Message | None) -> UserError:
    return UserError(say("{path}: {message}", path=NAME, message=message), hint)
