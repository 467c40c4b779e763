"""Who is who. What reaches a child's record goes through their case; these serve loading and matching."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.people.matching import Claim, KnownPeople
from goldenthread.people.models import Identifier, MatchAnswer, MatchDecision, MatchQuestion, Person
from goldenthread.people.permissions import own_family_of, sealed_from
from goldenthread.people.shielding import postcode_of


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


def people_like(scope: Scope, claim: Claim) -> KnownPeople:
    """Those of the area who share a number, or name and birthday, with one newcomer: enough to judge by."""
    _needs_the_area(scope)
    same_number = Q(pk=None)
    for kind, value in claim.numbers:
        same_number |= Q(identifiers__kind=kind, identifiers__value=value)
    alike = Q(
        surname__iexact=claim.surname, forename__iexact=claim.forename, birth_date=claim.birth_date
    ) & Q(birth_date__isnull=False)
    found = Person.objects.filter(same_number | alike).distinct().prefetch_related("identifiers")
    known = KnownPeople()
    for person in sorted(found, key=lambda one: (one.same_as_id is None, one.pk)):
        numbers = tuple((number.kind, number.value) for number in person.identifiers.all())
        of_row = Claim(person.surname, person.forename, person.birth_date, numbers)
        known.add(person.same_as_id or person.pk, of_row)
    return known


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the review queue with the answer that stands."""

    row: MatchQuestion
    answer: MatchAnswer | None
    postcodes: tuple[str, str] = ("", "")
    """Of the newcomer and of the known, as they may be shown."""


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
    kept = _kept_back(scope)
    return [
        Question(row, MatchAnswer(row.answer) if row.answer in standing else None)
        for row in rows.exclude(newcomer__in=kept).exclude(known__in=kept)
        if (row.answer in standing) == answered
    ]


def _kept_back(scope: Scope) -> list[int]:
    """Those of whom no question is shown: sealed from this scope, or its own family. Guardians see sealed."""
    family = list(own_family_of(scope).values_list("person", flat=True))
    if scope.may(Permission.GUARD_RECORDS):
        return family
    return [*family, *sealed_from(scope).values_list("pk", flat=True)]


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
    kept = _kept_back(scope)
    if row is None or row.newcomer_id in kept or row.known_id in kept:
        raise NotFound("There is no such question.")
    decisions = sorted(row.decisions.all(), key=lambda decision: decision.pk)
    newest = decisions[-1].answer if decisions else MatchAnswer.UNDONE
    postcodes = (postcode_of(row.newcomer), postcode_of(row.known))
    return Question(row, None if newest == MatchAnswer.UNDONE else MatchAnswer(newest), postcodes)


def _needs_the_area(scope: Scope) -> None:
    if not any(scope.reaches_area(one) for one in (Permission.DECIDE_MATCHES, Permission.LOAD_RETURNS)):
        raise NotFound("There is nothing here for you to decide.")
