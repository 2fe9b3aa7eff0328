"""How a long job says how far it is, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from cchc.messages import Message

Steps = Callable[[Message, int], AbstractContextManager[Callable[[], None]]]
"""Called with what is done and in how many steps; gives the function that takes one step.

The command line passes `cchc.cli.progress_bar.bar`.
"""


@contextmanager
def unseen(title: Message, count: int) -> Iterator[Callable[[], None]]:
    """Take the steps without telling anybody."""
    yield lambda: None
