"""How is a share rounded and printed? In one way, exactly: half up to one decimal, as the DfE prints it.

The published tables settle it: 25,626 shares of the 2025 release were recomputed, and half up gives all
but those listed, with reasons, in `goldenthread/figures/open_data/faults.csv`.
"""

from decimal import Context, Decimal
from fractions import Fraction

UNAVAILABLE = "x"
"""What the DfE prints where there is no figure; a share of nothing is one such."""

EXACT = Context(prec=60)


def half_up(value: Fraction, places: int) -> Decimal:
    """`value` to so many decimal places; a tie goes away from nought (15.45 gives 15.5)."""
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return Decimal(whole if value >= 0 else -whole).scaleb(-places, EXACT)


def percentage(part: int, whole: int) -> Decimal | None:
    """`part` in a hundred of `whole`, to one decimal, half up. None when there is nothing to share."""
    if whole == 0:
        return None
    return half_up(Fraction(100 * part, whole), places=1)


def printed(value: Decimal | int | None) -> str:
    """A figure as the published tables print it: no trailing `.0`, and `x` when there is none."""
    if value is None:
        return UNAVAILABLE
    return str(value).removesuffix(".0")
