"""Days, numbers and lists are written as GOV.UK style has them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from areas.ui.gallery.pages import gallery_environment
from goldenthread.ui import words

DAY = date(2026, 12, 1)


def test_days_are_written_in_full_and_with_the_weekday_where_someone_must_act() -> None:
    assert words.weekday(DAY) == "Tuesday 1 December 2026"
    assert words.short_weekday(DAY) == "Tue 1 December 2026"
    assert words.short_weekday_and_month(DAY) == "Tue 1 December"
    assert words.day(DAY) == "1 December 2026"
    assert words.day_and_month(DAY) == "1 December"
    assert words.month(DAY) == "December 2026"


def test_moments_are_told_by_londons_clock() -> None:
    summer_night = datetime(2026, 7, 14, 23, 30, tzinfo=UTC)
    assert words.moment(summer_night) == "15 July 2026 at 00:30"
    assert words.time_of_day(datetime(2026, 1, 14, 15, 2, tzinfo=UTC)) == "15:02"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        words.moment(datetime(2026, 7, 14, 23, 30))  # noqa: DTZ001  what is refused


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (999, "999"), (12114, "12,114"), (-1500, "−1,500"), (Decimal("1204.5"), "1,204.5")],
)
def test_thousands_have_commas(value: int, written: str) -> None:
    assert words.thousands(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(45.85, "45.9%"), (45.849, "45.8%"), (Decimal("0.05"), "0.1%"), (2.675, "2.7%"), (100, "100.0%")],
)
def test_shares_are_rounded_half_up(value: float, written: str) -> None:
    assert words.percent(value) == written


def test_plurals_ordinals_lists_and_sizes() -> None:
    assert words.plural(1, "plan") == "1 plan"
    assert words.plural(12114, "plan") == "12,114 plans"
    assert words.plural(2, "child", "children") == "2 children"
    assert [words.ordinal(each) for each in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]
    )
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed([]) == ""
    assert [words.size(each) for each in (12, 512_000, 41_000_000)] == ["12 bytes", "512 KB", "41 MB"]
    assert [words.in_words(each) for each in (0, 5, 9, 10)] == ["no", "five", "nine", "10"]


def test_templates_have_them_as_filters() -> None:
    page = gallery_environment().from_string(
        "{{ day | weekday }}: {{ 12114 | thousands }}, {{ plural(2, 'plan') }}"
    )
    assert page.render(day=DAY) == "Tuesday 1 December 2026: 12,114, 2 plans"
