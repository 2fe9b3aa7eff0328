"""What a printed paper keeps of the plan it shows: a custom part with digests of what was printed.

`customXml/itemN.xml` with its properties, as Word keeps other data beside a document (ISO/IEC
29500-1, 15.2.5 and 15.2.6). Programs that do not know the part carry it along, or drop it. It holds
no words of the plan: its id, and for each mark in printed order the mark it stands under and a
digest of each value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import NamedTuple

from lxml import etree

from cchc.document.bookmarks import words_digest
from cchc.document.paper import Paper, PlanPaper, TaskRow
from cchc.model.field_kinds import extra_name
from cchc.model.finding import KeyPath
from cchc.word.markup import Element, serialize
from cchc.word.package import DOCUMENT, Package, add_relation, add_type, rels_of

HEADING = "heading."
"""Before the name of a column: the field of its heading."""
NAMESPACE = "urn:cchc:printed:1"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DATA = f"{_OFFICE}/relationships/customXml"
_PROPS = f"{_OFFICE}/relationships/customXmlProps"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = f"{_OFFICE}/customXml"
_STORE_ID = "{8C3C1D5E-6B0B-4F43-9B53-6C6363686301}"


class PrintedValue(NamedTuple):
    """One printed value of a plan."""

    mark: str
    place: KeyPath
    field: str
    words: str
    number: str = ""


def printed_values(paper: PlanPaper) -> Iterator[PrintedValue]:
    """Yield every value of the plan that `paper` prints, in printed order.

    Of a task each column is a value of its own; so is the printed number of a row.
    """
    lines = (
        paper.number_line, paper.date_line, paper.title, *paper.bases, *paper.opening, *paper.body,
        *paper.closing, *paper.recipients, *paper.signer.authority, paper.signer.post,
        paper.signer.name,
    )  # fmt: skip
    for line in lines:
        if line and (origin := getattr(line, "origin", None)):
            yield PrintedValue(*origin)
    for appendix in paper.appendices:
        if origin := getattr(appendix.title, "origin", None):
            yield PrintedValue(*origin)
            for column in appendix.columns:
                yield PrintedValue(origin.mark, origin.place, HEADING + column.key, column.heading)
        for row in appendix.rows:
            origin = row.origin
            if origin is None:
                continue
            mark, place = origin.mark, origin.place
            if not isinstance(row, TaskRow):
                yield PrintedValue(*origin)
                for heading, words in row.extra.items():
                    yield PrintedValue(mark, place, extra_name(heading), words)
                continue
            for column in appendix.columns:
                words = column.of(row)
                number = origin.number if column.key == "title" else ""
                yield PrintedValue(mark, place, column.key, words, number)


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """What was printed under one mark."""

    above: str
    """The mark of the section, area or appendix it stood in; empty at the top."""
    digests: Mapping[str, str]
    """By field."""


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """What a paper says of the plan it was printed from."""

    plan: str
    entries: Mapping[str, PrintedEntry] = field(default_factory=dict)
    """By mark, in printed order."""


def record_of(values: Iterator[PrintedValue], plan: str) -> PrintRecord:
    """Return what a paper with these `values` keeps."""
    entries: dict[str, PrintedEntry] = {}
    marks: dict[KeyPath, str] = {}
    for mark, group in groupby(values, key=lambda value: value.mark):
        members = list(group)
        place = members[0].place
        marks.setdefault(place, mark)
        above = next((marks[up] for n in range(len(place) - 1, 0, -1)
                      if (up := place[:n]) in marks), "")  # fmt: skip
        entries[mark] = PrintedEntry(
            above, {one.field or "text": words_digest(one.words) for one in members}
        )
    return PrintRecord(plan, entries)


def with_record(parts: dict[str, bytes], paper: Paper) -> dict[str, bytes]:
    """Return the parts of a .docx with the record of what `paper` prints, where it is a plan's."""
    if not isinstance(paper, PlanPaper) or not paper.plan_id:
        return parts
    n = next(n for n in count(1) if f"customXml/item{n}.xml" not in parts)
    data, props = f"customXml/item{n}.xml", f"customXml/itemProps{n}.xml"
    made = dict(parts)
    made[data] = _written(record_of(printed_values(paper), paper.plan_id))
    made[props] = _properties()
    add_relation(made, rels_of(data), "rId1", _PROPS, f"itemProps{n}.xml")
    add_relation(made, rels_of(DOCUMENT), "rIdPrinted", _DATA, f"../{data}")
    add_type(made, data, "application/xml")
    add_type(made, props, _PROPS_TYPE)
    return made


def read_record(package: Package) -> PrintRecord | None:
    """Return the record that a paper keeps, whatever its part is called now; None without one.

    Raises:
        UserError: the file is damaged.
    """
    for name in sorted(package.names):
        if not name.startswith("customXml/") or NAMESPACE.encode() not in package.read(name):
            continue
        root = package.xml(name)
        if root is not None and root.tag == f"{{{NAMESPACE}}}printed":
            return PrintRecord(root.get("plan") or "", dict(_entries(root)))
    return None


def _entries(root: Element) -> Iterator[tuple[str, PrintedEntry]]:
    for node in root:
        pairs = (one.rpartition("=") for one in (node.get("digests") or "").split())
        digests = {key: value for key, _, value in pairs}
        yield node.get("mark") or "", PrintedEntry(node.get("in") or "", digests)


def _written(record: PrintRecord) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}printed", nsmap={None: NAMESPACE})
    root.set("plan", record.plan)
    for mark, entry in record.entries.items():
        node = etree.SubElement(root, f"{{{NAMESPACE}}}entry")
        node.set("mark", mark)
        if entry.above:
            node.set("in", entry.above)
        node.set("digests", " ".join(f"{key}={value}" for key, value in entry.digests.items()))
    return serialize(root)


def _properties() -> bytes:
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", _STORE_ID)
    refs = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(refs, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    return serialize(root)
