"""What the public sees. These take no scope: they are open to everyone."""

from hashlib import sha256

from django.contrib.postgres.search import SearchQuery, SearchRank

from goldenthread.publication.models import PublishedText, Release, Takedown
from goldenthread.publication.older import upgraded
from goldenthread.publication.parts import Content, without


def newest_release() -> Release | None:
    """The release that is public."""
    return Release.objects.order_by("-pk").first()


def gaps() -> dict[str, dict[str, str]]:
    """What is taken down at this moment: by key, the day and the reason that stand in its place."""
    standing = Takedown.objects.filter(lifts__isnull=True, lifted_by__isnull=True).order_by("pk")
    return {row.key: {"on": row.at.date().isoformat(), "because": row.because} for row in standing}


def public_content(release: Release) -> Content:
    """What everyone sees of a release: without what was taken down since."""
    return without(upgraded(release.content), gaps())


def state() -> str:
    """What the public sees, as one word that changes with it: for caches, which ask each time."""
    newest = Release.objects.order_by("-pk").values_list("digest", flat=True).first() or "nothing released"
    hidden = ",".join(f"{key} {gap['on']}" for key, gap in sorted(gaps().items()))
    return sha256(f"{newest} {hidden}".encode()).hexdigest()


MOST_FOUND = 50


def search(words: str) -> list[str]:
    """The keys of the parts of the newest release that hold all these words, the best first."""
    if not words.strip():
        return []
    asked = SearchQuery(words, config="english", search_type="websearch")
    found = PublishedText.objects.filter(words=asked).annotate(rank=SearchRank("words", asked))
    return list(found.order_by("-rank", "pk").values_list("key", flat=True)[:MOST_FOUND])
