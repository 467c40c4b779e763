"""Open a return, whatever its form: one XML file, or a folder of COLLECT's CSV exports."""

from __future__ import annotations

import stat
from pathlib import Path

from goldenthread.sen2.reading.exports import ExportsReading
from goldenthread.sen2.reading.raw import Reading
from goldenthread.sen2.reading.xml import XmlReading
from goldenthread.sen2.refusal import Refused


def open_return(path: Path) -> Reading:
    """The return at a path, its header read. Raises `Refused`, in a sentence, for whatever is not one."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return XmlReading(path)
        if stat.S_ISDIR(mode):
            return ExportsReading(path)
    except FileNotFoundError:
        raise Refused(f"There is no file {path}.") from None
    except PermissionError:
        raise Refused(f"The file {path} may not be read by this account.") from None
    raise Refused(f"{path} is neither a file nor a folder.")
