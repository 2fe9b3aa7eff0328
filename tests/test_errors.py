"""Why the system refused, in words of the user."""

from __future__ import annotations

import errno
import os

import pytest

from cchc.errors import reason


@pytest.mark.parametrize(
    "code",
    [errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC,
     errno.EROFS, errno.EBUSY, errno.ENAMETOOLONG, errno.ELOOP],
)  # fmt: skip
def test_a_common_cause_is_told_in_the_language_of_the_user(
    code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_LANG", "vi")
    told = str(reason(OSError(code, os.strerror(code))))
    assert not told.isascii()
    assert told != os.strerror(code)


def test_a_rare_cause_is_told_as_the_system_tells_it() -> None:
    assert str(reason(OSError(errno.ECHILD, "no children"))) == "no children"
    assert str(reason(OSError("only words"))) == "only words"
