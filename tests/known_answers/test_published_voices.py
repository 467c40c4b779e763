"""What families, a forum and an ombudsman said elsewhere in public, computed from its parts."""

import pytest

from goldenthread.ui.words import rounded
from goldenthread.voice.tallies import Tally, response_rate


@pytest.mark.parametrize(
    ("favourable", "of", "published"),
    [
        (57, 97, "58.8"),  # of 97 families: a child missed school (an MP's report on Suffolk)
        (50, 97, "51.5"),  # of the same: struggling without support
        (75, 80, "93.8"),  # Ombudsman, Suffolk 2024-25: printed as 94
        (50, 58, "86.2"),  # 2023-24: printed as 86
        (62, 75, "82.7"),  # 2022-23: printed as 83
    ],
)
def test_a_published_share_is_that_of_its_parts(favourable, of, published):
    found = Tally(favourable, of - favourable, 0).share
    assert rounded(100 * found.estimate, 1) == published
    assert found.low < found.estimate < found.high


def test_84_of_729_saw_better_communication():
    """Suffolk's survey of autumn 2023: about one in nine, and surely fewer than one in six."""
    found = Tally(84, 0, 645).share
    assert rounded(100 * found.estimate, 1) == "11.5"
    assert 100 * found.high < 100 / 6


def test_of_1269_families_in_surrey_227_replied():
    assert rounded(100 * response_rate(227, 1_269), 1) == "17.9"


def test_19_replies_in_two_years_are_too_few_to_say():
    """Southend printed them with a response rate of 4 of 100: not known, whatever the share."""
    assert Tally(19, 0, 0).is_too_few
    assert not Tally(227, 0, 0).is_too_few
