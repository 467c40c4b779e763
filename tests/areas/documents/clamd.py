"""A ClamAV of our own: speaks INSTREAM as clamd does, and finds the word VIRUS.

Verified against clamd's own protocol description: the command with its newline, lengths of four bytes in
network order, a length of nothing at the end, one line of answer.
"""

import socketserver
import struct
import threading
from contextlib import contextmanager


class Speaking(socketserver.StreamRequestHandler):
    def handle(self):
        assert self.rfile.readline() == b"nINSTREAM\n"
        content = b""
        while (length := struct.unpack("!L", self.rfile.read(4))[0]) > 0:
            content += self.rfile.read(length)
            assert len(content) < 100_000_000
        self.server.heard.append(content)
        self.wfile.write(self.server.answer or (FOUND if b"VIRUS" in content else b"stream: OK\n"))


FOUND = b"stream: Eicar-Test-Signature FOUND\n"


class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def running(path, answer=b""):
    """A scanner at `path`; yields the server, which keeps what it heard."""
    with Server(str(path), Speaking) as server:
        server.heard, server.answer = [], answer
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
