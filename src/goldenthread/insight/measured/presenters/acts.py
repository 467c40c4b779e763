"""What may be done about a measure, and how far a working-out has come."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.figures.measured.values import FigureKey
from goldenthread.figures.models import MeasuredSet
from goldenthread.insight.measured.queries import Chosen, Reading
from goldenthread.ui.values import Link
from goldenthread.ui.words import day


def making_words(making: MeasuredSet | None) -> str:
    """Step and count, as far as they are known."""
    if making is None:
        return ""
    count = f" {making.done} of {making.to_do}." if making.to_do else ""
    return f"{making.step or 'Waiting for its turn'}.{count} This page refreshes by itself."


def set_words(of: MeasuredSet) -> str:
    """Which day it is of, and what was known."""
    known = (
        "all that was known then"
        if of.known_at is None
        else f"only what was known at position {of.known_at:,}"
    )
    when = f", worked out on {day(of.ready_at.date())}" if of.ready_at else ""
    return f"As at {day(of.as_at)}: {known}{when}"


def steps_of(found: Reading, *, may_withdraw: bool) -> list[dict[str, Any]]:
    """The declared steps with who declared them."""
    return [
        {
            "words": f"From {day(step.first_day)}: {step.because}. Declared by {step.declared_by_name} on "
            f"{day(step.declared_at.date())}.",
            "withdraw": reverse("withdraw-step", args=[step.pk]) if may_withdraw else "",
        }
        for step in found.steps
    ]


def cite_address(key: FigureKey) -> str:
    """Where a figure is frozen for a paper."""
    asked = {
        "set_id": str(key.set_id),
        "measure": key.measure,
        "by": key.by,
        "period": key.period.isoformat(),
    }
    asked |= {"dimension": key.dimension, "group": key.group} if key.dimension else {}
    return f"{reverse('cite-figure')}?{urlencode(asked)}"


def acts_of(scope: Scope, found: Reading, chosen: Chosen) -> list[Link]:
    """What this person may do here."""
    cite = [Link("Cite the newest figure", cite_address(found.newest.key))] if found.newest else []
    if found.chart is None:
        return cite
    name, links = found.measure.name, cite
    if scope.may(Permission.DECLARE_STEPS):
        links.append(Link("Declare a step", reverse("declare-step", args=[name])))
    if scope.may(Permission.KEEP_WATCH):
        group = {"dimension": chosen.dimension, "group": chosen.group} if chosen.group else {}
        what = "Watch this group" if group else "Watch this measure"
        links.append(Link(what, reverse("begin-watch", args=[name], query=group)))
    return links
