"""Puts examples of evidence beside the promises, some checked, and lets the forum and the director write."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.accounts.queries import holders_of
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.improvement.actions.evidence import (
    Consent,
    EvidenceDetails,
    RestsOn,
    add_evidence,
    check_evidence,
)
from goldenthread.improvement.actions.said import comment, write_for_the_forum
from goldenthread.improvement.models import Evidence, Milestone, Promise, SeenBy

STORY = Path(__file__).with_suffix(".yaml")
PLAN = "Priority action plan"
SEEN_BY = {"keepers": SeenBy.KEEPERS, "boards": SeenBy.BOARDS, "room": SeenBy.ROOM, "public": SeenBy.PUBLIC}
CHECKS = {"chair": Role.CHAIR, "forum": Role.FORUM_MEMBER}


def told() -> dict[str, Any]:
    known: dict[str, Any] = yaml.safe_load(STORY.read_text())
    return known


@transaction.atomic
def keep_evidence(by: Scope) -> None:
    """Keeps all of it, or nothing. Checks are made by people, for nobody checks what they put there."""
    promises = {promise.code: promise for promise in Promise.objects.filter(theme__plan__title=PLAN)}
    known = told()
    for item in known["evidence"]:
        kept = add_evidence(promises[item["promise"]], _details(item, promises[item["promise"]]), by=by)
        for check in item.get("checks", ()):
            who = _scope_of(CHECKS[check["by"]])
            check_evidence(kept, holds=check["holds"], because=check["because"], by=who)
    for said in known["forum"]:
        promise, words = promises[said["promise"]], said["words"]
        write_for_the_forum(promise, words=words, is_example=True, by=_scope_of(Role.FORUM_MEMBER))
    for said in known["commentary"]:
        promise, director = promises[said["promise"]], _scope_of(Role.DIRECTOR)
        comment(promise, words=said["words"], role=said["role"], is_example=True, by=director)


def is_kept() -> bool:
    """All in one transaction, so that one item tells of all."""
    return Evidence.objects.filter(is_example=True).exists()


def _scope_of(role: Role) -> Scope:
    """Whoever of the demonstration holds the role."""
    return Scope.of(holders_of(role)[0])


def _details(item: dict[str, Any], promise: Promise) -> EvidenceDetails:
    milestone = None
    if "milestone" in item:
        milestone = Milestone.objects.get(action__promise=promise, title=item["milestone"])
    return EvidenceDetails(
        kind=Evidence.Kind(item["kind"]),
        title=item["title"],
        shows=item["shows"],
        happened_on=item["happened_on"],
        provenance=item["provenance"],
        seen_by=SEEN_BY[item["seen_by"]],
        owner=promise.accountable,
        rests_on=RestsOn(milestone=milestone),
        consent=_consent(item["consent"]) if "consent" in item else None,
        is_example=True,
    )


def _consent(given: dict[str, Any]) -> Consent:
    return Consent(given["given_by"], given["given_on"], SEEN_BY[given["covers"]], given["kept_at"])
