"""The register of notices: each letter, who gets it, what it must carry, and by when.

Ask `notices_numbered`, `notices_telling`, `missing_from` and `explain`.
"""

from goldenthread.rules.notices.check import LetterDraft, Missing, missing_from
from goldenthread.rules.notices.elements import Element, Recipient
from goldenthread.rules.notices.explanation import explain
from goldenthread.rules.notices.notice import Carries, GoesTo, Notice
from goldenthread.rules.notices.register import NOTICES, notices_numbered, notices_telling

__all__ = [
    "NOTICES",
    "Carries",
    "Element",
    "GoesTo",
    "LetterDraft",
    "Missing",
    "Notice",
    "Recipient",
    "explain",
    "missing_from",
    "notices_numbered",
    "notices_telling",
]
