"""Who read more outside their own work than they usually do, and who opened sealed records?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import TruncMonth

from goldenthread.accounts.models import Appointment
from goldenthread.audit import clock
from goldenthread.audit.models import AuditEvent
from goldenthread.casework.models import Case

MONTHS_BEFORE = 3
"""Over how many months "usually" is a mean."""

EMERGENCIES = ("opened a sealed record", "tried to open a sealed record")
"""The acts by which the audit keeps that someone opened a sealed record in an emergency."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person read in a month."""

    outside: int = 0
    """Children outside their caseload and teams of whose records they opened any."""
    usually: float = 0.0
    """The same, as a mean of the three months before."""
    emergencies: int = 0
    """Sealed records that they opened, or tried to open, in an emergency."""

    @property
    def is_unusual(self) -> bool:
        """More than so many times the usual, and at least so many children more than it."""
        more = self.outside - self.usually
        many = self.outside > settings.UNUSUAL_READING_TIMES * self.usually
        return many and more >= settings.UNUSUAL_READING_AT_LEAST


NOTHING = Reading()


def readings(users: Collection[int], month: date) -> dict[int, Reading]:
    """By the number of a user: two queries, however many they are."""
    first = month
    for _ in range(MONTHS_BEFORE):
        first = (first - timedelta(days=1)).replace(day=1)
    after = _next(month)
    children: dict[int, dict[date, int]] = {}
    for user, when, count in _outside(users, _begins(first), _begins(after)):
        children.setdefault(user, {})[when.date()] = count
    events = AuditEvent.objects.filter(
        actor_id__in=users, act__in=EMERGENCIES, at__gte=_begins(month), at__lt=_begins(after)
    )
    opened = dict(events.values_list("actor_id").annotate(opened=Count("pk")).order_by())
    return {user: _reading(children.get(user, {}), month, opened.get(user, 0)) for user in users}


def _reading(by_month: dict[date, int], month: date, emergencies: int) -> Reading:
    before = sum(count for when, count in by_month.items() if when != month)
    return Reading(by_month.get(month, 0), before / MONTHS_BEFORE, emergencies)


def _outside(users: Collection[int], begin: datetime, end: datetime) -> list[tuple[int, datetime, int]]:
    """Users, months and how many children: opened one by one, and neither theirs nor their teams' today."""
    teams = Appointment.in_force(clock.today()).filter(user=OuterRef(OuterRef("actor_id")))
    theirs = Case.objects.filter(person=OuterRef("person_id")).filter(
        Q(coordinator=OuterRef("actor_id")) | Q(team__in=teams.order_by().values("team"))
    )
    opened = AuditEvent.objects.filter(
        ~Exists(theirs),
        way=AuditEvent.Way.READ,
        person_id__isnull=False,
        actor_id__in=users,
        at__gte=begin,
        at__lt=end,
    )
    by_month = opened.annotate(month=TruncMonth("at", tzinfo=clock.LONDON)).values_list("actor_id", "month")
    return list(by_month.annotate(children=Count("person_id", distinct=True)).order_by())


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.LONDON)
