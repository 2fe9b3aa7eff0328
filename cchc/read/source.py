"""A plan file as read: its text, its plan, and what is wrong so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.model.finding import Finding, KeyPath, Span
from cchc.read.folders import plan_id
from cchc.read.yaml.positions import Places
from cchc.read.yaml.tree import Tree

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.partial import Partial


@dataclass(slots=True)
class Source:
    """A plan file as read. `plan` is None when `findings` say why there is none.

    A plan that only lacks what a paper often lacks is there, with `cchc.read.blanks.UNKNOWN` at these
    places; `findings` say so.
    """

    path: Path
    text: str = ""
    plan: Plan | None = None
    findings: Sequence[Finding] = ()
    _tree: Tree | None = field(default=None, repr=False)
    _faulty: tuple[dict[str, Any], list[Finding]] | None = field(default=None, repr=False)
    """The data, and what is wrong in it, when it is no plan."""
    blanks: frozenset[KeyPath] = frozenset()
    broken: frozenset[KeyPath] = frozenset()
    """The entries that are no YAML; the text must be mended by hand before anything is written."""

    @property
    def id(self) -> str:
        """The plan's id."""
        return plan_id(self.path)

    @property
    def decomposed(self) -> Mapping[KeyPath, str]:
        """The values whose letters are not composed (NFC) in the file, as they stand there."""
        return self._tree.decomposed if self._tree else {}

    def partial(self) -> Partial | None:
        """Return what of a plan with faults can still be judged; None: nothing, or it has none."""
        if self._faulty is None:
            return None
        from cchc.read.partial import partial

        return partial(*self._faulty)

    def places(self) -> Places:
        """Return where everything in the file stands."""
        if self._tree is None:
            return Places(self.text, {})
        return self._tree.places()

    def span(self, finding: Finding) -> Span:
        """Return where `finding` points in this file."""
        return finding.span or self.places().locate(finding)
