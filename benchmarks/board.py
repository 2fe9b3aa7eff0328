"""The board of many plans in a real browser: `python -m benchmarks.board`.

Writes made-up plans, their board, and how large and how quick it is: bytes of the file, and
milliseconds from opening the page until all of it is drawn (the least of several openings), on a
laptop's and on a phone's screen. Needs Chromium and chromedriver.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.generate import generate

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SCREENS = {"laptop": (1280, 800), "phone": (375, 720)}
DRAWN = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => done([
  performance.now(), document.querySelectorAll("#rows > *, tbody > tr").length])));
"""


def write_board(plans: int, folder: Path) -> Path:
    """Write the workspace and its board below `folder`; return the board."""
    generate(folder, plans)
    board = folder / "board.html"
    command = [sys.executable, "-m", "cchc", "board", "--today", "2026-06-30", "-o", str(board)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return board


def milliseconds(board: Path, size: tuple[int, int], rounds: int) -> float:
    """Return how long the page takes until it is drawn, at best."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(shutil.which("chromedriver"))
    )
    try:
        driver.set_window_size(*size)
        least = float("inf")
        for _ in range(rounds):
            driver.get(board.as_uri())
            after, rows = driver.execute_async_script(DRAWN)
            if not rows:
                raise SystemExit("the page shows no rows")
            least = min(least, after)
        return least
    finally:
        driver.quit()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.board", description=__doc__)
    parser.add_argument("--plans", type=int, default=92)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        board = write_board(given.plans, Path(folder))
        print(f"{given.plans} plans: {board.stat().st_size / 1e6:.2f} MB")
        for name, size in SCREENS.items():
            print(
                f"{name} {size[0]} x {size[1]}: drawn after {milliseconds(board, size, given.rounds):.0f} ms"
            )


if __name__ == "__main__":
    main()
