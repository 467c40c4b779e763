"""A child whose time has passed, two people who may let the record go, and folders of the test's own."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.retention import actions
from goldenthread.retention.kinds import Kind

LONG_AGO = date(1970, 5, 3)


@pytest.fixture
def folders(settings, tmp_path):
    """Files, facts and outbox lie in folders of this test."""
    for name in ("MEDIA_ROOT", "FACTS_ROOT", "OUTBOX_ROOT"):
        setattr(settings, name, tmp_path / name)
    return tmp_path


@pytest.fixture
def officer(db):
    return factories.scope(Role.RECORDS_OFFICER)


@pytest.fixture
def guardian(db):
    return factories.scope(Role.GUARDIAN)


@pytest.fixture
def policy(db):
    """Records without a plan are kept for 31 years, with one for 45."""
    by = Scope.system("a test")
    return [
        actions.set_policy(kind, years=years, because="The board", by=by)
        for kind, years in ((Kind.WITHOUT_PLAN, 31), (Kind.WITH_PLAN, 45))
    ]


@pytest.fixture
def old(db):
    """Someone born long ago, with a case that is not open."""
    person = factories.person("Old", "Record", birth_date=LONG_AGO)
    factories.case(person)
    return person
