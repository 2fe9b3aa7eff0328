"""Validating plans: the schema and every rule over files, on all cores, or over one text."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.app.bulkhead import FAILED
from cchc.app.cores import FEW, Steps, over_cores, unseen
from cchc.messages import say
from cchc.read.faults import INTERNAL, UNREADABLE, internal
from cchc.read.files import unsaved
from cchc.read.workspace import plan_files

if TYPE_CHECKING:
    from cchc.model.announced import Announced
    from cchc.model.finding import Diagnostic
    from cchc.model.register import Register
    from cchc.rules._judged import Judged
    from cchc.rules._run import FileFindings, Judge
    from cchc.rules._settings import Settings


TIDY = (20_000, 10, 10)
"""How soon the collector looks again among many files; a run over few ends before it need."""


class Validation:
    """The plan files of a run, and the days off and the register of the workspace, to be judged."""

    def __init__(
        self, files: Sequence[Path], settings: Settings, *, whole: bool, lasting: bool,
        jobs: int = 0, steps: Steps = unseen, root: Path | None = None,
    ) -> None:  # fmt: skip
        """Say what is to be judged.

        Args:
            files: the plan files.
            settings: which findings count.
            root: their workspace (None: the one that the current folder lies in).
            whole: the files are all of the workspace.
            lasting: results are kept for the next run.
            jobs: worker processes; 0: one for each core.
            steps: how whoever waits is shown how far it is.
        """
        from cchc.read.folders import HOLIDAYS, REGISTER, find_root, shown_path

        here = Path.cwd()
        self.root = root or find_root(here)
        register = shown_path(self.root / "plans" / REGISTER, here)
        self._register = register if register.exists() else None
        days = shown_path(self.root / "plans" / HOLIDAYS, here)
        beside = (register, days)
        self.paths = [path for path in files if path not in beside]
        if days.exists():
            self.paths.append(days)
        if self._register:
            self.paths.append(self._register)
        self.settings = settings
        self._whole = whole
        self._lasting = lasting
        self._jobs = jobs
        self._steps = steps

    def files(self) -> Iterator[FileFindings]:
        """Yield what is wrong with each file that has a fault, as far as the settings count it."""
        from cchc.rules._run import Run
        from cchc.store.run import answers, is_wanted

        run = Run(self.root, self.paths, self._register, self._whole)
        lasting = self._lasting and is_wanted()
        for file in answers(self.root, partial(run.answers, work=self._work), lasting=lasting):
            yield file._replace(found=self.settings.apply(file.found))

    def _work(self, judge: Judge, paths: Sequence[Path]) -> Iterator[Judged]:
        if len(paths) >= FEW:
            gc.set_threshold(*TIDY)
        with self._steps(say("Checking plans"), len(paths)) as step:
            for one in over_cores(judge, paths, self._jobs):
                yield one
                step()


def by_workspace(files: Iterable[Path], cwd: Path) -> dict[Path, list[Path]]:
    """Return the files by the workspace they lie in; those in none go with that of `cwd`."""
    from cchc.read.folders import find_root, is_workspace

    roots: dict[Path, Path] = {}
    found: dict[Path, list[Path]] = {}
    for file in files:
        if file.parent not in roots:
            root = find_root(cwd / file.parent)
            roots[file.parent] = root if is_workspace(root) else find_root(cwd)
        found.setdefault(roots[file.parent], []).append(file)
    return found


def validate_text(
    text: str,
    name: str,
    register: Register | None = None,
    settings: Settings | None = None,
    announced: Announced | None = None,
) -> list[Diagnostic]:
    """Return what is wrong with `text`, the content of a plan file called `name`, by its lines.

    No file is read, and other plans are not looked at. The names `register.yaml` and
    `holidays.yaml` mean what they mean in a workspace. `register` is what the plan may cite by
    key; `settings` choose among the findings (None: all of them, each with its own severity);
    `announced` are the days off and working days of its workspace.
    """
    from cchc.model.announced import NOTHING
    from cchc.read.load import read_text_as
    from cchc.read.source import Source
    from cchc.rules import diagnose
    from cchc.rules._facts import Facts

    path = Path(name)
    try:
        source = read_text_as(path, text, lambda: register, announced or NOTHING)
        plan = source.plan
        facts = Facts(plan, register, source.decomposed) if plan is not None else None
        return diagnose(source, settings, facts, register=register)
    except Exception as error:  # a bug is a finding here too
        return diagnose(Source(path, text, findings=[internal(error)]), settings)


class FindingCounts:
    """What is counted while findings pass by."""

    def __init__(self) -> None:
        self._levels: Counter[str] = Counter()
        self.fails = False
        """Whether one of them is bad enough for exit code 1."""
        self._failed = False
        self._unread = 0

    def over(
        self, files: Iterable[FileFindings], settings: Settings
    ) -> Iterator[FileFindings]:  # fmt: skip
        """Pass the files on and count what is wrong with them; `settings` say what is bad."""
        for file in files:
            self._levels.update(one.finding.severity.value for one in file.found)
            self.fails = self.fails or settings.fails(file.found)
            self._failed = self._failed or any(
                one.finding.code == INTERNAL.code for one in file.found
            )
            self._unread += any(one.finding.code == UNREADABLE.code for one in file.found)
            yield file

    @property
    def exit_code(self) -> int:
        """0 or 1 by what was found; 3 when cchc itself failed on a plan."""
        return FAILED if self._failed else int(self.fails)

    def summary(self, plans: int) -> dict[str, int]:
        """Return the numbers of the closing line, for so many `plans`: what cannot be opened is not checked."""
        levels = self._levels
        return {
            "plans": plans - self._unread, "errors": levels["error"], "warnings": levels["warning"],
            "infos": levels["info"],
        }  # fmt: skip


class LazyTexts(Mapping[str, str]):
    """The texts of files by their path, each read when it is asked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = {str(path): path for path in paths}

    def __getitem__(self, name: str) -> str:
        from cchc.model.finding import Finding
        from cchc.read.files import read_text

        text = read_text(self._paths[name])
        return "" if isinstance(text, Finding) else text

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def validate_unsaved(
    root: Path, texts: Mapping[Path, str], settings: Settings
) -> dict[Path, list[Diagnostic]]:
    """Return what `cchc validate` would find in each of `texts` if all of them were saved.

    `texts` are plans of the workspace `root`; the other files are as they are on the disk, and what
    is known of them comes from the store.

    Raises:
        UserError: what the workspace names (a plan above) cannot be read.
    """
    files = sorted({*plan_files(root / "plans"), *texts})
    found: dict[Path, list[Diagnostic]] = {path: [] for path in texts}
    with unsaved(texts):
        for file in Validation(
            files, settings, whole=False, lasting=True, jobs=1, root=root
        ).files():  # fmt: skip
            if Path(file.path) in found:
                found[Path(file.path)] = file.found
    return found
