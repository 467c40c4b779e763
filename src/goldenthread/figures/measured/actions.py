"""Having measures worked out again, as at any day and as known at any position; citing a figure."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.audit.seal.queries import newest_position
from goldenthread.figures.jobs import work_out_measures
from goldenthread.figures.measured.queries import figure, measure_named, measured_set
from goldenthread.figures.measured.values import FigureKey, interval
from goldenthread.figures.measured.waiting import wait_for_measures
from goldenthread.figures.measured.withholding import withheld
from goldenthread.figures.models import CitedFigure, GroupOfPerson, MeasuredSet
from goldenthread.figures.queries import newest_year


@transaction.atomic
def refresh_measures(*, by: Scope, as_at: date | None = None, known_at: int | None = None) -> MeasuredSet:
    """Has every measure worked out in the background.

    As at the newest return's census day unless told; as known now, or at a position of the journal. Raises
    `NotPossibleNow` before any return was loaded, for a day or a position to come, and while that is done.
    """
    by.require(Permission.REFRESH_FIGURES)
    year = newest_year(by)
    if year is None:
        raise NotPossibleNow("There is no return here yet. Load one, then its figures can be worked out.")
    if as_at is not None and as_at > clock.today():
        raise NotPossibleNow("That day has not come yet.")
    if known_at is not None and not 0 < known_at <= newest_position():
        raise NotPossibleNow("The journal has not come to that position.")
    busy = (MeasuredSet.Status.WAITING, MeasuredSet.Status.WORKING)
    if MeasuredSet.objects.filter(area=settings.AREA, status__in=busy).exists():
        raise NotPossibleNow("Measures are being worked out already. Look again in a minute.")
    wanted = wait_for_measures(area=settings.AREA, year=year, as_at=as_at, known_at=known_at, by=by)
    work_out_measures.defer(measured_set_id=wanted.pk)
    record("had measures worked out again", wanted, by=by)
    return wanted


@transaction.atomic
def cite(key: FigureKey, *, because: str, by: Scope) -> CitedFigure:
    """Freezes a figure as it is seen, with all that it rests on. `because` says where it is cited.

    Raises `NotFound` for a figure that is not there, `NotPossibleNow` without a word of where it is cited or
    for a figure that was worked out before positions were kept.
    """
    by.require(Permission.SEE_FIGURES)
    if not because.strip():
        raise NotPossibleNow("Say where this figure is cited.")
    found, chosen = figure(by, key), measured_set(by, key.set_id)
    if found.position is None:
        raise NotPossibleNow("This figure is too old to be cited. Have the measures worked out again.")
    measure = measure_named(by, key.measure)
    if key.group and (key.by, key.period, key.group) in withheld(chosen, measure, key.dimension):
        raise NotPossibleNow("This figure is withheld, to protect small groups, so it cannot be cited.")
    around = interval(measure, found)
    cited = journal.append(
        CitedFigure(
            measure=key.measure,
            version=found.version,
            place=found.place,
            year=chosen.year,
            by=key.by,
            period=key.period,
            dimension=key.dimension,
            group=key.group,
            as_at=found.as_at,
            position=found.position,
            digest=found.digest,
            measured_set_id=chosen.pk,
            numerator=found.numerator,
            denominator=found.denominator,
            value=found.value,
            upper=found.upper,
            interval_low=around.low if around else None,
            interval_high=around.high if around else None,
            why_none=found.why_none,
            cited_at=clock.now(),
            cited_by_id=by.actor_id,
            cited_by_name=by.actor_name,
            because=because.strip(),
        )
    )
    record("cited a figure", cited, by=by, because=because.strip())
    return cited


@transaction.atomic
def bring_groups(rows: Iterable[tuple[int, str, str]], *, source: str, by: Scope) -> int:
    """Keeps to which groups people belong: person, dimension and group. What was kept of them before goes.

    `source` says who told us. Gives how many were kept; they count from the next working-out.
    """
    by.require(Permission.REFRESH_FIGURES)
    kept = [
        GroupOfPerson(person_id=person, dimension=dimension, group=group, source=source)
        for person, dimension, group in rows
    ]
    people = {one.person_id for one in kept}
    GroupOfPerson.objects.filter(person_id__in=people).delete()
    GroupOfPerson.objects.bulk_create(kept, batch_size=5_000)
    record("brought groups of people", GroupOfPerson, by=by, because=source, details={"rows": len(kept)})
    return len(kept)
