"""`./gt site export` once the database is there."""

import sys
from pathlib import Path

from goldenthread.audit.errors import NotPossibleNow
from goldenthread.publication.exporting.writing import NotExported, export


def export_to(out: Path) -> int:
    """Writes the site, and says how much of it is new."""
    try:
        done = export(out)
    except (NotExported, NotPossibleNow) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{out}: {done.files} files, {done.files - done.unchanged} of them new or changed. No dead link.")
    return 0
