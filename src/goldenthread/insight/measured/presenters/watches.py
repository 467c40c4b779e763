"""What is watched, and what the watches have seen."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.statistics.process_behaviour import FEWEST_POINTS
from goldenthread.figures.models import Watch
from goldenthread.ui.words import day, moment, plural


def watches_page(found: Sequence[Watch], today: date, *, may_end: bool) -> dict[str, Any]:
    """Everything on the page."""
    running = [one for one in found if one.ended_at is None and one.until >= today]
    seen = [one for one in running if one.notices.all()]
    return {
        "stands": stands(len(running), len(seen)),
        "watches": [watch_words(one, today, may_end=may_end) for one in found],
    }


def stands(running: int, seen: int) -> str:
    """How it stands, in a sentence or two."""
    if not running:
        return (
            "Nothing is watched now. What improves must stay improved: a measure is watched for "
            "two years after it is reached."
        )
    worse = f"{seen} of them saw a measure get worse" if seen else "None of them saw a measure get worse"
    return (
        f"{plural(running, 'measure is', 'measures are')} watched for two years after what was "
        f"promised was reached. {worse}. Each month is judged by the limits of before the watch began; "
        f"a watch with fewer than {FEWEST_POINTS} months before it cannot judge, and says nothing."
    )


def watch_words(one: Watch, today: date, *, may_end: bool) -> dict[str, Any]:
    """One watch in words."""
    known = measures().get(one.measure)
    title = known.title if known else one.measure
    return {
        "title": f"{title}: {one.group}" if one.group else title,
        "about": one.about_words,
        "says": says(one, today),
        "signals": [f"{notice.words} Seen on {moment(notice.found_at)}." for notice in one.notices.all()],
        "link": reverse("measure", args=[one.measure], query=whose(one)),
        "end": reverse("end-watch", args=[one.pk]) if may_end and one.ended_at is None else "",
    }


def whose(one: Watch) -> dict[str, str]:
    """The group of a watch, as it stands in the address of its measure."""
    return {"dimension": one.dimension, "group": one.group} if one.group else {}


def says(one: Watch, today: date) -> str:
    """Since when, until when, for whom, and when it was last looked at."""
    if one.ended_at is not None:
        return f"Watched from {day(one.began_on)}, ended on {day(one.ended_at.date())}: {one.ended_because}"
    looked = (
        f"Last looked at on {moment(one.looked_at)}."
        if one.looked_at
        else "Not looked at yet: that is done each night."
    )
    over = "It is over." if one.until < today else ""
    return f"From {day(one.began_on)} to {day(one.until)}, for {one.owner}. {over} {looked}".replace(
        "  ", " "
    )
