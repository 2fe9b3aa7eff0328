"""From the outline of the body to the sections of a plan: numbering, roles, duties, reports.

Two passes over one outline: the first tells the unit book which units are named, the second, when
the book is settled, makes the data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cchc.intake.body.duties import advised_subjects, leading_names, led_subjects
from cchc.intake.body.headings import named_part, names_appendix, role_of, subject_of
from cchc.intake.body.numbers import run_beside_a_sentence, style_of, written_number
from cchc.intake.body.outline import OutlineNode
from cchc.intake.body.reporting import id_of, rule_of, untaken
from cchc.intake.body.task_blocks import without_fields
from cchc.intake.body.units import _NO_FIELD, ASSIGNING, dated_in, duty_units, names_in, rule_in
from cchc.intake.lines import sentences
from cchc.intake.office_paper import Place, PlanData
from cchc.intake.slugs import slug, unique
from cchc.intake.units.book import UnitBook
from cchc.language.numbering import default_numbering
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.section import Numbering, SectionRole
from cchc.model.subject import Subject


@dataclass(slots=True)
class Body:
    """The sections as plan data, with where each stands and what a person should look at."""

    items: list[object] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    comments: dict[KeyPath, Message] = field(default_factory=dict)
    duties: int = 0
    reports: int = 0
    dated: int = 0
    """Tasks found in the text: blocks, and dated sentences of a paper without a table."""
    numbers: int = 0
    joined: int = 0


def body_of(
    parts: Sequence[OutlineNode], book: UnitBook, year: int, taken: set[str],
    tables: Collection[Place] = (), *, has_table: bool,
) -> Body:  # fmt: skip
    """Return the body as data.

    `taken` are the ids in use, to which those made here are added; `tables` the lines under which
    a table of tasks stood in the body, which is an appendix now. Where the paper `has_table`, dated
    sentences outside the parts on who does what are left to it.
    """
    body = Body()
    maker = _Maker(body, book, year, taken, tables, has_table=has_table)
    body.items = maker.siblings(parts, ("body",), 1, "roman", "", None)
    maker.fill_leads()
    return body


class _Maker:
    def __init__(
        self, body: Body, book: UnitBook, year: int, taken: set[str], tables: Collection[Place],
        *, has_table: bool,
    ) -> None:  # fmt: skip
        self.tables = tables
        self.has_table = has_table
        self.advises: list[tuple[KeyPath, PlanData, list[Subject]]] = []
        self.body = body
        self.book = book
        self.year = year
        self.taken = taken

    def siblings(
        self, nodes: Sequence[OutlineNode], at: KeyPath, depth: int, style: Numbering, above: str,
        role: str | None,
    ) -> list[object]:  # fmt: skip
        """Return the data of `nodes`, which are numbered in `style` under the mark `above`."""
        made: list[object] = []
        for n, node in enumerate(nodes, start=1):
            made.append(self.section(node, (*at, n - 1), depth, style, above, n, role))
        for settled in run_beside_a_sentence(made):
            self.body.numbers -= 1
            self.body.comments.pop((*at, settled, "number"), None)
        return made

    def section(
        self, node: OutlineNode, at: KeyPath, depth: int, style: Numbering, above: str, n: int,
        role: str | None,
    ) -> object:  # fmt: skip
        self.body.places[at] = node.place
        self.body.joined += node.joined
        own = role_of(node.text, depth) if node.title else named_part(node.text, depth)[0]
        inside = role if role in ASSIGNING and own not in ASSIGNING else (own or role)
        printed, computed = written_number(node, style, n, above)
        data: PlanData = {}
        if said := self._role(node, own, role, at):
            data["role"] = said
        if printed is not None:
            data["number"] = printed
            self._remark_number(at, printed, computed)
        if (
            node.title
            and depth > 1
            and inside not in _NO_FIELD
            and (found := subject_of(node.text))
        ):
            data["subject"] = found
        if node.title:
            data["title"] = node.text
        text = [node.text] if not node.title and node.text else []
        text += [line for line, _ in node.lines]
        if text:
            data["text"] = "\n".join(text)
        self._add_units(data, node, inside, at)
        self._add_rule(data, node, inside, at)
        self._add_deadline(data, node, inside, at)
        if items := self._split(node):
            mark = computed if printed is None else printed
            self._add_items(data, items, at, depth, mark, style, inside)
        return data["text"] if set(data) == {"text"} else data

    def _role(
        self, node: OutlineNode, own: SectionRole | None, above: str | None, at: KeyPath
    ) -> SectionRole | None:
        """Return the role to write: that of its heading, or "appendix" where it points to one."""
        if node.place in self.tables and any(node.place):
            self.body.comments[at] = say(
                "the table that stands here in the paper is an appendix now"
            )
            return own if own and not node.title else "appendix"
        if node.reference:
            return "appendix"
        if own and not (above in ASSIGNING and own in ("contents", "goals", "solutions")):
            return own
        # Without a mark the sentence would be printed in brackets, as a reference is.
        points = node.mark is not None and not node.title and names_appendix(node.text)
        return "appendix" if points else None

    def _remark_number(self, at: KeyPath, printed: str, computed: str) -> None:
        if printed == "+":
            return  # a second kind of dash
        self.body.numbers += 1
        self.body.comments[(*at, "number")] = say(
            "the paper prints {printed} where {computed} follows; delete the line to let cchc number",
            printed=printed, computed=computed or "-",
        )  # fmt: skip

    def _add_units(self, data: PlanData, node: OutlineNode, role: str | None, at: KeyPath) -> None:
        names = names_in(node, role)
        ids = self.book.ids(names) if names else ()
        if not ids:
            return
        self.body.duties += 1
        if node.title:
            if role in ASSIGNING:
                data.setdefault("role", "assignment")
            written = ", ".join(
                entry.name for one in ids for entry in self.book.entries if entry.id == one
            )
            if node.items and written == node.text:
                del data["title"]
        data["units"] = list(ids)
        texts = [node.text] if not node.title else []
        texts += [item.text for item in node.items]
        if leads := led_subjects(texts):
            data["leads"] = leads
        self.advises.append((at, data, advised_subjects(texts)))

    def fill_leads(self) -> None:
        """Give a field that nobody leads to the one unit that advises on it."""
        led = {one for _, data, _ in self.advises for one in _listed(data.get("leads"))}
        asked = Counter(subject for _, _, advised in self.advises for subject in advised)
        for at, data, advised in self.advises:
            more = [one for one in advised if asked[one] == 1 and one not in led]
            if more:
                data["leads"] = [*_listed(data.get("leads")), *more]
                self.body.comments[(*at, "leads")] = say(
                    "the paper says “Tham mưu”, not “Chủ trì”, for {fields}: check",
                    fields=", ".join(more),
                )

    def _add_rule(self, data: PlanData, node: OutlineNode, role: str | None, at: KeyPath) -> None:
        rule = rule_in(node, role, self.year)
        if rule is None or rule.deadline is None:
            return
        data["deadline"] = rule.deadline
        data["id"] = unique(id_of(node.text, rule), self.taken)
        if left := untaken(node.text, rule.deadline, self.year):
            self.body.comments[(*at, "deadline")] = say(
                "the sentence names another day, which is not taken: “{text}”; add it here if it counts",
                text=left,
            )
        if not rule.reports:
            return
        self.body.reports += 1
        report: PlanData = {"to": rule.to} if rule.to else {}
        if rule.via and (ids := self.book.ids(rule.via)):
            report["via"] = ids[0]
        data["report"] = report
        self.body.comments.setdefault(
            (*at, "report"),
            say("read from the text: check to whom the report goes and by when")
            if rule.to
            else say("the text does not say to whom the report goes: write it under “to”"),
        )

    def _add_deadline(
        self, data: PlanData, node: OutlineNode, role: str | None, at: KeyPath
    ) -> None:
        """Make a task block, or a dated sentence where no table has the tasks, a dated duty."""
        if node.block:
            deadline, names, support = node.block.deadline, node.block.lead, node.block.support
            if not deadline:
                self._add_doers(data, names, support)
                return
            self.body.places[(*at, "deadline")] = node.block.place
        elif "deadline" in data or self.has_table:
            return
        elif found := dated_in(node, role, self.year):
            deadline, (names, support) = found, duty_units(node.text, self.year)
        else:
            return
        data["deadline"] = deadline
        data["id"] = unique(slug(without_fields(node.text)), self.taken)
        self._add_doers(data, names, support)
        self.body.dated += 1
        remark = say("a task in the text: check its day and its unit")
        self.body.comments.setdefault((*at, "deadline"), remark)

    def _add_doers(self, data: PlanData, names: str, support: str) -> None:
        """Name the units that do a duty, where none is named yet, and those that support them."""
        if names and "units" not in data and (ids := self.book.ids(names)):
            data["units"] = list(ids)
        helping = [one for one in self.book.ids(support) if one not in _listed(data.get("units"))]
        if helping:
            data["support"] = helping

    def _split(self, node: OutlineNode) -> list[OutlineNode]:
        """Return the items of `node`; a paragraph with two deadlines becomes two of its sentences."""
        items: list[OutlineNode] = []
        kind = style_of(node.items)
        for item in node.items:
            if (
                kind not in ("none", "dash")
                or item.title
                or item.reference
                or item.items
                or item.lines
                or item.block
                or item.is_field
            ):
                items.append(item)
                continue
            items += self._pieces(item)
        if kind == "none" and node.title and role_of(node.text, 2) == "reporting":
            _share_subjects(items)
        return items

    def _pieces(self, item: OutlineNode) -> list[OutlineNode]:
        single = sentences(item.text)
        rules = [rule_of(one, self.year) for one in single]
        if sum(rule is not None and rule.deadline is not None for rule in rules) < 2:
            return [item]
        texts: list[str] = []
        for text, rule in zip(single, rules, strict=True):
            if texts and rule is None:
                texts[-1] = f"{texts[-1]} {text}"
            else:
                texts.append(text)
        return [OutlineNode(item.mark, text, item.place) for text in texts]

    def _add_items(
        self, data: PlanData, items: list[OutlineNode], at: KeyPath, depth: int, mark: str, style: Numbering,
        role: str | None,
    ) -> None:  # fmt: skip
        inner = style_of(items)
        nested = any(item.items for item in items)
        if inner != default_numbering(depth, style, nested=nested):
            data["numbering"] = inner
        prefix = "" if style in ("roman", "letter") else mark
        data["items"] = self.siblings(items, (*at, "items"), depth + 1, inner, prefix, role)


def _listed(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else []


def _share_subjects(items: Sequence[OutlineNode]) -> None:
    """Let paragraphs without a subject ("Thực hiện chế độ báo cáo ...") share the last one named."""
    subject = ""
    for item in items:
        if leading_names(item.text):
            subject = item.text
        elif item.mark is None and not item.reference:
            item.of = subject
