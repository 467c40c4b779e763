"""Who is who. What reaches a child's record goes through their case; these serve loading and matching."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Reach, Scope
from goldenthread.people.matching import Claim, KnownPeople
from goldenthread.people.models import Identifier, MatchAnswer, MatchDecision, MatchQuestion, Person


def known_people(scope: Scope) -> KnownPeople:
    """Everyone in the area, to hold a return against: some megabytes for an area of 12,000 children."""
    _needs_the_area(scope)
    numbers: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for person_id, kind, value in Identifier.objects.values_list("person_id", "kind", "value"):
        numbers[person_id].append((kind, value))
    known = KnownPeople()
    rows = Person.objects.values_list("pk", "same_as_id", "surname", "forename", "birth_date")
    # linked records first, so that the details of the record they are linked to are the ones held
    for person_id, same_as, surname, forename, born in rows.order_by("same_as_id", "pk"):
        known.add(same_as or person_id, Claim(surname, forename, born, tuple(numbers[person_id])))
    return known


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the review queue with the answer that stands."""

    row: MatchQuestion
    answer: MatchAnswer | None


def match_questions(scope: Scope, *, answered: bool = False) -> list[Question]:
    """The review queue, oldest first: open questions, or those that have an answer that stands."""
    _needs_the_area(scope)
    newest = MatchDecision.objects.filter(question=OuterRef("pk")).order_by("-pk").values("answer")[:1]
    rows = (
        MatchQuestion.objects.annotate(answer=Subquery(newest))
        .select_related("newcomer", "known")
        .prefetch_related("newcomer__identifiers", "known__identifiers")
        .order_by("pk")
    )
    standing = {MatchAnswer.SAME, MatchAnswer.DIFFERENT}
    return [
        Question(row, MatchAnswer(row.answer) if row.answer in standing else None)
        for row in rows
        if (row.answer in standing) == answered
    ]


def match_question(scope: Scope, question_id: int) -> Question:
    """One question. Raises `NotFound`."""
    scope.require(Permission.DECIDE_MATCHES)
    _needs_the_area(scope)
    row = (
        MatchQuestion.objects.select_related("newcomer", "known")
        .prefetch_related("newcomer__identifiers", "known__identifiers", "decisions")
        .filter(pk=question_id)
        .first()
    )
    if row is None:
        raise NotFound("There is no such question.")
    decisions = sorted(row.decisions.all(), key=lambda decision: decision.pk)
    newest = decisions[-1].answer if decisions else MatchAnswer.UNDONE
    return Question(row, None if newest == MatchAnswer.UNDONE else MatchAnswer(newest))


def _needs_the_area(scope: Scope) -> None:
    if scope.reach is not Reach.AREA:
        raise NotFound("There is nothing here for you to decide.")
