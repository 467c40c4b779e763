"""What tests of governance share."""

import pytest


@pytest.fixture
def storage(settings, tmp_path):
    """Papers lie in a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT
