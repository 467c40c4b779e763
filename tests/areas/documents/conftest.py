"""A storage of the test's own."""

import pytest


@pytest.fixture
def storage(settings, tmp_path):
    """Files lie in a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT
