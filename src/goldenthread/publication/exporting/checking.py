"""Is an exported site whole by itself? No dead link, no form, no script, nothing of anyone else."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from goldenthread.publication.site.links import file_of

LOADING = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("use", "href"),
    ("image", "href"),
}
"""What a browser fetches by itself."""
ELSEWHERE = re.compile(rb"url\(\s*['\"]?(?:https?:)?//|@import", re.IGNORECASE)
"""In a style sheet: what would be fetched from another place. Names of XML inside drawings are no fetch."""
FORBIDDEN = {"script", "form", "iframe", "object", "embed", "base"}


class Page(HTMLParser):
    """The links, places and elements of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, bool]] = []
        """Addresses, and whether the browser fetches them by itself."""
        self.places: set[str] = set()
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if given.get(name)}
        if tag in FORBIDDEN:
            self.wrong.append(f"has a <{tag}>")
        if tag == "meta" and given.get("http-equiv"):
            self.wrong.append(f"has a <meta http-equiv={given['http-equiv']}>")
        self.wrong += [f"has {name}" for name in given if name.startswith("on")]
        if "ping" in given or given.get("href", "").lower().startswith("javascript:"):
            self.wrong.append("has a link that does more than lead")
        for name in ("href", "src", "data"):
            if name in given and (tag, name) in LOADING | {("a", "href")}:
                self.links.append((given[name], tag != "a"))


def problems(written: Mapping[str, bytes]) -> list[str]:
    """What is wrong with these files as a site, one sentence each; nothing where all is well."""
    pages = {path: Page(held.decode()) for path, held in written.items() if path.endswith(".html")}
    found = [f"{path} {wrong}." for path, page in pages.items() for wrong in page.wrong]
    for path, page in pages.items():
        found += [
            f"{path} {wrong}."
            for href, loads in page.links
            for wrong in _link(path, href, loads, pages, written)
        ]
    for path, held in written.items():
        if path.endswith(".css") and ELSEWHERE.search(held):
            found.append(f"{path} loads something from elsewhere.")
    reached = _reached(pages)
    found += [f"{path} is reached from no page." for path in pages if path not in reached]
    return found


def _link(
    path: str, href: str, loads: bool, pages: Mapping[str, Page], written: Mapping[str, bytes]
) -> Iterator[str]:
    where = urlsplit(href)
    if where.scheme or where.netloc:
        if loads:
            yield f"loads {href} from elsewhere"
        elif where.scheme != "https":
            yield f"leads to {href}, which is not https"
        return
    target = _target(path, href)
    if target not in written:
        yield f"leads to {href}, which is not there"
    elif where.fragment and target in pages and where.fragment not in pages[target].places:
        yield f"leads to {href}, a place that is not on that page"


def _target(path: str, href: str) -> str:
    """The file that a link leads to."""
    wanted = unquote(urlsplit(href).path)
    if not wanted:
        return path
    if wanted.startswith("/"):
        return file_of(wanted.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), wanted))


def _reached(pages: Mapping[str, Page]) -> set[str]:
    """Every page that someone comes to from the first one."""
    reached, ahead = {"404.html"}, ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        ahead += [_target(path, href) for href, _ in pages[path].links if not urlsplit(href).scheme]
    return reached
