"""Runs one command that does not outlive its starter: `python -m goldenthread.config.within COMMAND …`.

`gt` runs what it installs with this, before any package is there: standard library only.
"""

import os
import subprocess
import sys

from goldenthread.config.processes import guard


def main(command: list[str]) -> int:
    """The command's exit code; 128 and its number when a signal ended it."""
    starter = os.getppid()
    code = guard(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True), starter)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
