"""A draft as the data of a plan, with remarks where a person should decide."""

from __future__ import annotations

from cchc.intake.draft import Draft
from cchc.intake.front.letterhead import amended_plan
from cchc.intake.front.preface import issuing_sentence
from cchc.intake.office_paper import Place, PlanData
from cchc.language.names import bare
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.plan_kinds import KINDS

NO_BODY = {"title": "NỘI DUNG", "incomplete": "Tệp nhập vào không có phần nội dung I., II."}
"""What stands for the body of a paper that is nothing but a table."""


def plan_data(
    draft: Draft, places: dict[KeyPath, Place], comments: dict[KeyPath, Message]
) -> PlanData:
    """Return the data of `draft`; `places` and `comments` are added to."""
    who = draft.who
    data: PlanData = {"cchc": 1, "kind": who.kind, "year": who.year}
    draft.head.draft = draft.head.draft or draft.preface.draft
    paper = draft.preface.decision or {"number": draft.head.number, "date": draft.head.date}
    issued = bool(paper["number"]) and str(paper.get("date")).count("/") == 2
    data["status"] = "issued" if issued and not draft.head.draft else "draft"
    key = "commune" if draft.owner is None else "agency"
    data[key] = draft.owner or {"level": who.level, "name": who.name, "province": who.province}
    places[(key,)] = draft.head.places.get("name", draft.title_place)
    if not who.kind_is_sure:
        comments[("kind",)] = say(
            "the title does not tell the kind of plan: {kinds}", kinds=", ".join(KINDS)
        )
    _remark_owner(draft, data[key], comments)
    if who.variants and draft.owner is None:
        comments[("commune", "name")] = say(
            "the paper also writes {others}",
            others=", ".join(f"“{name}” ({count})" for name, count in who.variants.items()),
        )
    if not who.year:
        comments[("year",)] = say("the paper does not say: fill in")
    data["document"] = _document(draft, places, comments)
    if draft.preface.bases:
        data["bases"] = [text for text, _ in draft.preface.bases]
        places.update({("bases", n): place for n, (_, place) in enumerate(draft.preface.bases)})
    if draft.preface.opening:
        data["opening"] = "\n".join(text for text, _ in draft.preface.opening)
        places[("opening",)] = draft.preface.opening[0][1]
    data["units"] = draft.units.units or None
    if not draft.units.units:
        comments[("units",)] = say("no unit could be read: declare the units of the plan here")
    if draft.units.groups:
        data["groups"] = draft.units.groups
    if draft.targets.items:
        data["targets"] = draft.targets.items
        for n, (place, besides) in enumerate(
            zip(draft.targets.places, draft.targets.besides, strict=True)
        ):
            places["targets", n] = place
            comments["targets", n] = say(
                "from a table of targets: check; it also says: {text}", text=besides
            )
    data["body"] = draft.body.items or [dict(NO_BODY)]
    if not draft.body.items:
        comments[("body",)] = say("the paper has no parts I., II. ...: write them here")
    if draft.closing:
        data["closing"] = "\n".join(text for text, _ in draft.closing)
        places[("closing",)] = draft.closing[0][1]
    if draft.appendices.items:
        data["appendices"] = draft.appendices.items
    if draft.criteria:
        data["criteria"] = draft.criteria
    if draft.unplaced:
        data["unplaced"] = [text for text, _ in draft.unplaced]
        places.update({("unplaced", n): place for n, (_, place) in enumerate(draft.unplaced)})
        comments[("unplaced",)] = say("move each of these where it belongs, then delete it here")
    return data


def _remark_owner(draft: Draft, owner: object, comments: dict[KeyPath, Message]) -> None:
    key = "commune" if draft.owner is None else "agency"
    assert isinstance(owner, dict)  # it was made above
    for part, value in owner.items():
        if not value:
            comments[(key, part)] = say("the paper does not say: fill in")
        if part in draft.who.remarks and (key == "commune" or part == "province"):
            comments[(key, part)] = draft.who.remarks[part]


def _document(
    draft: Draft, places: dict[KeyPath, Place], comments: dict[KeyPath, Message]
) -> PlanData:
    head, end, decision = draft.head, draft.end, draft.preface.decision
    at: KeyPath = ("document",)
    data: PlanData = {}
    if decision is None:
        data["number"] = head.number
        if head.symbol or not draft.other:
            data["symbol"] = head.symbol or "KH-UBND"
        if head.date:
            data["date"] = head.date
        if not head.symbol and not draft.other:
            comments[(*at, "symbol")] = say("the paper has no symbol: this is the usual one")
        for key in ("number", "symbol", "date", "place"):
            if key in head.places:
                places[(*at, key)] = head.places[key]
    if head.place and bare(head.place) != bare(draft.who.name or ""):
        data["place"] = head.place
    if head.superior and draft.owner is None:
        data["superior"] = head.superior
    if draft.other:
        comments[at] = draft.other
    else:
        data["issuer"], sure = _issuer(draft)
        if not sure:
            comments[(*at, "issuer")] = say(
                "the text does not say who issues the plan: committee (UBND) or chairman (Chủ tịch)"
            )
    data["title"] = draft.title or None
    places[(*at, "title")] = draft.title_place
    if draft.other_kind:
        comments[(*at, "title")] = say(
            "the paper is a “{kind}”; printed, “KẾ HOẠCH” stands over this title",
            kind=draft.other_kind,
        )
    if not draft.title:
        comments[(*at, "title")] = say(
            "the paper has no line “KẾ HOẠCH” with a title: write it here"
        )
    if amended := amended_plan(draft.title):
        data["amends"] = amended
        places[(*at, "amends")] = draft.title_place
        comments[(*at, "amends")] = say(
            "read from the title: work with an id of that plan counts in this one only; check"
        )
    if decision is not None:
        data["decision"] = decision
        places[(*at, "decision")] = draft.preface.decision_place
    if end.post or end.name or end.authority:
        signer: PlanData = {}
        if end.authority:
            signer["authority"] = end.authority
        signer["post"] = end.post
        signer["name"] = end.name
        data["signer"] = signer
        places[(*at, "signer")] = end.signer_place
        for key in ("post", "name"):
            if not signer[key]:
                comments[(*at, "signer", key)] = say("the paper does not name who signs: fill in")
    if end.recipients:
        data["recipients"] = [text for text, _ in end.recipients]
        places.update(
            {(*at, "recipients", n): place for n, (_, place) in enumerate(end.recipients)}
        )
    if end.archive:
        data["archive"] = end.archive[0]
        places[(*at, "archive")] = end.archive[1]
    return data


def _issuer(draft: Draft) -> tuple[str, bool]:
    """Return who issues the plan and whether the opening says it itself."""
    found = issuing_sentence(" ".join(text for text, _ in draft.preface.opening))
    if found:
        return ("chairman" if found["chair"] else "committee"), True
    if draft.preface.decision:
        whose = str(draft.preface.decision.get("issuer") or "")
        return ("chairman" if whose.startswith("Chủ tịch") else "committee"), bool(whose)
    if draft.head.issuer:
        return draft.head.issuer, True
    if draft.end.authority:
        form = draft.end.authority[0]
        return ("committee" if form.startswith("TM") else "chairman"), True
    if draft.end.post:
        return "chairman", False
    return "committee", False
