"""Builds one zip for Windows: Python, cchc and all it needs, started by a double click on cchc.cmd.

    python .ci/release/windows.py --python python-3.12.10-embed-amd64.zip --out dist

Nothing is installed, no rights and no network are needed where it is unpacked. What goes in is named by
`constraints.txt`; the hashes of what was taken stand in the zip (`hashes.txt`, as pip reads them). The
same input gives the same bytes.

Source: Python on Windows, The embeddable package; Binary distribution format (wheels).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc import __version__

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
PYTHON = "3.12"
PYTHON_SHA256 = "4acbed6dd1c744b0376e3b1cf57ce906f9dc9e95e68824584c8099a63025a3c3"
"""Of python-3.12.10-embed-amd64.zip, the last 3.12 with files for Windows."""
WINDOWS = "win_amd64"
ONLY_WINDOWS = ("colorama",)
"""What typer needs there only: pip asks the system that it runs on, not the one that is meant."""
PTH = "python312._pth"
EPOCH = (2020, 2, 2, 0, 0, 0)
TOP = f"cchc-{__version__}"


def wheel(out: Path) -> Path:
    """Build the wheel of cchc in `out`."""
    from hatchling.builders.wheel import WheelBuilder

    return Path(
        next(iter(WheelBuilder(str(ROOT)).build(directory=str(out), versions=["standard"])))
    )


def needed(own: Path, out: Path, platform: str) -> list[Path]:
    """Download what cchc needs on `platform` as wheels into `out`; return them with its own."""
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:",
        "--constraint", str(ROOT / "constraints.txt"), "--dest", str(out), str(own),
    ]  # fmt: skip
    if platform == WINDOWS:
        target = ["--platform", platform, "--python-version", PYTHON, "--implementation", "cp"]
        command += [*target, *ONLY_WINDOWS]
    subprocess.run(command, check=True)
    return sorted(out.glob("*.whl"))


def hashes(wheels: Sequence[Path]) -> str:
    """Return the wheels by name and version with their hashes, as pip reads them."""
    lines = []
    for path in wheels:
        name, version = path.name.split("-")[:2]
        lines.append(f"{name}=={version} --hash=sha256:{_sha256(path)}\n")
    return "".join(lines)


def assemble(wheels: Sequence[Path], python: Path | None, out: Path) -> Path:
    """Write the zip into `out`: the wheels unpacked, and `python`, the embeddable package.

    Without `python` the zip lacks it: to look at, not to give away.
    """
    made = out / f"{TOP}-windows-amd64.zip"
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name, content in sorted(_files(wheels, python)):
            target.writestr(_info(f"{TOP}/{name}"), content)
    return made


def _files(wheels: Sequence[Path], python: Path | None) -> Iterator[tuple[str, bytes]]:
    for name in ("cchc.cmd", "DOC-TRUOC.txt"):
        text = (HERE / name).read_text("utf-8").replace("VERSION", __version__)
        yield name, text.replace("\n", "\r\n").encode()
    for name in ("LICENSE", "CHANGELOG.md"):
        yield name, (ROOT / name).read_bytes()
    yield "hashes.txt", hashes(wheels).encode()
    for path in wheels:
        with ZipFile(path) as held:
            for name in held.namelist():
                if (place := _place(name)) and not name.endswith("/"):
                    yield f"app/{place}", held.read(name)
    if python:
        with ZipFile(python) as held:
            for name in held.namelist():
                if name != PTH:
                    yield f"python/{name}", held.read(name)
        yield f"python/{PTH}", b"python312.zip\r\n.\r\n..\\app\r\n"


def _place(name: str) -> str:
    """Return where a file of a wheel goes; "" for what only an installer needs."""
    first, _, rest = name.partition("/")
    if not first.endswith(".data"):
        return name
    kind, _, inside = rest.partition("/")
    return inside if kind in ("purelib", "platlib") else ""


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Build the wheel and the zip."""
    parser = argparse.ArgumentParser(description="Build the wheel and the zip for Windows.")
    parser.add_argument("--python", type=Path, help="the embeddable package of python.org")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--here", action="store_true", help="wheels for this system, to try them")
    asked = parser.parse_args()
    if asked.python and _sha256(asked.python) != PYTHON_SHA256:
        print(f"{asked.python} is not the Python that is meant", file=sys.stderr)
        return 1
    asked.out.mkdir(parents=True, exist_ok=True)
    own = wheel(asked.out)
    with tempfile.TemporaryDirectory() as folder:
        wheels = needed(own, Path(folder), "" if asked.here else WINDOWS)
        (asked.out / "hashes.txt").write_text(hashes(wheels), "utf-8")
        made = assemble(wheels, asked.python, asked.out)
    print(f"{made}: {made.stat().st_size:,} bytes, {len(wheels)} wheels")
    return 0


if __name__ == "__main__":
    sys.exit(main())
