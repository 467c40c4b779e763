"""On which day did each return count the plans?

A table, because the day is announced and not computed. Source: gov.uk, "Special educational needs survey"
(Open Government Licence v3.0), as published in December 2023 and September 2025.
"""

from datetime import date

CENSUS_DAYS = {
    2023: date(2023, 1, 19),
    2024: date(2024, 1, 18),
    2025: date(2025, 1, 16),
    2026: date(2026, 1, 15),
    2027: date(2027, 1, 21),
}
"""Return year to census day. 2027 is announced, but nothing else of that return is known: it cannot be
read yet."""


def collection_year(return_year: int) -> tuple[date, date]:
    """First and last day of the calendar year whose activity a return describes: the year before it."""
    return date(return_year - 1, 1, 1), date(return_year - 1, 12, 31)
