"""While a line is no YAML, an editor still shows the rest of the plan."""

from __future__ import annotations

from pathlib import Path

from cchc.lsp.hover import hover
from cchc.lsp.plan_text import PlanText
from cchc.lsp.symbols import outline
from tests.read.test_around import PLAN


def test_outline_and_hover_stay_while_a_line_is_broken():
    broken = PLAN.replace("deadline: Quý I", "deadline Quý I").replace(
        "title: Việc  hai", "title: Hai"
    )
    text = PlanText(Path("plans/x.yaml"), broken)
    assert text.source.plan is None
    assert "3. Việc ba" in str(outline(text))
    at = broken.index("deadline: Sớm") + 2
    assert hover(text, at, [])
    assert {one.finding.code for one in text.found} >= {"Y006", "D001"}
