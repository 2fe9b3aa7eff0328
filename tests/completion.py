"""The words that shells complete: what the commands have, and the files made from it.

    python -m tests.completion     bring cchc/cli/completion/words.*.tsv up to date with the code

Run it after `python -m tests.catalogue`: descriptions are translated texts.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LANGUAGES = ("vi", "en")

# What stands for the name of something; all other free text is left to the person who types.
TAKES = {
    "--fail-on": "=error|warning|info", "--report": "=github|sarif|junit|json",
    "progress --state": "=done|running|suspended", "new --level": "=xã|phường|đặc khu",
    "validate paths": "plan", "new plan": "text", "diff old": "file", "diff new": "file",
    "sheet in names": "file", "template copy what": "packaged", "template what": "template",
}  # fmt: skip
PLACEHOLDERS = {"PLAN": "plan", "PLANS": "plan", "CODE": "code", "FILE": "file"}
NOTHING_MORE = ("template list",)


def path(language: str) -> Path:
    """Return the file of a language."""
    return ROOT / "cchc" / "cli" / "completion" / f"words.{language}.tsv"


def fresh(language: str) -> str:
    """Return what the file should hold; help is translated on import, hence another process."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.completion", language], cwd=ROOT, check=True,
        capture_output=True, env=os.environ | {"CCHC_LANG": language, "PYTHONUTF8": "1"},
    )  # fmt: skip
    return ran.stdout.decode().replace("\r\n", "\n")


def lines() -> list[str]:
    """Return the lines of the table, in the language of this process."""
    import typer.main

    from cchc.cli.app import build_app
    from cchc.rules._catalogue import plan_codes

    app: Any = typer.main.get_command(build_app())
    found = [_line("", name, "", one.short_help or "") for name, one in app.commands.items()]
    found += _options("", app, None)
    for name, one in app.commands.items():
        first = next((p for p in one.params if p.param_type_name == "argument"), None)
        actions = getattr(first.type, "choices", ()) if first else ()
        if first and first.name == "action":
            described = "|".join(f"{a}:{_about(a, first.help)}".rstrip(":") for a in actions)
            found += [_line(name, "1", f"={described}", first.help), *_options(name, one, None)]
            for action in actions:
                found += _arguments(f"{name} {action}", one.params, skip=first)
                found += _options(f"{name} {action}", one, actions)
        else:
            found += [*_arguments(name, one.params), *_options(name, one, None)]
    found += [
        _line("(code)", f"{e.code} {e.name}", "", str(e.about)) for e in plan_codes().values()
    ]
    return found


def _line(where: str, name: str, takes: str, about: str) -> str:
    return "\t".join((where, name, takes, " ".join(about.split())))


def _about(action: str, text: str) -> str:
    """Return what the help of an argument says of one action: "out: write sheets; in: ..."."""
    found = re.search(rf"(?:^|; ){action}: ([^;|]+?)\.?(?:;|$)", text)
    return found[1] if found else ""


def _arguments(where: str, params: list[Any], skip: Any = None) -> list[str]:
    arguments = [p for p in params if p.param_type_name == "argument" and p is not skip]
    if where in NOTHING_MORE:
        return []
    return [
        _line(
            where, f"{place}{'+' if p.nargs == -1 else ''}", _takes(where, p.name, p), p.help or ""
        )
        for place, p in enumerate(arguments, 1)
    ]


def _options(where: str, command: Any, actions: Any) -> list[str]:
    from cchc.messages import _

    found = []
    for p in command.params:
        if p.param_type_name != "option":
            continue
        if not _goes_with(where, p.help or "", actions):
            continue
        names = " ".join(sorted((*p.opts, *p.secondary_opts), key=len, reverse=True))
        takes = "" if p.is_flag else _takes(where, max(p.opts, key=len), p)
        found.append(_line(where, names, "*" * p.multiple + takes, p.help or ""))
    found.append(_line(where, "--help -h", "", _("Show this message and exit.")))
    return found


def _goes_with(where: str, text: str, actions: Any) -> bool:
    """Whether an option goes with this action: its help says "With out: ..." if not."""
    named = re.match(r"(?:With|Với) ([^:]+):", text)
    words = set(re.findall(r"\w+", named[1])) & set(actions or ()) if named else set()
    return not words or where.rpartition(" ")[2] in words


def _takes(where: str, name: str, param: Any) -> str:
    kind = param.type
    if choices := getattr(kind, "choices", None):
        return "=" + "|".join(str(getattr(one, "value", one)) for one in choices)
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low == 1 and high is not None and high <= 12:
        return "=" + "|".join(str(one) for one in range(low, high + 1))
    command = where.partition(" ")[0]
    found = (TAKES.get(f"{one} {name}".strip()) for one in (where, command, ""))
    if known := next(filter(None, found), None):
        return known
    called = re.findall(r"[A-Z]+", param.metavar or param.name.upper())
    meant = [PLACEHOLDERS[one] for one in called if one in PLACEHOLDERS]
    return meant[0] if meant else "file" if "Path" in type(kind).__name__ else "text"


def main() -> int:
    """Write the files, or with a language print what its file should hold."""
    if sys.argv[1:]:
        sys.stdout.write("".join(f"{line}\n" for line in lines()))
        return 0
    for language in LANGUAGES:
        path(language).write_text(fresh(language), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
