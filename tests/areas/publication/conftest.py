"""What tests of publication share: a partnership of which some may be public and some may not."""

import pytest

import factories
from areas.publication.partnership import a_partnership, let
from areas.publication.releasing import release
from goldenthread.accounts.roles import Role


@pytest.fixture
def lead(db):
    return factories.scope(Role.IMPROVEMENT_LEAD, name="Lena Example")


@pytest.fixture
def director(db):
    return factories.scope(Role.DIRECTOR, name="Dora Example")


@pytest.fixture
def marked(lead):
    """Lets a row into releases."""
    return lambda kind, row, public=True: let(kind, row, by=lead, public=public)


@pytest.fixture
def partnership(lead, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return a_partnership(lead)


@pytest.fixture
def released(partnership, lead, director, worked_out):
    return release(lead, director)
