"""A source as the generated pages cite it: a short name with its link, and how sure we are."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.sources import act, send_regulation

MAIN_INSTRUMENTS = """\
Sections are of the Children and Families Act 2014, and regulations of the Special Educational Needs and
Disability Regulations 2014 (S.I. 2014/1530), unless another instrument is named.
"""
"""Stands at the head of each page that cites in short."""

_UNNAMED = (act("36", Confirmed.READ).instrument, send_regulation("5", Confirmed.READ).instrument)

_HOW_SURE = {
    Confirmed.READ: "",
    Confirmed.SECONDARY: "read in guidance or commentary",
    Confirmed.INTERPRETATION: "a reading of the words",
    Confirmed.UNCONFIRMED: "**unconfirmed: check the text in force**",
}


def cited(source: Source) -> str:
    """The source in short, linked where it has an address, in Markdown."""
    place = source.provision if source.instrument in _UNNAMED else str(source)
    return f"[{place}]({source.address})" if source.address else place


def how_sure(source: Source) -> str:
    """How well the source is confirmed, in a few words; nothing where its text was read."""
    return _HOW_SURE[source.confirmed]
