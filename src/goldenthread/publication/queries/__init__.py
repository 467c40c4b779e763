"""Reads of publication: what is public, what waits, and what is written for it."""

from goldenthread.publication.queries.released import newest_release, public_content

__all__ = ["newest_release", "public_content"]
