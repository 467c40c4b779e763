"""The figures and the chart of a release."""

from decimal import Decimal
from functools import lru_cache
from typing import Any

from goldenthread.publication.parts import of_kind
from goldenthread.publication.presenters.frame import around
from goldenthread.publication.site.addresses import OF_KIND
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Drawing, Site
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.time_series import Series, time_series
from goldenthread.ui.values import Chart, Column, Figure, Table, Tie
from goldenthread.ui.words import rounded

WHY_THIS_CHART = (
    "It shows every year that was published, the worst beside the best.",
    "It counts plans that were issued. Clearing a backlog of late plans makes it fall for a while.",
)


def figures_page(site: Site, links: Links) -> Drawing:
    """Every figure, both clocks first, and the chart."""
    values = {
        "title": OF_KIND["figure"].title,
        "figures": figures(site),
        "chart": chart(site),
        "chart_around": next((around(site, one) for one in of_kind(site.content, "chart")), None),
        "beside": WHY_THIS_CHART,
    }
    return Drawing("publication/site/figures.html", values)


def figures(site: Site) -> list[dict[str, Any]]:
    """Each figure as its component takes it, with what stands beside it."""
    return [
        {**around(site, one), "figure": _figure(one["title"], one["says"], one["body"])}
        for one in of_kind(site.content, "figure")
    ]


def _figure(label: str, sentence: str, body: dict[str, Any]) -> Figure:
    return Figure(
        label,
        value=body.get("value", ""),
        missing=sentence,
        says=sentence if body.get("value") else "",
        counted=body.get("counted", ""),
        as_at=f"As at {body['as_at']}." if body.get("as_at") else "",
        frozen=body.get("held", ""),
    )


def chart(site: Site) -> Chart | None:
    """Our area and England, every published year; None where there is none, or it was taken down."""
    found = next((one for one in of_kind(site.content, "chart") if "gap" not in one), None)
    if found is None:
        return None
    name, series = site.content["area_name"], found["body"]["series"]
    source = found["body"]["source"]
    finding = best_and_newest(name, series)
    lines = (tuple(series[one]) for one in ("periods", "ours", "england"))
    return Chart(
        finding=finding,
        shows="Of 100 plans issued in each year, without exceptions. Until January 2023 areas sent totals, "
        "not a record of each child.",
        drawing=_draw(*lines, name, finding),
        source=Tie(source["title"], href=source["address"], lead="Source:"),
        table=_table(name, series),
    )


def _table(name: str, series: dict[str, Any]) -> Table:
    return Table(
        columns=[Column("Year"), Column(name, number=True), Column("England", number=True)],
        rows=[list(row) for row in zip(series["periods"], series["ours"], series["england"], strict=True)],
        caption="Plans issued within 20 weeks, percent",
    )


def best_and_newest(name: str, series: dict[str, Any]) -> str:
    """The newest year beside the best, or beside the worst where the newest is the best."""
    known = [
        (Decimal(text), period)
        for period, text in zip(series["periods"], series["ours"], strict=True)
        if text is not None
    ]
    if not known:
        return f"No figure was published of plans that came in time in {name}."
    newest, best = known[-1], max(known)
    kind, other = ("worst", min(known)) if newest == best else ("best", best)
    beside = f" The {kind} year was {other[1]}: {rounded(other[0], 0)} of 100." if len(known) > 1 else ""
    return f"{rounded(newest[0], 0)} of 100 plans in {name} came within 20 weeks in {newest[1]}.{beside}"


@lru_cache(maxsize=32)
def _draw(
    periods: tuple[str, ...],
    ours: tuple[str | None, ...],
    england: tuple[str | None, ...],
    name: str,
    finding: str,
) -> Drawn:
    def numbers(texts: tuple[str | None, ...]) -> list[float | None]:
        return [None if text is None else float(text) for text in texts]

    return time_series(
        periods, Series(name, numbers(ours)), [Series("England", numbers(england))], title=finding
    )
