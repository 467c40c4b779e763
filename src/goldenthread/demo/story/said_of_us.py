"""Keeps the documents of the public record up to the demonstration's day, with what each says."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.improvement.actions.origins import (
    OriginDetails,
    PointDetails,
    add_origin,
    add_point,
    tie_points,
)
from goldenthread.improvement.models import Origin, Point, PointKind, PointTie
from goldenthread.improvement.queries.origins import origins
from goldenthread.organisations.actions import add_organisation
from goldenthread.organisations.models import Organisation, OrganisationKind

STORY = Path(__file__).with_suffix(".yaml")


@dataclass
class Kept:
    """What is kept so far: bodies by their short name, points by their code."""

    by_name: dict[str, Organisation] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)


def documents() -> list[dict[str, Any]]:
    """The documents whose day has come, oldest first."""
    told = yaml.safe_load(STORY.read_text())["documents"]
    return [document for document in told if document["happened_on"] <= clock.today()]


@transaction.atomic
def keep_documents(by: Scope) -> None:
    """Keeps every document and ties what was raised before: all of it, or nothing."""
    kept = Kept(bodies(by))
    for document in documents():
        origin = add_origin(_details(document), by=by)
        for point in document["points"]:
            _keep(origin, point, kept, by)


def is_kept(by: Scope) -> bool:
    there = {row.origin.title for row in origins(by)}
    return all(document["title"] in there for document in documents())


def bodies(by: Scope) -> dict[str, Organisation]:
    """The bodies of the partnership by their short names; those that are missing are added."""
    told = yaml.safe_load(STORY.read_text())["bodies"]
    there = {body.name: body for body in Organisation.objects.all()}
    return {
        short: there.get(body["name"])
        or add_organisation(body["name"], kind=OrganisationKind(body["kind"]), by=by)
        for short, body in told.items()
    }


def _details(document: dict[str, Any]) -> OriginDetails:
    return OriginDetails(
        kind=Origin.Kind(document["kind"]),
        title=document["title"],
        speaker=document["speaker"],
        happened_on=document["happened_on"],
        precision=Origin.Precision(document.get("precision", "day")),
        source=document["source"],
        summary=document.get("summary", ""),
    )


def _keep(origin: Origin, told: dict[str, Any], kept: Kept, by: Scope) -> None:
    details = PointDetails(
        kind=PointKind(told["kind"]),
        words=told["words"],
        code=told["code"],
        due_on=told.get("due_on"),
        responsible=[kept.by_name[short] for short in told.get("by", ())],
    )
    point = kept.points[told["code"]] = add_point(origin, details, by=by)
    for code, how in told.get("ties", {}).items():
        tie_points(point, kept.points[code], how=PointTie.How(how), because="", by=by)
