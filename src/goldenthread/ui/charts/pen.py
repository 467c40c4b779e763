"""What draws? Lines, areas, marks and words in pixels, as SVG without style, script or address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from markupsafe import Markup

from goldenthread.ui import palette

WIDE = 576  # two stand side by side on a page of 1,200
NARROW = 288

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Drawn:
    """One chart at the width of a desk screen and of a phone: SVG text, safe to print as it is."""

    wide: Markup
    narrow: Markup


class Pen:
    """A drawing of `width` by `height` pixels. `title` tells the finding: it is what is read aloud."""

    def __init__(self, width: float, height: float, title: str, *, size: int = 15) -> None:
        self.width, self.height, self.size = width, height, size
        self._root = etree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "role": "img",
                "width": pixels(width),
                "height": pixels(height),
                "viewBox": f"0 0 {pixels(width)} {pixels(height)}",
                "font-family": "Source Sans 3, Segoe UI, Helvetica Neue, Arial, sans-serif",
                "font-size": str(size),
                "fill": palette.INK_SOFT,
            },
        )
        etree.SubElement(self._root, "title").text = title

    def line(self, start: Point, end: Point, *, colour: str, width: float = 1, dash: str = "") -> None:
        """One straight line."""
        self.path([start, end], colour=colour, width=width, dash=dash)

    def path(self, points: Sequence[Point], *, colour: str, width: float, dash: str = "") -> None:
        """A line through points."""
        named = {"d": track(points), "fill": "none", "stroke": colour, "stroke-width": pixels(width)}
        named |= {"stroke-dasharray": dash} if dash else {}
        etree.SubElement(self._root, "path", named | {"stroke-linejoin": "round"})

    def area(self, points: Sequence[Point], *, colour: str) -> None:
        """A filled shape."""
        etree.SubElement(self._root, "path", {"d": track(points) + "Z", "fill": colour})

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, edged: bool = False
    ) -> None:
        """A filled rectangle; `edged` draws a thin line inside its rim."""
        rim = 0.5 if edged else 0
        named = {"x": x + rim, "y": y + rim, "width": max(width - 2 * rim, 0), "height": height - 2 * rim}
        look = {"fill": colour, "stroke": palette.SPRUCE_MID} if edged else {"fill": colour}
        etree.SubElement(self._root, "rect", {key: pixels(value) for key, value in named.items()} | look)

    def dot(self, x: float, y: float, *, radius: float, colour: str, edge: float = 0) -> None:
        """A round mark; with an `edge` of so many pixels it is hollow."""
        place = {"cx": pixels(x), "cy": pixels(y), "r": pixels(radius)}
        look = hollow(colour, edge) if edge else {"fill": colour}
        etree.SubElement(self._root, "circle", place | look)

    def square(self, x: float, y: float, *, side: float, colour: str) -> None:
        """A hollow square mark."""
        place = {"x": x - side / 2, "y": y - side / 2, "width": side, "height": side}
        placed = {key: pixels(value) for key, value in place.items()}
        etree.SubElement(self._root, "rect", placed | hollow(colour, 2))

    def text(  # noqa: PLR0913  a word on a page has this many properties
        self,
        words: str,
        x: float,
        y: float,
        *,
        anchor: Anchor = "start",
        colour: str = palette.INK_SOFT,
        bold: bool = False,
        cased: bool = False,
    ) -> None:
        """Words on the baseline `y`. `cased` puts a white edge behind them, where they cross a line."""
        named = {"x": pixels(x), "y": pixels(y)}
        named |= {"text-anchor": anchor} if anchor != "start" else {}
        named |= {"fill": colour} if colour != palette.INK_SOFT else {}
        named |= {"font-weight": "650"} if bold else {}
        if cased:
            edge = {
                "stroke": palette.PAPER,
                "stroke-width": "4",
                "stroke-linejoin": "round",
                "aria-hidden": "true",
            }
            etree.SubElement(self._root, "text", named | edge).text = words
        etree.SubElement(self._root, "text", named).text = words

    def svg(self) -> Markup:
        """The drawing as text, marked as safe to print: every name in it is ours, every word was escaped."""
        return Markup(etree.tostring(self._root, encoding="unicode"))  # noqa: S704  made by an XML library


def hollow(colour: str, edge: float) -> dict[str, str]:
    """Paper inside, so that the line beneath does not show through."""
    return {"fill": palette.PAPER, "stroke": colour, "stroke-width": pixels(edge)}


def pixels(number: float) -> str:
    """To a tenth of a pixel."""
    return f"{number:.1f}".removesuffix(".0")


def track(points: Iterable[Point]) -> str:
    """The path through points."""
    return "M" + "L".join(f"{pixels(x)} {pixels(y)}" for x, y in points)
