"""A notice explained in plain sentences: what it is, who gets it, by when, and what it must carry."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed
from goldenthread.rules.notices.notice import Notice
from goldenthread.rules.wording import listed


def explain(notice: Notice) -> str:
    """What an officer should know of the notice, in sentences."""
    must = [one.element.words for one in notice.carries if one.is_duty]
    should = [one.element.words for one in notice.carries if not one.is_duty]
    sentences = [
        f"{notice.code} says: {notice.title}.",
        f"It goes out {notice.by_when} ({notice.source}).",
        f"It goes to {listed([one.recipient.value for one in notice.to])}.",
    ]
    if must:
        sentences.append(f"It must give {listed(must)}.")
    if should:
        sentences.append(f"It should give {listed(should)}.")
    sources = [*(one.source for one in notice.to), *(one.source for one in notice.carries)]
    unsure = {source.provision for source in sources if source.confirmed is Confirmed.UNCONFIRMED}
    if unsure:
        sentences.append(f"Unconfirmed, so check the text in force: {listed(sorted(unsure))}.")
    return " ".join(sentences)
