"""The report of an import: what was read, with counts, how sure, and where to look.

Slips of the paper that are not in the plan are told, because cchc writes the place itself: reading
mends the marks at the ends of lines, the symbol and its blanks, and whoever goes on with the paper
wants to know. So is an appendix that says it goes with a document of another number or date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cchc.intake.draft import Draft
from cchc.intake.front.letterhead import date_in
from cchc.intake.lines import Line
from cchc.intake.tables.kind import KINDS, table_kind
from cchc.messages import Listed, Message, say
from cchc.model.task import TASK_FIELDS

_FIRST = 8
"""Places that one line of the report names."""


def summary(draft: Draft) -> Iterator[Message]:
    """Yield the lines of the report on `draft`."""
    body, end = draft.body, draft.end
    if draft.other:
        yield draft.other
    yield say(
        "read: {bases} bases, {parts} parts, {duties} duties of units, {reports} reporting rules, "
        "{recipients} recipients",
        bases=len(draft.preface.bases), parts=len(draft.parts), duties=body.duties,
        reports=body.reports, recipients=len(end.recipients) + bool(end.archive),
    )  # fmt: skip
    if draft.decision and (form := draft.decision.form):
        yield say(
            "{first} to {last}: the decision before the plan; its bases, recipients and signer are "
            "taken, its title and articles are what `cchc render --decision` prints",
            first=form[0].place.words, last=form[-1].place.words,
        )  # fmt: skip
    if draft.decision and draft.decision.articles:
        yield say("“{text}” in the recipients of the decision is left out: `cchc render --decision` prints it",
                  text=", ".join(draft.decision.articles))  # fmt: skip
    for table in draft.tables:
        first = table.sheet.tables[0].place
        yield say(
            "{place}: an appendix with {rows} rows", place=first.words, rows=len(table.rows.rows)
        )
    if draft.tables:
        yield say(
            "appendices: {tasks} tasks in {areas} areas",
            tasks=draft.appendices.tasks, areas=draft.appendices.areas,
        )  # fmt: skip
    else:
        yield say("no table of tasks was found")
    if body.dated:
        yield say("tasks in the text with a day or period: {count}; “cchc due” lists them",
                  count=body.dated)  # fmt: skip
    for other in draft.zones.targets:
        yield say("{place}: a table of targets: those of this year are under “targets”, its other columns "
                  "are remarks", place=other.place.words)  # fmt: skip
    for row in draft.zones.headings:
        yield say("{place}: “{text}” only heads the columns of a table of task blocks: left out",
                  place=row.place.words, text=" | ".join(cell.text for cell in row.cells))  # fmt: skip
    if draft.other_kind:
        yield say("the paper is a “{kind}”: a plan file has no place for this word and is printed as “KẾ HOẠCH”; "
                  "write “{kind}” over it in the printed file", kind=draft.other_kind)  # fmt: skip
    for other in draft.zones.strange:
        yield say("{place}: {kind}, not a list of tasks; it is under “unplaced”",
                  place=other.place.words, kind=KINDS[table_kind(other)])  # fmt: skip
    if draft.appendices.records or draft.appendices.not_yet:
        yield say(
            "progress: {records} tasks with a record; {not_yet} of which the paper says that "
            "nothing is done yet",
            records=draft.appendices.records, not_yet=draft.appendices.not_yet,
        )  # fmt: skip
    yield say(
        "units: {units}, collective names: {groups}; {spellings} of them written in several ways",
        units=len(draft.units.units), groups=len(draft.units.groups), spellings=draft.units.spellings,
    )  # fmt: skip
    yield from _mended(draft)
    yield from slips(draft)
    yield from unlike_numbers(draft)
    if body.numbers + draft.appendices.numbers:
        yield say(
            "numbers that do not follow the one before: {count}; each is kept as “number:”",
            count=body.numbers + draft.appendices.numbers,
        )
    if draft.appendices.counted_on:
        yield say(
            "numbers of tables that go on counting from the table before: {count}; each is kept as “number:”",
            count=draft.appendices.counted_on,
        )
    if draft.appendices.own_codes:
        yield say(
            "codes of the office’s own in the place of numbers: {count}; each is kept as “number:”",
            count=draft.appendices.own_codes,
        )
    missing = list(_missing(draft))
    for message in missing:
        yield say("not found: {what}", what=message)
    if draft.unplaced:
        yield say(
            "not understood and kept under “unplaced”: {count}, the first at {place}",
            count=len(draft.unplaced), place=draft.unplaced[0][1].words,
        )  # fmt: skip


def _mended(draft: Draft) -> Iterator[Message]:
    cut = [row for table in draft.tables for row in table.rows.rows if row.pieces > 1]
    if cut:
        places = Listed((row.place.words for row in cut[:_FIRST]), "; ")
        yield say(
            "rows joined that a page break had cut: {count} ({places}{more})",
            count=len(cut), places=places, more="; ..." if len(cut) > _FIRST else "",
        )  # fmt: skip
    if draft.body.joined:
        yield say("paragraphs joined that a page break had cut: {count}", count=draft.body.joined)
    if draft.criteria:
        yield say("criteria with points: {count}; they are under “criteria”",
                  count=sum(1 for _ in _each(draft.criteria)))  # fmt: skip
    for table in draft.tables:
        if table.rows.repeated:
            yield say(
                "header rows repeated by hand and left out: {count}", count=table.rows.repeated
            )
        for column in table.rows.head.columns:
            if column.holds == "internal":
                yield say("the column “{heading}” is not for issue: its words are remarks in the "
                          "file and are never printed", heading=column.heading)  # fmt: skip
            if column.heading in draft.appendices.points:
                continue
            if column.guessed:
                yield say("the column “{heading}” was taken for {key} by what its cells hold: check",
                          heading=column.heading, key=TASK_FIELDS[column.holds].called)  # fmt: skip
            if column.holds == "other" and column.heading:
                yield say("the column “{heading}” fits no key of a task; it stays a column of its own (custom, extra)",
                          heading=column.heading)  # fmt: skip
    for entry in draft.book.units:
        if entry.merged:
            yield say("“{name}” also stands for {others}", name=entry.name,
                      others=", ".join(f"“{one}”" for one in entry.merged))  # fmt: skip
        if entry.likeness:
            yield say("“{name}” is kept apart from “{other}”: one body or two?",
                      name=entry.name, other=entry.likeness)  # fmt: skip


def _missing(draft: Draft) -> Iterator[Message]:
    owner = draft.owner or {"name": draft.who.name, "province": draft.who.province}
    if not owner["name"]:
        yield say("the name of the commune")
    if not owner.get("province", True):
        yield say("the province")
    if not draft.title:
        yield say("the title under “KẾ HOẠCH”")
    if not draft.preface.bases:
        yield say("legal bases (lines that begin with “Căn cứ”)")
    if not draft.parts:
        yield say("the parts of the plan (I., II., ...)")
    yield from _blank(draft)
    if draft.preface.decision is None:
        if not draft.end.post:
            yield say("who signs")
        if not draft.end.recipients:
            yield say("the list “Nơi nhận”")


def _blank(draft: Draft) -> Iterator[Message]:
    """Yield what văn thư fills in when the paper is issued, where its place is there and empty."""
    decision, head = draft.preface.decision, draft.head
    if decision is not None:
        if not decision.get("number"):
            yield say("the number of the decision (blank in the document)")
        if str(decision.get("date") or "").count("/") < 2:
            yield say("the day of the decision (blank in the document)")
    elif head.symbol:
        if not head.number:
            yield say("the number (blank in the document)")
        if (head.date or "").count("/") < 2:
            yield say("the day of issue (blank in the document)")


def _each(criteria: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    for one in criteria:
        yield one
        parts = one.get("parts")
        yield from _each(parts if isinstance(parts, list) else [])


_CLOSED = re.compile(r"\.?\s*/\s*[.-]\s*[)”\"]?\s*$|\./\s*$")
"""The end of a text: "./.", and what is typed for it."""
_SYMBOL = re.compile(
    r"(?P<number>\d{1,5}[a-zđ]?)?(?P<a>\s*)/(?P<b>\s*)(?P<kind>[A-ZĐ][A-ZĐa-z]{0,4})(?P<c>\s*)-(?P<d>\s*)(?P<body>[A-ZĐ]{2,}\S*)"
)
_OWN = re.compile(
    r"\s*(?:Số|SỐ)\s*[:.]?\s*(?=[\d/.…_])|\(?\s*(?:(?:ban hành\s+)?kèm theo|(?:đính )?kèm(?: theo)?) kế hoạch",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"[^\s;,.]\s+[;,]$")


def slips(draft: Draft) -> Iterator[Message]:
    """Yield what the paper of `draft` has and its plan does not show."""
    zones = draft.zones
    for line in [
        *(zones.head or zones.before),
        *(one for sheet in zones.sheets for one in sheet.head),
    ]:
        if symbol := _spaced_symbol(line.whole):
            yield say("{place}: a blank inside the symbol “{symbol}”; it is read without",
                      place=line.place.words, symbol=symbol)  # fmt: skip
    for line in zones.end:
        if line.mark is not None and _LOOSE_END.search(line.text):
            yield say("{place}: a blank before the mark at the end of “{text}”",
                      place=line.place.words, text=line.text)  # fmt: skip
    if zones.body and zones.end and not any(map(_is_closed, _last_lines(draft))):
        yield say("{place}: the text does not end with “./.”; cchc prints it",
                  place=zones.body[-1].place.words)  # fmt: skip


def _spaced_symbol(text: str) -> str | None:
    """Return the paper's own symbol as written where there is a blank in it."""
    own = _OWN.match(text)
    found = _SYMBOL.search(text, own.end()) if own else None
    if found is None:
        return None
    blanks = (found["a"] if found["number"] else "", found["b"], found["c"], found["d"])
    return found[0] if any(blanks) else None


def _last_lines(draft: Draft) -> Iterator[Line]:
    zones = draft.zones
    yield from zones.body[-3:]
    yield from zones.end
    for sheet in zones.sheets:
        yield from sheet.tail


def _is_closed(line: Line) -> bool:
    return _CLOSED.search(line.text) is not None


_DOCUMENT = re.compile(
    r"theo\s+[^\W\d_]+\s[^\W\d_]+(?:\s+số)?\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)\s*/\s*"
    r"(?P<symbol>[A-ZĐ][A-Za-zĐđ]*\s*-\s*[A-ZĐ]+(?:[-.&][A-ZĐ]+)*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def unlike_numbers(draft: Draft) -> Iterator[Message]:
    """Yield what to say of appendices that go with a document of another number or date."""
    for line, theirs, ours in attached_elsewhere(draft):
        yield say(
            "{place}: the appendix goes with {theirs}, the plan is {ours}: check which is right",
            place=line.place.words, theirs=theirs, ours=ours,
        )  # fmt: skip


def attached_elsewhere(draft: Draft) -> Iterator[tuple[Line, str, str]]:
    """Yield each line "(Kèm theo ...)" that names another document than the plan's, with both of them."""
    decision, head = draft.preface.decision or {}, draft.head
    own = (
        decision if decision else {"number": head.number, "symbol": head.symbol, "date": head.date}
    )
    ours = _written(own.get("number"), own.get("symbol"), own.get("date"))
    for table in draft.tables:
        for text, place in table.attached:
            found = _DOCUMENT.search(text)
            if found is None:
                continue
            symbol, date = re.sub(r"\s", "", found["symbol"]), date_in(found["rest"])
            same_date = not (date and own.get("date")) or date == own.get("date")
            if (found["number"], symbol) != (own.get("number"), own.get("symbol")) or not same_date:
                yield Line(text, place), _written(found["number"], symbol, date), ours


def _written(number: object, symbol: object, date: object) -> str:
    return f"{number or '...'}/{symbol or '...'}" + (f" ({date})" if date else "")
