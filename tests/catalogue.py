"""The gettext catalogue: what users can read, what is translated, and the files made from it.

    python -m tests.catalogue     bring cchc/locale/vi up to date with the code

Texts no longer used go, new ones come in untranslated and are listed; a test fails on them. The
compiled file is made anew too; git does not keep it, the package build makes it (`build_hook`).
"""

from __future__ import annotations

import ast
import datetime
import io
import sys
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cchc.messages import DOMAIN, LOCALE_DIR
from cchc.rules import across_plans, all_rules, links
from cchc.rules._catalogue import page

PO = LOCALE_DIR / "vi" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
KEYWORDS = ("_", "say")

# The words of the command line's parser (typer), which looks them up in our catalogue.
PARSER = (
    "(dynamic)", "Aborted!", "Arguments", "Commands", "Missing command.",
    "No such command {name!r}.", "Options", "default: {default}", "env var: {var}", "required",
)  # fmt: skip


@cache
def used() -> frozenset[str]:
    """Return every text that users can read, in English."""
    code = Path(__file__).parent.parent / "cchc"
    found = {
        text for path in sorted(code.rglob("*.py")) for text in texts_in(path.read_text("utf-8"))
    }
    for rule in (*all_rules(), *across_plans.all_rules(), *links.all_rules()):
        texts = page(rule.__doc__)
        found |= {texts.fault, texts.why, texts.source}
    return frozenset(found | set(PARSER)) - {""}


def texts_in(code: str) -> set[str]:
    """Return what `code` gives to `say` and `_`, wherever it stands, inside f-strings too.

    Raises:
        ValueError: one of them is given something else than a text, which nobody can translate.
    """
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.add(text.value)
            elif not isinstance(text, ast.Name | ast.Attribute):
                raise ValueError(f"line {node.lineno}: {ast.unparse(text)}")
    return found


def translations() -> dict[str, str]:
    """Return what the catalogue holds: English to Vietnamese."""
    with PO.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def po_bytes(known: dict[str, str]) -> bytes:
    """Return the catalogue's file for all texts in use."""
    catalogue = Catalog(
        locale="vi", project="cchc", version="1", charset="utf-8", fuzzy=False,
        header_comment="# What users read, in Vietnamese; the English stands in the code.",
        creation_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        revision_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        last_translator="The cchc maintainers", language_team="vi",
    )  # fmt: skip
    for text in sorted(used()):
        catalogue.add(text, known.get(text, ""))
    out = io.BytesIO()
    write_po(out, catalogue, width=0)
    return out.getvalue()


def mo_bytes() -> bytes:
    """Return the compiled form of the catalogue's file as it is."""
    out = io.BytesIO()
    with PO.open("rb") as file:
        write_mo(out, read_po(file, locale="vi"))
    return out.getvalue()


def main() -> int:
    """Write both files and list what has no translation."""
    known = translations()
    PO.write_bytes(po_bytes(known))
    MO.write_bytes(mo_bytes())
    missing = [text for text in sorted(used()) if not known.get(text)]
    for text in missing:
        print(f"not translated: {text!r}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
