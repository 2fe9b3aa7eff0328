"""One plan or paper never takes the others with it: a bug of cchc on one of them is said of that one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import TypeVar

from cchc.errors import InternalError, UserError
from cchc.messages import say
from cchc.read import faults
from cchc.read.unread import Unread, failed

R = TypeVar("R")

FAILED = 3
"""The exit code of a run in which cchc failed on a plan, as of one in which it failed itself."""


def ask_apart(
    ask: Callable[[Set[str]], R],
    plans: Mapping[str, Path],
    *,
    through: tuple[type[Exception], ...] = (),
) -> tuple[R, list[Unread]]:
    """Return what `ask` answers of the plans with these ids, and those that it had to leave out.

    When `ask` raises, each plan is asked about alone to see whose fault it is. What is `through`,
    and what no plan raises alone, is raised.

    Raises:
        UserError: as `ask`.
        InternalError: each of the plans fails.
    """
    passed: tuple[type[Exception], ...] = (UserError, *through)
    try:
        return ask(plans.keys()), []
    except passed:
        raise
    except Exception:
        left_out = [one for name, path in plans.items() if (one := _alone(ask, name, path, passed))]
        if not left_out:
            raise
    if len(left_out) == len(plans):
        raise left_out[0].refusal()
    return ask(plans.keys() - {one.plan for one in left_out}), left_out


def _alone(
    ask: Callable[[Set[str]], object], name: str, path: Path, passed: tuple[type[Exception], ...]
) -> Unread | None:  # fmt: skip
    try:
        ask({name})
    except passed:
        return None  # what is wrong with the request is found when all are asked about
    except Exception as error:
        return failed(name, path, error)
    return None


def each_apart(
    papers: Sequence[Path], work: Callable[[Path], R]
) -> tuple[list[R], list[UserError]]:
    """Return what `work` makes of each paper, and why the others were left out.

    Raises:
        UserError: the only paper is left out.
    """
    made: list[R] = []
    refused: list[UserError] = []
    for path in papers:
        try:
            made.append(work(path))
        except UserError as error:
            refused.append(error)
        except Exception as error:
            refused.append(_bug_on(path, error))
    if refused and len(papers) == 1:
        raise refused[0]
    return made, refused


def _bug_on(paper: Path, error: Exception) -> InternalError:
    message = faults.internal(error).message
    return InternalError(
        say("{path}: {message}", path=paper, message=message),
        say("send this line to the maintainers, with the file if you may"),
    )


def exit_code(left_out: Sequence[Unread], otherwise: int = 0) -> int:
    """Return the exit code of an answer without these plans: 1, or 3 when cchc failed on one."""
    if any(one.failed for one in left_out):
        return FAILED
    return 1 if left_out else otherwise
