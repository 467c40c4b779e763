"""The news feed (RSS 2.0): what releases brought, and letters, documents and meetings by their day."""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from urllib.parse import urljoin

from django.conf import settings
from lxml import etree

from goldenthread.publication.parts import of_kind
from goldenthread.publication.site.addresses import FEED, HOME, path_of
from goldenthread.publication.site.links import Links
from goldenthread.publication.site.values import Site

MOST = 50
ATOM = "http://www.w3.org/2005/Atom"


def feed(site: Site, links: Links) -> bytes:
    """The feed as bytes. Its links are whole addresses where `PUBLIC_ADDRESS` says which, else relative."""
    rss = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM})
    channel = etree.SubElement(rss, "channel")
    _put(channel, "title", site.area)
    _put(channel, "link", _whole(links, HOME))
    _put(channel, "description", "What we promised, how it is going, and what is new.")
    _put(channel, "language", "en-gb")
    own = {"href": _whole(links, FEED), "rel": "self", "type": "application/rss+xml"}
    etree.SubElement(channel, f"{{{ATOM}}}link", own)
    dated = [
        one
        for one in of_kind(site.content, "letter", "document", "meeting")
        if one["on"] and "gap" not in one
    ]
    for one in sorted(dated, key=lambda one: one["on"], reverse=True)[:MOST]:
        item = etree.SubElement(channel, "item")
        _put(item, "title", one["title"])
        _put(item, "link", _whole(links, path_of(one)))
        _put(item, "description", str(one["says"] or one["title"]))
        _put(item, "pubDate", _moment(one["on"]))
        etree.SubElement(item, "guid", {"isPermaLink": "false"}).text = one["key"]
    written: bytes = etree.tostring(rss, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _put(to: etree._Element, name: str, words: str) -> None:
    """Text as XML can hold it: control characters of pasted words are left out."""
    etree.SubElement(to, name).text = "".join(c for c in words if c >= " " or c in "\n\t")


def _whole(links: Links, path: str) -> str:
    return urljoin(settings.PUBLIC_ADDRESS, links.to(path)) if settings.PUBLIC_ADDRESS else links.to(path)


def _moment(on: str) -> str:
    return format_datetime(datetime.combine(date.fromisoformat(on), time(12), tzinfo=UTC))
