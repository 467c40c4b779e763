"""What is said when a question about the law has no date for an answer."""

from __future__ import annotations

from goldenthread.rules.law import Source


class NotUnderstood(ValueError):
    """The question names something we do not know, or lacks something we need."""


class NoDateYet(LookupError):
    """The law gives a condition and no date: an event must happen first."""

    def __init__(self, reason: str, because: Source) -> None:
        super().__init__(reason)
        self.reason = reason
        self.because = because
