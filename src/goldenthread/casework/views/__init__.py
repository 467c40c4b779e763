"""The pages about cases."""

from goldenthread.casework.views.case import case, entries, entry
from goldenthread.casework.views.lists import find_a_case, team, worklist, worklist_group
from goldenthread.casework.views.recording import allocate, correct_entry, new_request, record, record_step

__all__ = [
    "allocate",
    "case",
    "correct_entry",
    "entries",
    "entry",
    "find_a_case",
    "new_request",
    "record",
    "record_step",
    "team",
    "worklist",
    "worklist_group",
]
