"""Is there a virus in it? Asks ClamAV over its socket, in the words of its INSTREAM command.

`nINSTREAM\\n`, then each piece with its length in four bytes, then a length of nothing; the answer is
`stream: OK` or `stream: NAME FOUND`. https://docs.clamav.net/manual/Usage/Scanning.html
"""

import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

SECONDS = 60
PIECE = 1 << 16


class CannotScan(Exception):
    """The scanner gave no verdict. The sentence says why; the file waits."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Clean, or the name of what was found."""

    clean: bool
    found: str = ""


class Scanner:
    """ClamAV at `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`."""

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self, pieces: Iterable[bytes]) -> Verdict:
        """The verdict on these bytes. Raises `CannotScan`."""
        try:
            with self._connect() as line:
                line.sendall(b"nINSTREAM\n")
                for piece in pieces:
                    for start in range(0, len(piece), PIECE):
                        part = piece[start : start + PIECE]
                        line.sendall(struct.pack("!L", len(part)) + part)
                line.sendall(struct.pack("!L", 0))
                return _verdict(_answer(line))
        except OSError as problem:
            raise CannotScan(f"The virus scanner does not answer ({type(problem).__name__}).") from problem

    def _connect(self) -> socket.socket:
        where = urlsplit(self.address)
        if where.scheme == "unix":
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(SECONDS)
            try:
                line.connect(where.path)
            except OSError:
                line.close()
                raise
            return line
        return socket.create_connection((where.hostname or "127.0.0.1", where.port or 3310), SECONDS)


def _answer(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\n") and (more := line.recv(4096)):
        said += more
    return said.decode(errors="replace").strip()


def _verdict(answer: str) -> Verdict:
    if answer == "stream: OK":
        return Verdict(clean=True)
    if answer.endswith(" FOUND"):
        return Verdict(clean=False, found=answer.removeprefix("stream: ").removesuffix(" FOUND"))
    raise CannotScan(f"The virus scanner gave no verdict: {answer[:100] or 'it said nothing'}.")
