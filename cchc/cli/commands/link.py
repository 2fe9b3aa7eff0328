"""`cchc link`: which tasks of the plan above the tasks of a plan carry out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.cli import options
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import _, quoted, say

GROUP = "draft"
HELP = say(
    "Link the tasks of a plan to the tasks of the plan above that they carry out.\n\n"
    "Proposals go by the words of both tasks and by the documents both cite; you say which are "
    "right, at the terminal or in a table. The plan above stands in the workspace or under "
    "[upstream] of cchc.toml. Only the lines of the links change in the file.\n\n"
    "When a task above changes, “cchc validate” says so (K002); --accept says that you have "
    "looked.\n\n"
    "Examples:\n\n"
    "  cchc link phu-thinh\n\n"
    "  cchc link phu-thinh 17 tinh/cchc-2026#tap-huan\n\n"
    "  cchc link phu-thinh --format csv -o lien-ket.csv\n\n"
    "  cchc link phu-thinh --from-csv lien-ket.csv\n\n"
    "  cchc link phu-thinh --accept"
)


def command(
    plan: Annotated[str, typer.Argument(help=_("The plan: its id, the beginning of the id, or its file."))],
    task: Annotated[str | None, typer.Argument(help=_("One task: its id or printed number."))] = None,
    above: Annotated[
        str | None, typer.Argument(metavar="[PLAN#ID]", help=_("The task above that it carries out."))
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="PLAN", help=_("Only to this plan above; may be repeated.")),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help=_("The tasks above were looked at again."))
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help=_("Take the link out."))] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Write what is sure without asking; leave the rest."))
    ] = False,
    check: Annotated[bool, typer.Option("--check", help=_("Show the proposals; write nothing."))] = False,
    from_csv: Annotated[
        Path | None,
        typer.Option("--from-csv", metavar="FILE", help=_("Link what a table accepts.")),
    ] = None,
    from_xlsx: Annotated[
        Path | None,
        typer.Option("--from-xlsx", metavar="FILE", help=_("The same from an Excel file.")),
    ] = None,
    form: Annotated[Literal["text", "json", "csv"], typer.Option("--format", help=_("How to write the proposals."))] = "text",
    output: options.Output = None,
) -> int:  # fmt: skip
    from cchc.app import link as job
    from cchc.cli import link as ask
    from cchc.outputs import json
    from cchc.outputs import link_proposals as words

    wanted = list(to or []) or ([above.rpartition("#")[0]] if above and "#" in above else [])
    held = job.open_plan(plan, Path.cwd(), wanted)
    if accept:
        looked = job.accept(held, [task] if task else [])
        for line in ask.looked_lines(looked):
            typer.echo(line)
        return _written(len(looked))
    if remove and task and above:
        job.unlink(held, task, above)
        return _written(1)
    if task or remove:
        if not task or not above:
            raise UserError(
                say("name the task and the task above: cchc link PLAN TASK PLAN#ID"),
                say("“cchc link {plan} --check” shows what fits", plan=quoted(plan)),
            )
        return _written(job.link(held, [(held.place(task), above)]))
    if from_csv or from_xlsx:
        return _written(job.link(held, ask.from_table(held, from_csv, from_xlsx)))
    found = job.propose(held)
    if form == "csv" or form == "json" or output or check:
        from cchc.cli.output import deliver

        shown = {
            "csv": lambda: words.table(held.source.id, found),
            "json": lambda: json.dumps("links", words.content(held.source.id, found)),
            "text": lambda: words.text(found),
        }
        deliver(shown[form](), output, form, shown)
        return int(check and any(one.candidates for one in found))
    if yes:
        sure = [(one.place, one.candidates[0].link) for one in found if one.is_sure]
        return _written(job.link(held, sure))
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        typer.echo(words.text(found), nl=False)
        if not any(one.candidates for one in found):
            return 0
        raise UserError(
            say("nothing is written: nobody is there to be asked"),
            say("look at it with --check, write what is sure with --yes, or fill in a table: "
                "--format csv -o FILE, then --from-csv FILE"),
        )  # fmt: skip
    tell(words.summary(found))
    return _written(job.link(held, ask.asked(held, found)))


def _written(count: int) -> int:
    tell(say("links written: {count}", count=count))
    return 0
