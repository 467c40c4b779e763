"""The palette is one, and what stands on it can be read (WCAG 2.2: text 4.5, graphics 3)."""

import re
from pathlib import Path

import pytest

from goldenthread.ui import palette

SCSS = Path(palette.__file__).parent / "scss" / "_palette.scss"
BACKGROUNDS = {"paper": palette.PAPER, "mist": palette.MIST, "linen": palette.LINEN}


def test_python_and_sass_name_the_same_colours() -> None:
    in_sass = dict(re.findall(r'"([a-z-]+)": (#[0-9a-f]{6}),', SCSS.read_text()))
    in_python = {
        name.lower().replace("_", "-"): value for name, value in vars(palette).items() if name.isupper()
    }
    assert in_sass == in_python


def test_the_contrast_formula_gives_the_known_ends() -> None:
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", BACKGROUNDS)
@pytest.mark.parametrize(
    "text", ["INK", "INK_SOFT", "LINK", "LINK_VISITED", "THREAD_TEXT", "NO", "NOT_YET", "UNKNOWN", "YES"]
)
def test_text_can_be_read_on_every_ground(text: str, ground: str) -> None:
    assert palette.contrast(getattr(palette, text), BACKGROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("state", ["YES", "NO", "NOT_YET", "UNKNOWN"])
def test_a_state_can_be_read_on_its_own_tint(state: str) -> None:
    assert palette.contrast(getattr(palette, state), getattr(palette, f"{state}_TINT")) >= 4.5


@pytest.mark.parametrize("ground", [palette.SPRUCE, palette.ACTION])
def test_white_can_be_read_on_the_header_and_the_button(ground: str) -> None:
    assert palette.contrast(palette.PAPER, ground) >= 4.5


@pytest.mark.parametrize("ground", BACKGROUNDS)
def test_the_thread_can_be_seen_on_every_ground(ground: str) -> None:
    assert palette.contrast(palette.THREAD, BACKGROUNDS[ground]) >= 3


def test_the_wordmark_and_the_focus_can_be_seen_on_the_header() -> None:
    assert palette.contrast(palette.THREAD_BRIGHT, palette.SPRUCE) >= 3
    assert palette.contrast(palette.FOCUS_INK, palette.FOCUS) >= 4.5
