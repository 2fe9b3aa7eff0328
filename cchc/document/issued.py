"""A plan as it is issued: alone, or behind the decision that issues it, in one Word file.

Each of the two is printed through its own template; then the pages of the decision, with their
margins, page headers and styles, go in front of the plan. The file says of itself what the decision
says (number, symbol, signer, date): that is what document systems register. Source: Nghị định
30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 and 1.3; ISO/IEC 29500-1, 17.6.18; 29500-2, 9.3.
"""

from __future__ import annotations

import posixpath
from copy import deepcopy
from pathlib import Path

from lxml import etree

from cchc.document.bookmarks import number_marks
from cchc.document.context import plan_context
from cchc.document.file_properties import CORE, CUSTOM, with_digest
from cchc.document.papers import decision
from cchc.document.papers.plan import TEMPLATE
from cchc.document.template.compiled import template
from cchc.document.template.folder import find_template
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.plan import Plan
from cchc.word.markup import (
    Element,
    R,
    child,
    drop,
    give,
    parse_xml,
    properties,
    serialize,
    value,
    w,
)
from cchc.word.package import CONTENT_TYPES, DOCUMENT, STYLES, rels_of, write_package

_OURS = "quyet-dinh-"
"""What the names of relations and styles that come with the decision begin with."""
_PART = "-quyet-dinh"
"""What those of parts end with: readers know page headers by how their names begin."""
_STYLE_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MANY = 10_000
"""Drawings of the decision are counted from here, apart from those of the plan."""


def render_issued(plan: Plan, plan_id: str, workspace: Path | None) -> bytes:
    """Return the .docx of `plan`, behind its decision if it is issued with one.

    Raises:
        UserError: a template cannot be used, or that of the decision has automatic numbers.
    """
    printed = template(find_template(TEMPLATE, workspace)).parts(plan_context(plan, plan_id))
    paper = decision.decision_paper(plan)
    if paper is not None:
        path = find_template(decision.TEMPLATE, workspace)
        front = template(path).parts(paper)
        if b"<w:numPr>" in front[DOCUMENT]:
            raise UserError(
                say("{path}: automatic numbers cannot go in front of the plan", path=path.name),
                say("Type the numbers (“Điều 1.”), or print the files apart: --apart"),
            )
        printed = _in_front(front, printed)
    return write_package(printed)


def _in_front(first: dict[str, bytes], second: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of `second` with the pages of `first` before its own."""
    parts = {**second, CORE: first[CORE], CUSTOM: first[CUSTOM]}
    front, document = parse_xml(first[DOCUMENT]), parse_xml(second[DOCUMENT])
    brought = _bring_parts(front, first, parts)
    roots = {name: parse_xml(parts[name]) for name in brought if name.endswith(".xml")}
    _bring_styles([front, *roots.values()], first, parts)
    parts.update((name, serialize(root)) for name, root in roots.items())
    *blocks, page = front.find(w("body"))
    properties(blocks[-1], "pPr").append(page)
    for drawing in front.iter(_DRAWING):
        drawing.set("id", str(_MANY + int(drawing.get("id", "0"))))
    document.find(w("body"))[:0] = blocks
    number_marks(document.find(w("body")))
    parts[DOCUMENT] = serialize(document)
    parts[CUSTOM] = with_digest(parts)
    return parts


def _bring_parts(front: Element, first: dict[str, bytes], parts: dict[str, bytes]) -> list[str]:
    """Add to `parts` the page headers and pictures that `front` uses; return their names."""
    used: dict[str, str] = {}
    for node in front.iter():
        for key, link_id in node.attrib.items():
            if key.startswith(f"{{{R}}}"):
                used[link_id] = f"{_OURS}{link_id}"
                node.set(key, used[link_id])
    links, own = parse_xml(first[rels_of(DOCUMENT)]), parse_xml(parts[rels_of(DOCUMENT)])
    brought: dict[str, str] = {}
    for link in links:
        if link.get("Id") in used:
            link.set("Id", used[link.get("Id")])
            own.append(_relinked(link, "word", first, parts, brought))
    parts[rels_of(DOCUMENT)] = serialize(own)
    kinds = parse_xml(parts[CONTENT_TYPES])
    names = {f"/{old}": f"/{new}" for new, old in brought.items()}
    have = {kind.get("Extension") for kind in kinds}
    for kind in parse_xml(first[CONTENT_TYPES]):
        if (name := kind.get("PartName")) in names:
            kind.set("PartName", names[name])
        elif name or kind.get("Extension") in have:
            continue
        kinds.append(kind)
    parts[CONTENT_TYPES] = serialize(kinds)
    return list(brought)


def _relinked(
    link: Element,
    folder: str,
    first: dict[str, bytes],
    parts: dict[str, bytes],
    brought: dict[str, str],
) -> Element:
    """Return `link` to the copy of its part, which comes along with what it refers to itself."""
    name = posixpath.normpath(posixpath.join(folder, link.get("Target"))).lstrip("/")
    if link.get("TargetMode") == "External" or name not in first:
        return link
    inner, base = posixpath.split(name)
    stem, kind = posixpath.splitext(base)
    made = posixpath.join(inner, f"{stem}{_PART}{kind}")
    link.set("Target", f"/{made}")
    if made not in parts:
        parts[made] = first[name]
        brought[made] = name
        if rels_of(name) in first:
            links = parse_xml(first[rels_of(name)])
            links[:] = [_relinked(one, inner, first, parts, brought) for one in links]
            parts[rels_of(made)] = serialize(links)
    return link


def _bring_styles(roots: list[Element], first: dict[str, bytes], parts: dict[str, bytes]) -> None:
    """Add to the styles of `parts` those that `roots` use.

    Where the two templates look different, they come along under names of their own, with what their
    template gives every text.
    """
    theirs, ours = parse_xml(first[STYLES]), parse_xml(parts[STYLES])
    styles, known = _by_id(theirs), _by_id(ours)
    wanted = _wanted(roots, styles)
    defaults = theirs.find(w("docDefaults"))
    alike = _text(defaults) == _text(ours.find(w("docDefaults"))) and all(
        _text(styles[one]) == _text(known[one]) for one in wanted if one in known
    )
    if alike:
        ours.extend([styles[one] for one in wanted if one not in known])
    else:
        names = {one: f"{_OURS}{one}" for one in wanted}
        ours.extend([_renamed(styles[one], names, defaults) for one in wanted])
        default = next((one for one in wanted if styles[one].get(w("type")) == "paragraph"
                        and _is_default(styles[one])), "")  # fmt: skip
        for root in roots:
            _restyle(root, names, default)
    parts[STYLES] = serialize(ours)


def _wanted(roots: list[Element], styles: dict[str, Element]) -> list[str]:
    """Return the ids of the styles in use, with those that they are made from."""
    left = [node.get(w("val")) for root in roots for node in root.iter(*_STYLE_USES)]
    left += [one for one, style in styles.items() if _is_default(style)]
    wanted: dict[str, None] = {}
    while left:
        one = left.pop()
        if one in styles and one not in wanted:
            wanted[one] = None
            left += [node.get(w("val")) for node in styles[one].iter(*_STYLE_USES)]
    return [one for one in styles if one in wanted]


def _renamed(style: Element, names: dict[str, str], defaults: Element | None) -> Element:
    made = deepcopy(style)
    made.set(w("styleId"), names[style.get(w("styleId"))])
    made.attrib.pop(w("default"), None)
    give(made, "name", val=f"{value(style, 'name')} (Quyết định)")
    drop(made, "aliases")
    _restyle(made, names)
    if made.find(w("basedOn")) is None and made.get(w("type")) == "paragraph":
        for name in ("pPr", "rPr"):
            _fill_in(made, child(defaults, f"{name}Default", name), name)
    return made


def _fill_in(style: Element, default: Element | None, name: str) -> None:
    """Give a style what its template gives every text, where it says nothing else itself."""
    look = style.find(w(name))
    if default is None:
        return
    if look is None:
        look = style.makeelement(w(name))
        style.append(look)
    for one in default:
        if look.find(one.tag) is None:
            given = give(look, etree.QName(one).localname)
            given.attrib.update(one.attrib)


def _restyle(root: Element, names: dict[str, str], default: str = "") -> None:
    """Use the styles by their new names; a paragraph without one has the `default` style."""
    for node in root.iter(*_STYLE_USES):
        if node.get(w("val")) in names:
            node.set(w("val"), names[node.get(w("val"))])
    if default:
        for paragraph in root.iter(w("p")):
            look = properties(paragraph, "pPr")
            if look.find(w("pStyle")) is None:
                give(look, "pStyle", val=names[default])


def _by_id(styles: Element) -> dict[str, Element]:
    return {style.get(w("styleId")) or "": style for style in styles.iter(w("style"))}


def _is_default(style: Element) -> bool:
    return style.get(w("default")) in ("1", "true", "on")


def _text(node: Element | None) -> bytes:
    return b"" if node is None else etree.tostring(node, method="c14n")
