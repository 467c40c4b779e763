"""What a page of the site is drawn from: what was released, and how pages lead to one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.publication.models import Release
from goldenthread.publication.parts import Content
from goldenthread.ui.words import day, in_london


@dataclass(frozen=True, slots=True)
class Site:
    """A release as it may be seen now. `released` says when and by whom, `notice` that it is no release."""

    content: Content
    released: str
    demonstration: str = ""
    notice: str = ""

    @property
    def area(self) -> str:
        return f"SEND in {self.content['area_name']}: the local area partnership"


def released_words(release: Release) -> str:
    """When it was released, and that two people answer for it, where they do."""
    on = day(in_london(release.released_at))
    by_two = ", approved by two people" if release.prepared_id else ""
    return f"Released on {on}{by_two}. Corrections are printed beside what they correct."


@dataclass(frozen=True, slots=True)
class Drawing:
    """A template and its values."""

    template: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in a part, when that was put right, and what stood there before."""

    on: str
    says: str
    was: Sequence[str]
