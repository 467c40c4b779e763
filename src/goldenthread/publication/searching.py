"""Searching the public site: only the newest release, and only what of it may be seen at this moment."""

from goldenthread.publication.models import PublishedText, Release
from goldenthread.publication.parts import lines
from goldenthread.publication.queries.released import public_content


def let_it_be_searched(release: Release) -> None:
    """Makes the words anew: what a release no longer holds, or what was taken down, cannot be found."""
    PublishedText.objects.all().delete()
    PublishedText.objects.bulk_create(
        PublishedText(release=release, key=one["key"], title=one["title"], text="\n".join(lines(one)[1:]))
        for one in public_content(release)["parts"]
        if "gap" not in one
    )
