"""Policies, holds and runs in words. No child is named here: a reference leads to those within reach."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.accounts.roles import Permission
from goldenthread.audit.clock import LONDON
from goldenthread.audit.scope import Scope
from goldenthread.backups.models import Backup
from goldenthread.retention.kinds import SUGGESTIONS, Kind
from goldenthread.retention.models import Hold, Policy, Run, RunPerson
from goldenthread.ui.values import Cell, Column, Count, Link, Table
from goldenthread.ui.words import day, moment

OUT_OF_REACH = "a record out of your reach"
TITLES = {**{kind.value: one.title for kind, one in SUGGESTIONS.items()}, "again": "Erased before a restore"}


def overview_values(
    scope: Scope,
    policies: Mapping[Kind, Policy],
    holds: Sequence[tuple[Hold, str]],
    runs: Sequence[Run],
    oldest: Backup | None,
) -> dict[str, Any]:
    """Values for the first page."""
    prepares = scope.may(Permission.PREPARE_ERASURE)
    return {
        "policies": _policies(policies, prepares=prepares),
        "suggestions": [f"{one.title}: {one.says}" for one in SUGGESTIONS.values()],
        "holds": _holds(holds, prepares=prepares) if holds else None,
        "runs": _runs(runs) if runs else None,
        "prepares": prepares,
        "backups": _backups(oldest),
    }


def _backups(oldest: Backup | None) -> str:
    if oldest is None:
        return "No backup was noted yet."
    made = day(oldest.made_at.astimezone(LONDON).date())
    return f"What was erased after {made} is still in older backups, encrypted, until they are removed."


def _policies(policies: Mapping[Kind, Policy], *, prepares: bool) -> Table:
    return Table(
        columns=[Column("Kind of record"), Column("Kept for"), Column("Decided"), Column("To do")],
        rows=[
            [
                one.title,
                f"{policies[kind].years} years after birth"
                if kind in policies
                else "not decided: nothing goes",
                policies[kind].because if kind in policies else None,
                Cell("Decide", href=reverse("retention-policy", args=[kind.value])) if prepares else None,
            ]
            for kind, one in SUGGESTIONS.items()
        ],
        caption="How long records are kept",
        missing="nobody yet",
    )


def _holds(holds: Sequence[tuple[Hold, str]], *, prepares: bool) -> Table:
    return Table(
        columns=[Column("Record"), Column("Held for"), Column("More"), Column("Since"), Column("To do")],
        rows=[
            [
                Cell(reference, href=reverse("case", args=[reference])),
                hold.get_ground_display(),
                hold.because,
                day(hold.placed_at.astimezone(LONDON).date()),
                Cell("Lift", href=reverse("lift-hold", args=[hold.pk])) if prepares else None,
            ]
            for hold, reference in holds
        ],
        caption="What is held",
        missing="not yours to lift",
    )


def _runs(runs: Sequence[Run]) -> Table:
    return Table(
        columns=[Column("Run"), Column("Where it stands"), Column("Prepared by"), Column("Decided by")],
        rows=[
            [
                Cell(f"As at {day(run.as_at)}", href=reverse("retention-run", args=[run.pk])),
                run.get_status_display(),
                run.asked_by_name,
                run.decided_by_name or None,
            ]
            for run in runs
        ],
        caption="Runs",
        missing="nobody yet",
    )


def run_values(
    scope: Scope, run: Run, outcomes: Mapping[str, int], children: Sequence[tuple[RunPerson, str]]
) -> dict[str, Any]:
    """Values for the page of one run."""
    waits = run.status == Run.Status.PREPARED
    mine = scope.actor_id is not None and scope.actor_id == run.asked_by_id
    return {
        "title": f"What may no longer be kept on {day(run.as_at)}",
        "caption": run.get_status_display().capitalize(),
        "above": Link("Retention", reverse("retention")),
        "says": _says(run),
        "counts": [
            Count(outcomes.get(outcome.value, 0), outcome.label)
            for outcome in RunPerson.Outcome
            if outcomes.get(outcome.value)
        ],
        "table": _children(children) if children else None,
        "may_agree": waits and not mine and scope.may(Permission.APPROVE_ERASURE),
        "waits_for_another": waits and mine,
        "may_refuse": waits,
        "run_id": run.pk,
    }


def _says(run: Run) -> str:
    asked = f"Prepared by {run.asked_by_name} on {moment(run.asked_at.astimezone(LONDON))}."
    if run.decided_at is None:
        return f"{asked} Nothing was erased. Another person looks at it and agrees, or refuses."
    decided = f"Decided by {run.decided_by_name} on {moment(run.decided_at.astimezone(LONDON))}."
    return " ".join(filter(None, [asked, decided, run.because]))


def _children(children: Sequence[tuple[RunPerson, str]]) -> Table:
    return Table(
        columns=[
            Column("Record"),
            Column("Kind"),
            Column("Outcome"),
            Column("Why"),
            Column("Rows", number=True),
        ],
        rows=[
            [
                Cell(reference, href=reverse("case", args=[reference])) if reference else OUT_OF_REACH,
                TITLES.get(one.kind, one.kind),
                one.get_outcome_display(),
                one.why or None,
                one.rows,
            ]
            for one, reference in children
        ],
        caption="Records",
        missing="its time has passed",
    )
