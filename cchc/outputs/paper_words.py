"""What to do about a finding in Word: the words of rules speak of keys in a plan file."""

from __future__ import annotations

from collections.abc import Mapping

from cchc.messages import Message, say
from cchc.model.finding import Finding

_HELP: Mapping[str, Message] = {
    "D002": say("write a deadline: a quarter, a month or a day"),
    "N003": say("attach the appendix, or take out the words that point to it"),
    "N004": say("write “(Có Phụ lục kèm theo)” where the text speaks of it"),
    "T002": say("write what comes out of it (the kind of paper) or what must be reached"),
    "U005": say("name the one unit that leads, or why there is none yet"),
    "U014": say("say in its duties which unit leads this field"),
    "V002": say("have the clerk fill it in when the plan is issued"),
    "V003": say("let one and the same issue and sign: the chairman, or the committee (TM.)"),
    "V005": say("write KH-UBND behind the number"),
    "V008": say("lines of “Nơi nhận” end in “;”, the last one in “.”"),
    "V010": say("each base ends in “;”, the last one in “.”"),
}
_MESSAGES: Mapping[str, Message] = {
    "V008": say("this line of “Nơi nhận” has a mark that does not belong there"),
    "V009": say("“./.” stands only at the end of a paper"),
    "V010": say("this base does not end as its place in the list asks"),
}


def in_paper(finding: Finding) -> Finding:
    """Return `finding` in the words of somebody who has the paper open in Word."""
    code = finding.code
    return finding._replace(
        message=_MESSAGES.get(code, finding.message), help=_HELP.get(code, finding.help)
    )
