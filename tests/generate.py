"""Every generated file of the repository, brought up to date by one command.

    python -m tests.generate

In this order: the catalogue of texts, the words that shells complete, the JSON Schemas, the dumps of the
Word templates, the examples of the READMEs, the page of templates. Texts that are not translated yet are listed.
"""

from __future__ import annotations

import sys

from tests import catalogue, completion, examples, template_page
from tests.examples import ROOT, printed

SCHEMAS = {"plan.schema.json": ["schema"], "register.schema.json": ["schema", "--register"]}


def main() -> int:
    """Write all of them; 1 when a text is not translated."""
    untranslated = catalogue.main()
    completion.main()
    for name, arguments in SCHEMAS.items():
        text = printed(arguments, "vi")
        (ROOT / "docs" / name).write_text(text, encoding="utf-8", newline="\n")
    for template in sorted((ROOT / "templates").glob("*.docx")):
        printed(["template", "dump", str(template.relative_to(ROOT)), "--write"], "vi")
    examples.main()
    template_page.main()
    return untranslated


if __name__ == "__main__":
    sys.exit(main())
