"""docs/vi/mau-in.md has every tag and filter of templates, as the program is now."""

from __future__ import annotations

import re

from cchc.document.papers import kinds
from cchc.document.template.folder import packaged_templates
from cchc.document.template.part_names import part_name
from cchc.document.template.sandbox import FILTERS
from tests import template_page


def test_the_page_and_its_pictures_are_fresh():
    for path, text in template_page.fresh().items():
        assert path.read_text("utf-8") == text, f"{path.name}: python -m tests.template_page"


def test_every_filter_and_every_tag_of_the_templates_is_listed_with_its_name():
    page = template_page.PAGE.read_text("utf-8")
    listed = re.findall(r"^\| `\{\{ ([\w.]+) \}\}` \|", page, re.MULTILINE)
    assert [name for name in listed if part_name(name).text == "{name}"] == []
    assert [kind for kind in kinds() if f"<!-- {kind} -->" not in page] == []
    dumps = "".join(one.read_text("utf-8") for one in packaged_templates().glob("*.dump.txt"))
    used = {
        name for name in re.findall(r"\{\{ ([\w.]+) \}\}", dumps) if not name.startswith("commune.")
    }
    assert used <= set(listed)
    assert [one for one in FILTERS if f"| `{one}` |" not in page] == []
