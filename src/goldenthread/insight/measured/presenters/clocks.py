"""The pair of clocks, always in this order: among plans issued, for children who asked."""

from django.urls import reverse

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.statistics.both_clocks import ASKED_MEANS, ISSUED_MEANS
from goldenthread.insight.measured.clocks import ISSUED, Clocks
from goldenthread.insight.measured.presenters.charts import of_those_who_asked
from goldenthread.insight.measured.presenters.words import as_at_words, parts_words, value_words, when
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Chart, Figure, Row, Signal, Tie
from goldenthread.ui.words import day, thousands

DUTY = "SEND Regulations 2014, reg 13(2)"


def pair(found: Clocks, signal: Signal | None, *, england: str = "") -> tuple[Figure, Figure]:
    """Among plans issued, and for children who asked: equal in size, each with its one sentence."""
    return issued_figure(found, signal, england), asked_figure(found)


def issued_figure(found: Clocks, signal: Signal | None, england: str) -> Figure:
    """The published clock, over the newest whole year."""
    one = found.issued
    if one is None or one.value is None:
        return Figure("Among plans issued", missing=one.why_none if one else "no source yet")
    measure = measures()[ISSUED]
    beside = f" England {england}." if england else ""
    return Figure(
        "Among plans issued",
        value_words(measure, one),
        "in 20 weeks",
        says="What the Department publishes. It falls while old cases are cleared.",
        signal=signal,
        counted=f"{parts_words(measure, one)} plans in {when(one)}.{beside}",
        as_at=as_at_words(one),
        rests_on=Tie(
            "the plans, month by month",
            reverse("measure", args=[ISSUED]),
            lead="Rests on",
        ),
    )


def asked_figure(found: Clocks) -> Figure:
    """The family's clock: of 100 who asked in the last year, how many have a plan by 20 weeks."""
    label = "For children who asked"
    known = found.asked.in_time() if found.asked else None
    if found.asked is None or known is None:
        return Figure(label, missing="not known yet", says="Too few were watched for 20 weeks.")
    low, high = round(100 * (known.low or 0)), round(100 * (known.high or 0))
    waiting = found.asked.still_waiting(140)
    still = f" {round(100 * waiting)} still wait then." if waiting is not None else ""
    return Figure(
        label,
        str(round(100 * known.estimate)),
        "of 100 have a plan by 20 weeks",
        says=f"What a family lives through. Refusing more cannot make it look better.{still}",
        counted=f"{thousands(found.asked.count)} asked in the year to {day(found.as_at)}. "
        f"95% interval {low} to {high}.",
        rests_on=Tie("the requests, by month", f"{reverse('clearing')}#months", lead="Rests on"),
    )


def chart_of(found: Clocks) -> Chart | None:
    """What became of those who asked."""
    known = found.asked.in_time() if found.asked else None
    if found.asked is None or known is None:
        return None
    share = round(100 * known.estimate)
    return of_those_who_asked(found.asked, f"For children who asked: {share} of 100 have a plan by 20 weeks")


def explained() -> list[Row]:
    """What each clock counts."""
    halves = (ISSUED_MEANS, ASKED_MEANS)
    return [Row(text.partition(": ")[0], start_upper(text.partition(": ")[2])) for text in halves]


def waits(found: Clocks) -> list[Row]:
    """The median and 90th percentile, and what a family applying now should expect."""
    rows = [Row("A family asking now", found.expect)]
    if found.asked is not None:
        rows += [
            Row("Half have a plan after", found.asked.waiting(0.5).words),
            Row("Nine in ten have a plan after", found.asked.waiting(0.9).words),
        ]
    return rows
