"""What the guardian of information looks after: openings to judge, records that are sealed."""

from collections.abc import Iterable

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.people.models import BrokenSeal, Identifier, Person, Sealing

SHOWN = 50


def openings(scope: Scope, *, judged: bool) -> list[BrokenSeal]:
    """Openings in an emergency that wait for a guardian, oldest first, or those judged, newest first."""
    scope.require(Permission.GUARD_RECORDS)
    rows = BrokenSeal.objects.filter(judgements__isnull=not judged).prefetch_related("judgements")
    return list(rows.order_by("-pk" if judged else "pk")[:SHOWN])


def opening(scope: Scope, seal_id: int) -> BrokenSeal:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.GUARD_RECORDS)
    found = BrokenSeal.objects.filter(pk=seal_id).prefetch_related("judgements").first()
    if found is None:
        raise NotFound("There is no such opening.")
    return found


def sealings(scope: Scope) -> list[Sealing]:
    """Each record that is sealed now, with why and who may open it."""
    scope.require(Permission.GUARD_RECORDS)
    return list(Sealing.standing().filter(is_sealed=True).select_related("person"))


def sealing(scope: Scope, person_id: int) -> Sealing:
    """The sealing of one record. Raises `NotFound`."""
    for one in sealings(scope):
        if one.person_id == person_id:
            return one
    raise NotFound("There is no such sealed record.")


def names_of(scope: Scope, numbers: Iterable[int]) -> dict[int, str]:
    """The names of users, by number."""
    scope.require(Permission.GUARD_RECORDS)
    return dict(User.objects.filter(pk__in=list(numbers)).values_list("pk", "name"))


def users_with(scope: Scope, addresses: Iterable[str]) -> dict[str, User]:
    """Users by the e-mail address given, where there is one."""
    scope.require(Permission.GUARD_RECORDS)
    found = {one.email.casefold(): one for one in User.objects.filter(is_active=True)}
    return {address: found[address.casefold()] for address in addresses if address.casefold() in found}


def sealed_person(scope: Scope, number: str) -> Person | None:
    """The sealed person with exactly this pupil or learner number: for an emergency."""
    scope.require(Permission.OPEN_SEALED)
    held = Identifier.objects.filter(value__iexact=number, person__is_sealed=True)
    found = held.select_related("person").order_by("pk").first()
    return found.person if found else None
