"""Eight people who write while everything around them is killed, each with a list of what was acknowledged.

An act is acknowledged when the page has answered with the redirect that follows a kept form. No answer, or an
error, says nothing: the same form, with the same mark, is sent again until an answer comes, as a person
presses the button again. The list is written through to the disk, one line an act.
"""

import http.client
import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goldenthread.config.drills.visitor import REDIRECTED, Answer, Visitor

SECONDS_BETWEEN_TRIES = 0.2
SECONDS_BETWEEN_ACTS = 0.05


@dataclass(frozen=True, slots=True)
class Act:
    """Something to write: its `mark` is the idempotency key that it is sent with, again and again."""

    kind: str
    mark: str
    send: Callable[[Visitor], Answer]


MakeAct = Callable[[int], Act]
"""From the number of the act to the act."""


class Unexpected(RuntimeError):
    """The system answered a good form with a refusal: a fault of the drill or of the system."""


@dataclass
class Writer:
    """One person, in a thread of their own."""

    number: int
    user_id: int
    port: int
    kinds: Sequence[MakeAct]
    list_file: Path
    stop: threading.Event
    sent: int = 0
    again: int = 0
    problem: str = ""
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._work, daemon=True)

    def _work(self) -> None:
        try:
            visitor = Visitor(self.port, seconds=20)
            self._insist(lambda: self._sign_in(visitor))
            with self.list_file.open("a") as kept:
                while not self.stop.is_set():
                    act = self.kinds[(self.number + self.sent) % len(self.kinds)](self.sent)
                    if not self._insist(lambda act=act: self._done(visitor, act)):  # type: ignore[misc]
                        return
                    kept.write(json.dumps({"kind": act.kind, "mark": act.mark}) + "\n")
                    kept.flush()
                    os.fsync(kept.fileno())
                    self.sent += 1
                    time.sleep(SECONDS_BETWEEN_ACTS)
        except Exception as problem:  # shown by whoever started us; a thread's own would be lost
            self.problem = f"{type(problem).__name__}: {problem}"

    def _sign_in(self, visitor: Visitor) -> bool:
        with suppress(PermissionError):
            visitor.sign_in(self.user_id)
            return True
        return False

    def _done(self, visitor: Visitor, act: Act) -> bool:
        answer = act.send(visitor)
        if answer.status in REDIRECTED:
            if answer.location.startswith("/choose-who-to-be/"):
                raise Unexpected("the session was lost")
            return True
        if answer.status < 500:
            raise Unexpected(f"{act.kind}: {answer.status} at {answer.address}")
        return False

    def _insist(self, attempt: Callable[[], bool]) -> bool:
        """Try until it comes out; False when we are asked to stop first and do not know."""
        while True:
            with suppress(OSError, http.client.HTTPException):
                if attempt():
                    return True
            if self.stop.is_set():
                return False
            self.again += 1
            time.sleep(SECONDS_BETWEEN_TRIES)


@dataclass
class Writers:
    """All of them together, and their lists afterwards."""

    folder: Path
    each: list[Writer] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def begin(self, count: int, *, users: Sequence[int], port: int, kinds: Sequence[MakeAct]) -> None:
        """Start `count` writers, who are `users` in turn."""
        self.folder.mkdir()
        for number in range(count):
            kept = self.folder / f"writer-{number}.jsonl"
            user = users[number % len(users)]
            self.each.append(Writer(number, user, port, kinds, kept, self.stop))
        for writer in self.each:
            writer.thread.start()

    def check(self) -> None:
        """Raises `Unexpected` with the first problem that a writer met."""
        for writer in self.each:
            if writer.problem:
                raise Unexpected(f"writer {writer.number}: {writer.problem}")

    @property
    def sent(self) -> int:
        return sum(writer.sent for writer in self.each)

    def end(self) -> None:
        """Ask them to stop and wait for them."""
        self.stop.set()
        for writer in self.each:
            writer.thread.join()
        self.check()

    def acknowledged(self) -> list[dict[str, Any]]:
        """What every list says, read back from the disk."""
        lines = (line for writer in self.each for line in writer.list_file.read_text().splitlines())
        return [json.loads(line) for line in lines]
