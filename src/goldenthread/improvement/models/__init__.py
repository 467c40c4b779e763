"""What improvement keeps: documents that judge the partnership; plans, promises, evidence, judgements."""

from goldenthread.improvement.models.evidence import Evidence, EvidenceCheck, EvidenceWithdrawal, SeenBy
from goldenthread.improvement.models.judging import Judgement, PromiseMeasure, PromiseVoice
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
from goldenthread.improvement.models.said import Commentary, ForumWord

__all__ = [
    "Action",
    "Commentary",
    "Evidence",
    "EvidenceCheck",
    "EvidenceWithdrawal",
    "ForumWord",
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
    "PromiseVoice",
    "Risk",
    "SeenBy",
    "Sentence",
    "Theme",
]
