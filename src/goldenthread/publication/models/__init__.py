"""What publication keeps: releases, and what people write and decide for them."""

from goldenthread.publication.models.releases import (
    PreparedRelease,
    PublishedText,
    Release,
    SentBack,
    Takedown,
)
from goldenthread.publication.models.writing import EasyText, OpenLetter, PublicMark

__all__ = [
    "EasyText",
    "OpenLetter",
    "PreparedRelease",
    "PublicMark",
    "PublishedText",
    "Release",
    "SentBack",
    "Takedown",
]
