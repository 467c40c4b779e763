"""The five states of a test as drawings: a shape for each, so that none rests on its colour."""

from goldenthread.ui import palette
from goldenthread.ui.values import State

COLOURS: dict[State, str] = {
    "yes": palette.YES,
    "not-yet": palette.NOT_YET,
    "no": palette.NO,
    "not-known": palette.UNKNOWN,
    "no-evidence": palette.UNKNOWN,
}

SHAPES: dict[State, str] = {
    "yes": '<circle cx="14" cy="14" r="13" fill="{c}"/><path d="M7.6 14.6l4.3 4.3 8.5-9.2" fill="none" '
    'stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>',
    "not-yet": '<circle cx="14" cy="14" r="11.5" fill="#fff" stroke="{c}" stroke-width="3"/>'
    '<path d="M14 6.5a7.5 7.5 0 0 1 0 15z" fill="{c}"/>',
    "no": '<path d="M8.6 1h10.8L27 8.6v10.8L19.4 27H8.6L1 19.4V8.6z" fill="{c}"/>'
    '<path d="M9 9l10 10M19 9L9 19" stroke="#fff" stroke-width="3" stroke-linecap="round"/>',
    "not-known": '<circle cx="14" cy="14" r="12" fill="#fff" stroke="{c}" stroke-width="2.4"/>'
    '<path d="M10.3 11.2c.2-2.1 1.7-3.4 3.8-3.4 2.2 0 3.7 1.3 3.7 3.2 0 2.7-3.5 2.8-3.5 5.2" fill="none" '
    'stroke="{c}" stroke-width="2.4" stroke-linecap="round"/><circle cx="14.2" cy="20" r="1.7" fill="{c}"/>',
    "no-evidence": '<circle cx="14" cy="14" r="12" fill="#fff" stroke="{c}" stroke-width="2.4" '
    'stroke-dasharray="4.2 3.34"/>',
}


def glyph(state: State) -> str:
    """The drawing of a state as SVG, 28 wide and high."""
    inner = SHAPES[state].format(c=COLOURS[state])
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 0 28 28">{inner}</svg>'


def glyphs() -> dict[str, str]:
    """Every drawing by its state."""
    return {state: glyph(state) for state in SHAPES}
