"""Every example page in a real browser, wide and on a phone: axe finds nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from areas.ui.gallery.pages import GalleryPage, gallery
from goldenthread import ui
from goldenthread.ui.assets import SERVED
from goldenthread.ui.charts.letters import width_of

pytestmark = pytest.mark.journey

PAGES = {page.name: page for page in gallery()}
FOLDERS = (SERVED, Path(ui.__file__).parent / "static" / "ui")
WIDTHS = {"desk": 1280, "phone": 320}
KINDS = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
POLICY = "; ".join(
    f"{name} {' '.join(values)}" for name, values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)

# Text of charts may be 14 px on a phone; nothing else may be below 15.
SMALL_TEXT = """() => [...document.querySelectorAll('body *')]
  .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(each => each.getClientRects().length && !each.closest('.govuk-visually-hidden, title'))
  .filter(each => parseFloat(getComputedStyle(each).fontSize) < (each.closest('.gt-chart__narrow') ? 14 : 15))
  .map(each => each.outerHTML.slice(0, 120))"""

OVERLAPS = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const all = [...svg.querySelectorAll('text:not([aria-hidden])')];
  const texts = all.filter(each => each.getClientRects().length);
  const boxes = texts.map(each => each.getBoundingClientRect());
  return texts.flatMap((one, i) => texts.slice(i + 1).filter((other, j) => {
    const a = boxes[i], b = boxes[i + 1 + j];
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
  }).map(other => one.textContent + ' / ' + other.textContent));
})"""


def answer(route: Route) -> None:
    """Serves gallery pages and built files to the browser without any server, under our content policy."""
    path = route.request.url.removeprefix("http://gallery/").partition("?")[0].partition("#")[0]
    if path in PAGES:
        page = PAGES[path].render()
        policy = {"Content-Security-Policy": POLICY}
        route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=policy)
        return
    name = path.removeprefix("static/ui/")
    found = [folder / name for folder in FOLDERS if (folder / name).is_file()]
    if found:
        route.fulfill(body=found[0].read_bytes(), content_type=KINDS[found[0].suffix])
    else:
        route.fulfill(status=404)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all: a new one for each page would take most of the time."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", answer)
    yield page
    context.close()


@pytest.fixture(params=WIDTHS)
def screen(tab: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The tab at both widths; what the browser complains about fails the test."""
    tab.set_viewport_size({"width": WIDTHS[request.param], "height": 900})
    complaints: list[str] = []

    def listen(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    tab.on("console", listen)
    yield tab
    tab.remove_listener("console", listen)
    tab.emulate_media(media="screen")
    assert not complaints, complaints


@pytest.mark.parametrize("example", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible_fits_and_can_be_read(
    screen: Page, example: GalleryPage, axe: Callable[[Page], None], fits_its_width: Callable[[Page], None]
) -> None:
    screen.goto(f"http://gallery/{example.name}")
    screen.evaluate("document.fonts.ready")
    fits_its_width(screen)
    assert screen.evaluate(SMALL_TEXT) == []
    assert screen.evaluate(OVERLAPS) == []
    axe(screen)


def test_the_typeface_is_ours_and_words_are_as_wide_as_charts_believe(screen: Page) -> None:
    screen.goto("http://gallery/measure")
    screen.evaluate("document.fonts.ready")
    assert screen.evaluate("document.fonts.check('16px \"Source Sans 3\"')")
    drawn = screen.evaluate(
        """() => [...document.querySelectorAll('.gt-chart text:not([aria-hidden])')]
        .filter(each => each.getClientRects().length)
        .map(each => [each.textContent, parseFloat(getComputedStyle(each).fontSize),
                      each.getAttribute('font-weight') === '650', each.getComputedTextLength()])"""
    )
    assert len(drawn) > 30
    for words, size, bold, pixels in drawn:
        assert width_of(words, size, bold=bold) == pytest.approx(pixels, rel=0.04, abs=1), words


def test_the_keyboard_comes_first_to_the_way_past_the_header(screen: Page) -> None:
    screen.goto("http://gallery/worklist")
    screen.keyboard.press("Tab")
    assert screen.evaluate("document.activeElement.textContent") == "Skip to main content"
    screen.keyboard.press("Enter")
    assert screen.evaluate("document.activeElement.id") == "main"


def test_a_form_with_mistakes_puts_the_focus_on_its_summary_which_leads_to_the_box(screen: Page) -> None:
    screen.goto("http://gallery/form")
    assert "govuk-error-summary" in screen.evaluate("document.activeElement.className")
    screen.keyboard.press("Tab")
    screen.keyboard.press("Enter")
    assert screen.evaluate("document.activeElement.id") == "id_sent_on-day"


def test_the_three_boxes_of_a_date_stand_on_one_line_as_wide_as_what_they_hold(screen: Page) -> None:
    screen.goto("http://gallery/form")
    boxes = [screen.locator(f"#id_sent_on-{part}").bounding_box() for part in ("day", "month", "year")]
    assert len({round(box["y"]) for box in boxes if box}) == 1
    assert [box["width"] < 90 for box in boxes if box] == [True, True, True]


def test_only_one_drawing_of_a_chart_is_there_and_it_keeps_its_size(screen: Page) -> None:
    screen.goto("http://gallery/public-home")
    shown = screen.evaluate(
        """() => [...document.querySelectorAll('.gt-chart svg')]
        .map(each => each.getBoundingClientRect().width).filter(width => width)"""
    )
    phone = screen.viewport_size is not None and screen.viewport_size["width"] < 500
    assert shown == [288 if phone else 576]


def test_in_print_the_tables_under_charts_are_open_and_navigation_is_gone(screen: Page) -> None:
    screen.goto("http://gallery/public-home")
    assert not screen.locator(".gt-numbers table").is_visible()
    screen.emulate_media(media="print")
    # The browser opens what was closed with its next frame, so this waits; never open fails by the time.
    opened = "document.querySelector('.gt-numbers table').checkVisibility()"
    screen.wait_for_function(opened, timeout=10_000)
    assert not screen.locator(".gt-nav").is_visible()
