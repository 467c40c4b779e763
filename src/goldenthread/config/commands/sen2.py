"""`./gt sen2 …`: read the statutory return into facts, load it, make one up."""

import sys
from importlib import import_module

MODULES = {
    "facts": (
        "goldenthread.sen2.commands",
        "FILE_OR_FOLDER -o DIR: the facts of a return as Parquet, no database",
    ),
    "checks": ("goldenthread.sen2.checks.page", "the page of all checks"),
    "load": ("goldenthread.config.commands.load", "FILE_OR_FOLDER: a return into people and casework"),
    "synth": (
        "goldenthread.demo.synthesis.commands",
        "--area N --year N --seed N -o FILE: a synthetic return",
    ),
}
"""Sub-command to the module whose `main(arguments) -> exit code` answers it, and what it does. Imported
only when asked for, so that what needs no database starts none."""


def main(arguments: list[str]) -> int:
    """Hand over to the sub-command; 2 when there is none of that name."""
    if not arguments or arguments[0] not in MODULES:
        print("./gt sen2 does:", file=sys.stderr)
        for name, (_, does) in MODULES.items():
            print(f"  {name} {does}", file=sys.stderr)
        return 2
    command = import_module(MODULES[arguments[0]][0])
    return int(command.main(arguments[1:]))
