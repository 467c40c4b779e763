"""The public page in words and one chart."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.urls import reverse

from goldenthread.publication.models import Release
from goldenthread.publication.snapshot import Content
from goldenthread.ui.charts.pen import Drawn
from goldenthread.ui.charts.time_series import Series, time_series
from goldenthread.ui.values import Chart, Column, Figure, Link, NavigationItem, Shell, Table, Tie
from goldenthread.ui.words import moment

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
    told = next((one["sentence"] for one in content["figures"] if one["value"]), "")
    return {
        "title": TITLE,
        "intro": INTRO,
        "stands": told,
        "more": f"They are as at {content['as_at']}.",
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
                as_at=f"As at {content['as_at']}.",
            )
            for one in content["figures"]
        ],
    }


def released(release: Release) -> str:
    return f"Released on {moment(release.released_at)}."


def chart(content: Content) -> Chart:
    """Our area and England, every published year."""
    series = content["series"]
    known = [
        (period, text)
        for period, text in zip(series["periods"], series["ours"], strict=True)
        if text is not None
    ]
    finding = f"{known[-1][1]}% in {known[-1][0]}; it was {known[0][1]}% in {known[0][0]}." if known else ""
    lines = (tuple(series[name]) for name in ("periods", "ours", "england"))
    drawing = _draw(*lines, content["area_name"], finding)
    return Chart(
        finding=f"Plans issued within 20 weeks in {content['area_name']}: {finding}",
        shows="Published figures, without exceptions. Before 2023 they were counted from totals.",
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
