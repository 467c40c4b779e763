"""What improvement keeps: documents that judge the partnership; plans, promises, actions and milestones."""

from goldenthread.improvement.models.origins import Origin, Point, PointKind, PointTie, Sentence
from goldenthread.improvement.models.plans import (
    Action,
    Milestone,
    MilestoneEntry,
    Plan,
    Promise,
    Risk,
    Theme,
)

__all__ = [
    "Action",
    "Milestone",
    "MilestoneEntry",
    "Origin",
    "Plan",
    "Point",
    "PointKind",
    "PointTie",
    "Promise",
    "Risk",
    "Sentence",
    "Theme",
]
