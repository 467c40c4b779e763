"""The public page in words and one chart."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.urls import reverse

from goldenthread.publication.models import Release
from goldenthread.publication.snapshot import Content
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.time_series import Series, time_series
from goldenthread.ui.values import Chart, Column, Figure, Link, NavigationItem, Shell, Table, Tie
from goldenthread.ui.words import moment, rounded

TITLE = "How we are doing for children with SEND"
INTRO = "These figures are about education, health and care plans."


def shell(content: Content | None, demonstration: str, footer: Sequence[Link]) -> Shell:
    """The frame of a public page: nobody is signed in."""
    area = f"SEND in {content['area_name']}: the local area partnership" if content else ""
    return Shell(
        area=area,
        home=reverse("public-home"),
        navigation=[
            NavigationItem("How we are doing", reverse("public-home"), current=True),
            NavigationItem("The law we count by", reverse("law")),
        ],
        demonstration=demonstration,
        footer_links=footer,
    )


def public_page(content: Content) -> dict[str, Any]:
    """What everyone sees."""
    return {
        "title": TITLE,
        "intro": INTRO,
        "stands": stands(content),
        "more": f"All figures are as at {content['as_at']}.",
        "chart": chart(content),
        "beside": [
            "It shows every year that was published, the worst beside the best.",
            "It counts plans that were issued. Clearing a backlog of late plans makes it fall for a while.",
        ],
        "figures": [
            Figure(
                one["label"],
                value=one["value"],
                missing=one["sentence"],
                says=one["sentence"] if one["value"] else "",
                counted=one["counted"],
            )
            for one in content["figures"]
        ],
    }


def stands(content: Content) -> str:
    """The first sentence of the first figure that is shown; what it leaves out stands at the figure."""
    told = next((one["sentence"] for one in content["figures"] if one["value"]), "")
    first, stop, _ = told.partition(". ")
    return f"{first}." if stop else first


def released(release: Release) -> str:
    return f"Released on {moment(release.released_at)}."


def chart(content: Content) -> Chart:
    """Our area and England, every published year."""
    series = content["series"]
    finding = _best_and_newest(content["area_name"], series)
    lines = (tuple(series[name]) for name in ("periods", "ours", "england"))
    drawing = _draw(*lines, content["area_name"], finding)
    return Chart(
        finding=finding,
        shows="Of 100 plans issued in each year, without exceptions. Until January 2023 areas sent totals, "
        "not a record of each child.",
        drawing=drawing,
        source=Tie(content["source"]["title"], href=content["source"]["address"], lead="Source:"),
        table=Table(
            columns=[
                Column("Year"),
                Column(content["area_name"], number=True),
                Column("England", number=True),
            ],
            rows=[
                [period, ours, england]
                for period, ours, england in zip(
                    series["periods"], series["ours"], series["england"], strict=True
                )
            ],
            caption="Plans issued within 20 weeks, percent",
        ),
    )


def _best_and_newest(name: str, series: dict[str, Any]) -> str:
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
