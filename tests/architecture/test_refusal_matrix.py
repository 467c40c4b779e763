"""Every page as every role about every kind of record: who opens, who is refused, for whom it does not exist.

What must happen is worked out from the declarations (`access_rule` of a view, `GRANTS` of a role) and from
the table in `refusals.expected`; what does happen is asked of the page. What is withheld or sealed may be in
no answer. A page that the matrix cannot address fails, with what to declare.
"""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, reverse

from goldenthread.accounts.access import pages
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from refusals.addresses import Undeclared, address, is_of_a_child
from refusals.expected import Outcome, outcome
from refusals.outputs import OUTPUTS
from refusals.world import SEALED_NAME, SECRETS, TODAY, Subject, World, build

PAGES = [pattern for _, pattern in pages()]
EVERYONE = [None, *Role]
CHANGES_WHO_IS_SIGNED_IN = {"sign-out", "choose-who-to-be"}
"""Left out of the crawl: they end the session that asks. Tests of signing in ask them."""
REFUSED_ABOUT = (Subject.SEALED,)
"""Whoever is refused by role is refused before the record is looked up: one kind is asked for all."""

Cell = tuple[URLPattern, Subject]


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Made once for the module, in a transaction that is taken back: every question asked of it is, too."""
    before, folder = clock._tell, tmp_path_factory.mktemp("matrix")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        clock.told_by(clock.always_on(TODAY))
        for name in ("MEDIA_ROOT", "OUTBOX_ROOT", "FACTS_ROOT"):
            patch.setattr(settings, name, folder / name.lower())
        with transaction.atomic():
            made = build()
            made.addresses = dict(_addresses(made))
            yield made
            transaction.set_rollback(True)
        clock.told_by(before)


def _addresses(world: World) -> Iterator[tuple[tuple[str, Subject], str]]:
    for pattern in PAGES:
        for subject in Subject if is_of_a_child(pattern) else [Subject.OWN]:
            yield (str(pattern.name), subject), address(pattern, world, subject)


def cells(role: Role | None) -> Iterator[Cell]:
    """Every page, about every kind of record if it is about a child."""
    for pattern in PAGES:
        if pattern.name in CHANGES_WHO_IS_SIGNED_IN:
            continue
        if not is_of_a_child(pattern):
            yield pattern, Subject.OWN
            continue
        refused = outcome(pattern, role, Subject.OWN) in (Outcome.REFUSED, Outcome.SENT_TO_THE_DOOR)
        yield from ((pattern, subject) for subject in (REFUSED_ABOUT if refused else Subject))


def asked(client: Client, where: str):
    """What the page answers, to a form sent empty where it takes nothing else; nothing of it stays."""
    with transaction.atomic():
        answer = client.get(where)
        if answer.status_code == 405:
            answer = client.post(where, {})
        content = b"".join(answer) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer, content


def met(answer) -> Outcome:
    if answer.status_code == 403:
        return Outcome.REFUSED
    if answer.status_code == 404:
        return Outcome.NOT_FOUND
    if answer.status_code == 302 and answer["Location"].split("?")[0] == reverse(settings.LOGIN_URL):
        return Outcome.SENT_TO_THE_DOOR
    return Outcome.OPENS


def agrees(pattern: URLPattern, expected: Outcome, found: Outcome) -> bool:
    """A page about no child may be asked about a row that is not there: then only a refusal tells."""
    if is_of_a_child(pattern) or expected is not Outcome.OPENS:
        return found is expected
    return found in (Outcome.OPENS, Outcome.NOT_FOUND)


def gives_away(role: Role | None, content: bytes) -> list[str]:
    """What stands in an answer and may not. Guardians meet the names of sealed children, at their work."""
    hidden = SECRETS if role is Role.GUARDIAN else (*SECRETS, SEALED_NAME)
    return [words for words in hidden if words.encode() in content]


@pytest.mark.slow
@pytest.mark.parametrize("role", EVERYONE, ids=lambda role: role or "stranger")
def test_every_page_opens_refuses_or_does_not_exist_as_declared(world, role, caplog):
    with transaction.atomic():
        client, wrong = world.client(role) if role else Client(), []
        client.raise_request_exception = False
        for pattern, subject in cells(role):
            where, expected = world.addresses[str(pattern.name), subject], outcome(pattern, role, subject)
            answer, content = asked(client, where)
            if answer.status_code >= 500 or not agrees(pattern, expected, met(answer)):
                wrong.append(f"{where} about {subject}: {answer.status_code}, should be: {expected}")
            wrong += [f"{where} about {subject} gives away {words}" for words in gives_away(role, content)]
        for kind, says in OUTPUTS.items():
            for where, content in says(world, client):
                wrong += [f"{kind}: {where} gives away {words}" for words in gives_away(role, content)]
        transaction.set_rollback(True)
    wrong += [f"the log tells {words}" for words in gives_away(None, caplog.text.encode())]
    assert not wrong, "\n".join(wrong)


def test_a_page_that_the_matrix_cannot_address_is_named_with_what_to_do(world):
    class Converter:
        pass

    class Pattern:
        name = "a-new-page"
        pattern = type("Route", (), {"converters": {"something": Converter()}})

    with pytest.raises(Undeclared, match=r"a-new-page.*something.*tests/refusals/addresses.py"):
        address(Pattern, world, Subject.OWN)


def test_a_gap_in_the_guard_would_be_noticed():
    """The table is not worked out from the code that it is held against."""
    case_page = next(pattern for pattern in PAGES if pattern.name == "case")
    assert outcome(case_page, Role.COORDINATOR, Subject.OTHER) is Outcome.NOT_FOUND
    assert outcome(case_page, Role.COORDINATOR, Subject.SEALED) is Outcome.NOT_FOUND
    assert outcome(case_page, Role.ANALYST, Subject.OTHER) is Outcome.OPENS
    assert outcome(case_page, Role.PARENT, Subject.OWN) is Outcome.REFUSED
    assert outcome(case_page, None, Subject.OWN) is Outcome.SENT_TO_THE_DOOR
