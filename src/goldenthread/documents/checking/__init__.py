"""Is this file what it says, and can it do harm? Every answer is a sentence for whoever brought it."""

from goldenthread.documents.checking.judging import Checked, Refused, check

__all__ = ["Checked", "Refused", "check"]
