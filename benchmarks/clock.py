"""Runs one command and says what it took: `python -I -S clock.py CWD OUT ERR SECONDS COMMAND...`.

A script of its own, as small as Python gets: the kernel counts the memory of whoever starts a
process as that process's own until it has begun, so a large parent would hide what is measured.
Prints the process id, then: wall seconds, CPU seconds, peak memory as the kernel counts it, exit
status. With SECONDS above 0, Ctrl-C is pressed after so many, and the wall clock runs from there.
"""

import os
import sys
import time

INTERRUPT = 2


def main() -> None:
    """Run the command of the command line."""
    cwd, out, err, seconds, *command = sys.argv[1:]
    os.chdir(cwd)
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, out, write, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, err, write, 0o600),
    ]
    started = time.perf_counter()
    # Ctrl-C works in it even where it does not here, as in a job in the background.
    child = os.posix_spawnp(
        command[0], command, os.environ, file_actions=files, setpgroup=0, setsigdef=[INTERRUPT]
    )
    print(child, flush=True)
    if float(seconds):
        time.sleep(float(seconds))
        started = time.perf_counter()
        os.killpg(child, INTERRUPT)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status)


if __name__ == "__main__":
    main()
