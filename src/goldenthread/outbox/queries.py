"""What waits, what was sent, what was stopped and why, what failed."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.module_loading import import_string

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message, Status

ON_A_PAGE = 50
NEEDS_SOMEONE = (Status.UNCLEAR, Status.FAILED)


def due(scope: Scope) -> list[int]:
    """Messages whose next attempt is due, and those that a worker had in hand, oldest first."""
    scope.require(Permission.TEND_OUTBOX)
    open_ones = Q(status__in=[Status.WAITING, Status.HANDING_OVER])
    rows = Delivery.objects.filter(open_ones, not_before__lte=clock.now())
    return list(rows.order_by("not_before", "pk").values_list("pk", flat=True)[:500])


def counts(scope: Scope) -> dict[Status, int]:
    """How many messages stand where, none left out."""
    rows = _seen(scope).values("status").annotate(messages=Count("pk")).order_by()
    found = {row["status"]: row["messages"] for row in rows}
    return {status: found.get(status.value, 0) for status in Status}


def deliveries(scope: Scope, statuses: Iterable[Status]) -> list[Delivery]:
    """The newest deliveries that stand so."""
    rows = _seen(scope).filter(status__in=list(statuses)).order_by("-changed_at", "-pk")
    return list(rows.select_related("message").defer("message__body")[:ON_A_PAGE])


def delivery(scope: Scope, message_id: int) -> Delivery:
    """One message and where it stands. Raises `NotFound`."""
    found = _seen(scope).filter(pk=message_id).select_related("message").first()
    if found is None:
        raise NotFound("There is no such message.")
    return found


def events(scope: Scope, of: Delivery) -> list[DeliveryEvent]:
    """All that happened to a message, in order."""
    scope.require(Permission.TEND_OUTBOX)
    return list(DeliveryEvent.objects.filter(message=of.message_id).order_by("pk"))


def _seen(scope: Scope) -> QuerySet[Delivery]:
    """Deliveries that this person may know of: areas above name those about whom nothing may be learnt."""
    scope.require(Permission.TEND_OUTBOX)
    rows = Delivery.objects.all()
    for path in settings.OUTBOX_HIDDEN_PEOPLE:
        hidden = import_string(path)(scope)
        about = Q(message__about_person_id__in=hidden) & Q(message__about_person_id__isnull=False)
        rows = rows.exclude(about)
    return rows


def message_numbered(scope: Scope, message_id: int) -> Message:
    """One message, for whoever acts on it. Raises `NotFound`."""
    return delivery(scope, message_id).message
