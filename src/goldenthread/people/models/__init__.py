"""Children and young people, those around them, and how their records are kept apart."""

from goldenthread.people.models.family import (
    Adult,
    Capacity,
    Contact,
    CourtOrder,
    Dated,
    Death,
    Forbids,
    Involvement,
    Relationship,
    RelationshipKind,
)
from goldenthread.people.models.matches import MatchAnswer, MatchDecision, MatchQuestion
from goldenthread.people.models.persons import EntryKind, Identifier, IdentifierKind, Person, PersonEntry
from goldenthread.people.models.recorded import Recorded
from goldenthread.people.models.sealing import BrokenSeal, OwnFamily, Sealing, SealJudgement, Shielding

__all__ = [
    "Adult",
    "BrokenSeal",
    "Capacity",
    "Contact",
    "CourtOrder",
    "Dated",
    "Death",
    "EntryKind",
    "Forbids",
    "Identifier",
    "IdentifierKind",
    "Involvement",
    "MatchAnswer",
    "MatchDecision",
    "MatchQuestion",
    "OwnFamily",
    "Person",
    "PersonEntry",
    "Recorded",
    "Relationship",
    "RelationshipKind",
    "SealJudgement",
    "Sealing",
    "Shielding",
]
