"""Reads a drawn piece of page the way a browser would, for tests that ask what stands in it."""

from typing import Any

from lxml import html

from areas.ui.gallery.pages import gallery_environment

GT = gallery_environment().globals["gt"]


def parsed(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup, create_parent="div")


def component(name: str, *arguments: Any, **named: Any) -> html.HtmlElement:
    """The component `gt.NAME`, drawn with these values and parsed."""
    return parsed(str(getattr(GT, name)(*arguments, **named)))


def words(element: html.HtmlElement) -> str:
    """All its text, with single spaces."""
    return " ".join(element.text_content().split())


def one(element: html.HtmlElement, selector: str) -> html.HtmlElement:
    """The only element that `selector` (XPath) finds."""
    found = element.xpath(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]
