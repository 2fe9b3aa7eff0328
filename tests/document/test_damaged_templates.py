"""A template damaged in any way prints the plan whole or is refused with the place: never silent."""

from __future__ import annotations

from cchc.errors import UserError
from cchc.word.markup import parse_xml, serialize, w
from cchc.word.package import DOCUMENT, read_package
from tests.document.conftest import KE_HOACH, Paper, plan_of
from tests.document.printing import render_plan
from tests.document.test_traps import saved

PLAN = plan_of(
    document={"superior": "UBND huyện Định Hóa", "signer": {
        "authority": ["TM. ỦY BAN NHÂN DÂN"], "post": "CHỦ TỊCH", "name": "Nguyễn Văn An"}},
    appendices=[{
        "title": "Danh mục",
        "columns": [{"key": key, "heading": key.upper()} for key in
                    ("number", "title", "lead", "deadline", "product", "note")],
        "areas": [{"title": "Một", "tasks": [
            {"id": "a", "title": "Việc A", "lead": ["vh-xh"], "deadline": "Quý I/2026",
             "product": "Báo cáo", "note": "Ghi nhớ"}]}],
    }],
)  # fmt: skip


def plain(texts):
    return [" ".join(text.split()) for text in texts]


WHOLE = plain(Paper(render_plan(PLAN, KE_HOACH)).texts())


BASES = [one for one in WHOLE if one.startswith("Căn cứ")]


def text_of(node):
    return "".join(t.text or "" for t in node.iter(w("t")))


def paragraph(root, tag):
    return next(p for p in root.iter(w("p")) if text_of(p) == f"{{{{ {tag} }}}}")


def without(tag):
    """Take out a paragraph: of a cell only its words."""

    def damage(root, _parts):
        for node in [p for p in root.iter(w("p")) if f"{{{{ {tag} }}}}" in text_of(p)]:
            for run in node.findall(w("r")):
                node.remove(run)

    return damage


def listing(root):
    return next(t for t in root.iter(w("tbl")) if "task.title" in text_of(t))


def column_out(field):
    def damage(root, _parts):
        table = listing(root)
        rows = table.findall(w("tr"))
        cells = rows[-1].findall(w("tc"))
        at = next(n for n, cell in enumerate(cells) if f"task.{field}" in text_of(cell))
        for row in rows:
            inside = row.findall(w("tc"))
            if "area." in text_of(row):
                span = inside[-1].find(f"{w('tcPr')}/{w('gridSpan')}")
                span.set(w("val"), str(int(span.get(w("val"))) - 1))
            else:
                row.remove(inside[at])
        grid = table.find(w("tblGrid"))
        grid.remove(grid[at])

    return damage


def swapped(root, _parts):
    """Let the product's column stand before that of the task's title."""
    for row in listing(root).findall(w("tr")):
        cells = row.findall(w("tc"))
        if "area." not in text_of(row):
            cells[1].addprevious(cells[3])


def table_out(root, _parts):
    table = listing(root)
    table.getparent().remove(table)


def section_out(root, _parts):
    body = root.find(w("body"))
    at = next(n for n, one in enumerate(body) if one.find(f".//{w('sectPr')}") is not None)
    for one in list(body)[at + 1 : -1]:
        body.remove(one)


def area_rows_out(root, _parts):
    for row in [r for r in listing(root).findall(w("tr")) if "area." in text_of(r)]:
        row.getparent().remove(row)


def replaced(tag, xml):
    """Put `xml`, some runs, in place of the tag of a paragraph."""

    def damage(root, _parts):
        node = paragraph(root, tag)
        for run in node.findall(w("r")):
            node.remove(run)
        node.extend(list(parse_xml(f'<w:p xmlns:w="{w("p")[1:-2]}">{xml}</w:p>'.encode())))

    return damage


def run(text, look=""):
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def comment(*names):
    return replaced("decision", run(f"{{{{ decision }}}}{{# leaves out: {', '.join(names)} #}}"))


def both(*damages):
    def damage(root, parts):
        for one in damages:
            one(root, parts)

    return damage


def into_header(tag, name):
    def damage(root, parts):
        without(tag)(root, parts)
        header = parse_xml(parts[name])
        header[0].append(
            parse_xml(f'<w:r xmlns:w="{w("p")[1:-2]}"><w:t>{{{{ {tag} }}}}</w:t></w:r>'.encode())
        )
        parts[name] = serialize(header)

    return damage


def unlink(root, _parts):
    for one in list(root.iter(w("headerReference"))):
        one.getparent().remove(one)


NO_PART = "does not print all of this plan; left out: "
BOX = f"<w:r><w:pict><w:txbxContent><w:p>{run('{{ bases }}')}</w:p></w:txbxContent></w:pict></w:r>"
PARTS = {
    "superior": "the superior agency", "issuer": "the issuing agency",
    "number_line": "the line of number and symbol", "date_line": "the line of place and date",
    "title": "the title", "recipients": "the recipients",
    "signer.authority": "the lines of authority", "signer.post": "the signer's post",
    "signer.name": "the signer's name", "bases": "the bases", "opening": "the opening",
    "body": "the parts of the body", "closing": "the closing",
    "appendix.label": "the label of the appendix", "appendix.title": "the title of the appendix",
    "appendix.attached": "the line “(Kèm theo ...)” of the appendix",
    "area.title": "the titles of areas",
}  # fmt: skip
ALL_PARTS = ", ".join(f"{words} ({{{{ {tag} }}}})" for tag, words in PARTS.items())
DAMAGES = {
    "without every part": (both(*map(without, PARTS)), NO_PART + ALL_PARTS),
    "without one part": (without("bases"), f"{NO_PART}the bases ({{{{ bases }}}})"),
    "without the table": (table_out, f"{NO_PART}the table of tasks ({{{{ task.title }}}})"),
    "without the section": (section_out, "the title of the appendix ({{ appendix.title }})"),
    "without area rows": (area_rows_out, "the titles of areas ({{ area.title }})"),
    "a column deleted": (column_out("lead"), f"{NO_PART}the column “LEAD” ({{{{ task.lead }}}})"),
    "a column that is no column of this plan deleted": (column_out("support"), None),
    "left out on purpose": (both(column_out("lead"), without("bases"), comment("lead", "bases")),
                            {"LEAD", "Phòng Văn hóa - Xã hội", *BASES}),
    "the table, where the title is left out on purpose": (
        both(table_out, comment("title")), f"{NO_PART}the table of tasks ({{{{ task.title }}}})"),
    "the table left out on purpose": (both(table_out, comment("task")), set(WHOLE)),
    "a tag misspelt": (replaced("bases", run("{{ basis }}")), "{{ basis }} names basis, which does"),
    "a tag of the appendix misspelt": (
        replaced("appendix.title", run("{{ appendix.titel }}")), "names titel, which does not exist"),
    "left out under a wrong name": (both(without("bases"), comment("basis")), "{{ bases }}"),
    "columns in another order": (swapped, None),
    "a tag over runs": (replaced("bases", run("{") + run("{ ba") + run("ses }") + run("}")), None),
    "half a tag": (replaced("bases", run("{{ bases")), "is not complete"),
    "only the first of a list": (replaced("bases", run("{{ bases[0] }}")), "{{ bases }}"),
    "a list joined": (replaced("recipients", run("{{ recipients|join(' ') }}")), None),
    "a condition that does not hold": (
        replaced("bases", run("{% if year == '1999' %}{{ bases }}{% endif %}")), "{{ bases }}"),
    "a tag in a box": (replaced("bases", BOX), "a tag stands in a text box: {{ bases }}"),
    "a tag in hidden text": (replaced("bases", run("{{ bases }}", "<w:rPr><w:vanish/></w:rPr>")),
                             "{{ bases }} stands in hidden text"),
    "a tag in the page header": (into_header("title", "word/header1.xml"), None),
    "a tag in a header no page has": (both(into_header("title", "word/header1.xml"), unlink),
                                      "{{ title }}"),
    "a tag inserted with tracking": (
        replaced("bases", f'<w:ins w:id="1" w:author="a">{run("{{ bases }}")}</w:ins>'),
        "paragraph 5: has tracked changes"),
    "a tag deleted with tracking": (
        replaced("bases", '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ bases }}</w:delText></w:r></w:del>'),
        "has tracked changes"),
    "a comment in the margin": (
        replaced("title", run("{{ title }}") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        "paragraph 2: has a comment"),
}  # fmt: skip


def rendered(damage, tmp_path):
    """Return what a damaged template prints, with its page header, or what it is refused with."""
    parts = read_package(KE_HOACH)
    root = parse_xml(parts[DOCUMENT])
    damage(root, parts)
    path = saved(tmp_path / "hong.docx", parts | {DOCUMENT: serialize(root)})
    try:
        made = Paper(render_plan(PLAN, path))
    except UserError as error:
        return None, f"{error.message}\n{error.hint or 'NO HINT'}"
    return plain([*made.texts(), text_of(parse_xml(made.parts["word/header1.xml"]))]), None


def test_a_damaged_template_prints_all_or_is_refused_with_the_place(tmp_path):
    for name, (damage, wanted) in DAMAGES.items():
        printed, refused = rendered(damage, tmp_path)
        if isinstance(wanted, str):
            assert refused is not None, name
            assert wanted in refused, name
            assert refused.startswith("hong.docx"), name
            assert "NO HINT" not in refused, name
            continue
        assert refused is None, name
        missing = {one for one in WHOLE if one and not any(one in text for text in printed)}
        assert missing <= (wanted or set()), name
