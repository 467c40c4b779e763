"""Lets the public see the demonstration’s site: prepared by one person, approved by another."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.demo.people import PERSONAS, address
from goldenthread.improvement.actions.judging import judge
from goldenthread.publication.actions.releasing import approve_release, prepare_release
from goldenthread.publication.actions.writing import LetterDetails, keep_letter, mark, write_easily
from goldenthread.publication.models import EasyText, OpenLetter, PublicMark
from goldenthread.publication.queries.drafting import draft
from goldenthread.publication.queries.marks import candidates

STORY = Path(__file__).with_suffix(".yaml")


def persona(role: Role) -> Scope:
    """The invented person who holds a role."""
    chosen = next(one for one in PERSONAS if one.role is role)
    return Scope.of(User.objects.get(email=address(chosen)))


@transaction.atomic
def release_site() -> None:
    """The first release: the improvement lead prepares it, the director approves it.

    Promises are judged before, as they are every night: a release holds what the tests say then.
    """
    judge(by=Scope.system("the demonstration is set up"))
    lead = persona(Role.IMPROVEMENT_LEAD)
    told = yaml.safe_load(STORY.read_text())
    _mark(told, lead)
    _write(told, lead)
    prepared = prepare_release(seen=draft(lead).digest, note="The first release.", by=lead)
    approve_release(prepared, seen=prepared.digest, by=persona(Role.DIRECTOR))


def _mark(told: dict[str, Any], lead: Scope) -> None:
    """All documents of the public record, and the plans that the story names."""
    for one in candidates(lead):
        wanted = one.kind != PublicMark.Kind.PLAN or one.title in told["plans"]
        if wanted and not one.is_public:
            mark(one.kind, one.row_id, public=True, by=lead)


def _write(told: dict[str, Any], lead: Scope) -> None:
    there = set(OpenLetter.objects.values_list("title", flat=True))
    for letter in told["letters"]:
        if letter["title"] not in there and letter["dated_on"] <= clock.today():
            details = LetterDetails(
                kind=OpenLetter.Kind(letter["kind"]),
                title=letter["title"],
                signed=letter["signed"],
                dated_on=letter["dated_on"],
                words=letter["words"],
                is_ready=True,
                is_example=True,
            )
            keep_letter(details, by=lead)
    for key, words in told["easy"].items():
        if not EasyText.objects.filter(key=key).exists():
            write_easily(key, words, is_example=True, by=lead)
