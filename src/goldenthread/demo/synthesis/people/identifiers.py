"""Which numbers identify this person? Well formed, checked, and from ranges that no school gives out."""

from datetime import date

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
FIRST_SCHOOL = 9900
"""Establishment numbers from here up are invented."""
FIRST_LEARNER = 990_000_000
INWARD = "ABDEFGHJLNPQRSTUWXYZ"
OUTWARD = {"935": "IP99"}
NOWHERE = "ZY99"
"""There is no postcode area ZY, and Ipswich has no district 99."""


def check_letter(body: str) -> str:
    """The letter that opens a unique pupil number whose other twelve characters are `body`.

    Positions 2 to 13 are multiplied by their place and added, modulo 23 (DfE, Unique pupil numbers guide).
    """
    values = [int(c) if c.isdigit() else LETTERS.index(c) for c in body]
    return LETTERS[sum(value * place for place, value in enumerate(values, start=2)) % 23]


class PupilNumbers:
    """Hands out unique pupil numbers of an area, each once."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, int], int] = {}

    def next(self, area: str, born_on: date) -> str:
        """The next number of someone who started school in the year they turned five."""
        year = born_on.year + (4 if born_on.month < 9 else 5)
        given = self._given.get((area, year), 0)
        self._given[area, year] = given + 1
        school, serial = divmod(given, 999)
        if school > 9999 - FIRST_SCHOOL:
            raise ValueError("no invented pupil numbers are left for that year")
        body = f"{area}{FIRST_SCHOOL + school}{year % 100:02}{serial + 1:03}"
        return check_letter(body) + body


def learner_number(count: int) -> str:
    """The unique learner number that is `count` from the first: ten digits with their check digit.

    Weights 10 to 2 over nine digits; the remainder modulo 11 is taken from 10. Numbers whose remainder is
    nought have no check digit and are passed over.
    """
    number = FIRST_LEARNER + count * 2
    while not (rest := _weighted(number) % 11):
        number += 1
    return f"{number}{10 - rest}"


def _weighted(number: int) -> int:
    return sum(int(digit) * weight for digit, weight in zip(str(number), range(10, 1, -1), strict=True))


def postcode(area: str, count: int) -> str:
    """A postcode that does not exist; people of one household share it."""
    outward = OUTWARD.get(area, NOWHERE)
    sector, unit = divmod(count % 4000, 400)
    return f"{outward} {sector}{INWARD[unit // 20]}{INWARD[unit % 20]}"
