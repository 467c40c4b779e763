"""What can be read of cases, each within the reach of whoever asks."""

from goldenthread.casework.queries.cases import (
    CasePage,
    EntryPage,
    case_in_reach,
    case_page,
    entry_page,
    search,
)
from goldenthread.casework.queries.teams import Load, coordinators, loads, team_to_give
from goldenthread.casework.queries.worklist import (
    Filters,
    Group,
    Place,
    Row,
    When,
    Worklist,
    group_page,
    worklist,
)

__all__ = [
    "CasePage",
    "EntryPage",
    "Filters",
    "Group",
    "Load",
    "Place",
    "Row",
    "When",
    "Worklist",
    "case_in_reach",
    "case_page",
    "coordinators",
    "entry_page",
    "group_page",
    "loads",
    "search",
    "team_to_give",
    "worklist",
]
