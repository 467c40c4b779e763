"""What may follow what in a child's casework: ask `may_issue`, `next_steps` and `breaches_found`.

A history is happenings (`Happening(kind, happened_on, details)`), with corrections already applied.
"""

from goldenthread.rules.lifecycle.answers import Breach, MayIssue, breaches_found, may_issue, notices_owed
from goldenthread.rules.lifecycle.happenings import NO_DETAILS, Details, Happening, History
from goldenthread.rules.lifecycle.invariants import Invariant, Objection
from goldenthread.rules.lifecycle.next_steps import NextStep, next_steps
from goldenthread.rules.lifecycle.steps import Adviser, Party, Step

__all__ = [
    "NO_DETAILS",
    "Adviser",
    "Breach",
    "Details",
    "Happening",
    "History",
    "Invariant",
    "MayIssue",
    "NextStep",
    "Objection",
    "Party",
    "Step",
    "breaches_found",
    "may_issue",
    "next_steps",
    "notices_owed",
]
