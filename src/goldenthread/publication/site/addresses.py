"""Where does each part of a release stand? One page of its own, or a place on the page of its kind."""

from dataclasses import dataclass

from django.utils.text import get_valid_filename

from goldenthread.publication.parts import Content, Part, of_kind

HOME = ""
BELOW = "progress/"
EASY = "easy/"


@dataclass(frozen=True, slots=True)
class Section:
    """A page of all parts of some kinds. `own` says that each has a page of its own below it."""

    path: str
    title: str
    kinds: tuple[str, ...]
    own: bool
    in_short: str
    """In the navigation."""


SECTIONS = (
    Section(f"{BELOW}promises/", "The promises", ("promise",), True, "Promises"),
    Section(f"{BELOW}figures/", "The figures", ("figure", "chart"), False, "Figures"),
    Section(
        f"{BELOW}inspections/", "Inspections and letters", ("document",), True, "Inspections and letters"
    ),
    Section(f"{BELOW}letters/", "Open letters and updates", ("letter",), True, "Letters to families"),
    Section(f"{BELOW}meetings/", "Meetings", ("meeting",), True, "Meetings"),
    Section(f"{BELOW}you-said/", "You said, we did, what changed", ("said",), False, "You said"),
    Section(f"{BELOW}surveys/", "What families answered", ("survey",), True, "Surveys"),
)
OF_KIND = {kind: section for section in SECTIONS for kind in section.kinds}
CHANGES = f"{BELOW}changes/"
JUDGED = f"{BELOW}how-we-judge/"
FIND = f"{BELOW}find/"
ACCESSIBILITY = f"{BELOW}accessibility/"
FEED = f"{BELOW}feed.xml"
FILES = f"{BELOW}files/"
ALONE = (CHANGES, JUDGED, FIND, ACCESSIBILITY)
"""Pages that no part stands on."""


def path_of(one: Part) -> str:
    """The page on which a part stands, with its place there if it has no page of its own."""
    if one["kind"] == "home":
        return HOME
    section = OF_KIND[one["kind"]]
    if not section.own:
        return f"{section.path}#{one['key']}"
    return f"{section.path}{one['key'].partition('-')[2]}/"


def sections(content: Content) -> list[Section]:
    """Those that have something in this release."""
    return [section for section in SECTIONS if of_kind(content, *section.kinds)]


def parts_on(content: Content, path: str) -> list[Part] | None:
    """The parts that stand on a page; None where there is no such page."""
    if path == HOME:
        return of_kind(content, "home", "promise")
    for section in sections(content):
        here = of_kind(content, *section.kinds)
        if path == section.path:
            return here
        if section.own and path.startswith(section.path):
            return [one for one in here if path_of(one) == path] or None
    return None


def paths(content: Content) -> list[str]:
    """Every page of the site, easy ones among them: what an export writes, and what a crawl finds."""
    found = [HOME]
    for section in sections(content):
        found.append(section.path)
        if section.own:
            found += [path_of(one) for one in of_kind(content, *section.kinds)]
    return [*found, *(f"{path}{EASY}" if path else f"{BELOW}{EASY}" for path in found), *ALONE]


def file_path(file: Part) -> str:
    """Where a paper is read: by what it holds, so that another version has another address."""
    return f"{FILES}{file['digest']}/{get_valid_filename(file['name'])}"


def files(content: Content) -> dict[str, Part]:
    """Every file of a release by its address; what was taken down has none."""
    found = [file for one in of_kind(content, "meeting") for file in one["body"].get("files", ())]
    return {file_path(file): file for file in found if "gap" not in file}


def without_easy(path: str) -> str | None:
    """The page that an easy one is of; None for a page that is not easy."""
    if path == f"{BELOW}{EASY}":
        return HOME
    return path.removesuffix(EASY) if path.endswith(f"/{EASY}") else None


def easy_of(path: str) -> str:
    return f"{path}{EASY}" if path else f"{BELOW}{EASY}"
