"""What improvement keeps: documents that judge the partnership; plans with their promises; judgements."""

from goldenthread.improvement.models.judging import Judgement, PromiseMeasure
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
    "Judgement",
    "Milestone",
    "MilestoneEntry",
    "Origin",
    "Plan",
    "Point",
    "PointKind",
    "PointTie",
    "Promise",
    "PromiseMeasure",
    "Risk",
    "Sentence",
    "Theme",
]
