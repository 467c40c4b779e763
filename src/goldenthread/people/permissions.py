"""Whose records are kept from this person whatever their reach, and whose are open to their organisation?"""

from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.audit import clock
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.people.models import BrokenSeal, Involvement, OwnFamily, Person, Sealing


def sealed_from(scope: Scope) -> QuerySet[Person]:
    """The sealed records that this scope may not open: the system, at work for a reason, opens all."""
    if scope.is_system:
        return Person.objects.none()
    sealed = Person.objects.filter(is_sealed=True)
    if scope.actor_id is None:
        return sealed
    named = Sealing.standing().filter(is_sealed=True, opens_to__contains=[scope.actor_id])
    may_open = Q(pk__in=named.order_by().values("person")) | Q(pk__in=opened_by(scope).values("person"))
    return sealed.exclude(may_open)


def opened_by(scope: Scope) -> QuerySet[BrokenSeal]:
    """What this person opened in an emergency and may still read: not what was judged improper."""
    if scope.actor_id is None:
        return BrokenSeal.objects.none()
    mine = BrokenSeal.objects.filter(by_id_number=scope.actor_id, until__gt=clock.now(), person__isnull=False)
    return mine.exclude(judgements__was_proper=False)


def own_family_of(scope: Scope) -> QuerySet[OwnFamily]:
    """The children of this person's own family."""
    if scope.actor_id is None:
        return OwnFamily.objects.none()
    return OwnFamily.standing().filter(user=scope.actor_id)


def kept_from(scope: Scope, person_ids: list[int]) -> set[int]:
    """Which of these people's records this scope may not open: two queries, however many they are."""
    sealed = sealed_from(scope).filter(pk__in=person_ids).values_list("pk", flat=True)
    family = own_family_of(scope).filter(person__in=person_ids).values_list("person", flat=True)
    return {*sealed, *family}


def known_to(part: Part, day: date) -> QuerySet[Involvement]:
    """The children who learn at, or are advised by, the place of this part of a scope, on the day."""
    if part.reach is not Reach.ORGANISATION:
        return Involvement.objects.none()
    place = Q(pk__in=())
    if part.setting_id is not None:
        place |= Q(setting=part.setting_id)
    if part.organisation_id is not None:
        place |= Q(organisation=part.organisation_id) | Q(setting__organisation=part.organisation_id)
    return Involvement.in_force(day).filter(place)
