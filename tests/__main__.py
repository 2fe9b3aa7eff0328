"""The whole gate, as CI runs it: format, lint, types, import layers, tests.

python -m tests            all that needs Python packages only; stops at the first step that fails
python -m tests --outside  what needs LibreOffice and poppler (tests/outside)
python -m tests -k due     what follows goes to pytest, which then runs alone
"""

from __future__ import annotations

import subprocess
import sys

PY = sys.executable
STEPS = {
    "format": [PY, "-m", "ruff", "format", "--check", "."],
    "lint": [PY, "-m", "ruff", "check", "."],
    "types": [PY, "-m", "mypy"],
    "import layers": [PY, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "tests": [PY, "-m", "pytest", "-n", "auto"],
}


def main(arguments: list[str]) -> int:
    """Run the steps in order and return the first exit code that is not 0."""
    if arguments == ["--outside"]:
        arguments = ["tests/outside"]
    if arguments:
        return subprocess.run([PY, "-m", "pytest", *arguments], check=False).returncode
    for name, command in STEPS.items():
        print(f"== {name}", flush=True)
        code = subprocess.run(command, check=False).returncode
        if code:
            print(f"== {name}: failed", flush=True)
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
