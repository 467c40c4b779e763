"""Which cases went to mediation or the tribunal? Flags handed out so that the timed plans are as many as
published."""

from dataclasses import dataclass
from random import Random

from goldenthread.demo.synthesis.cohort.area import Cohort

Pair = tuple[bool, bool]
"""Mediation, tribunal."""

REVERSED_IN_YEAR = 0.5
"""Of this year's disputed requests, how many may end in a plan issued this year. Invented."""


@dataclass(frozen=True, slots=True)
class Appeals:
    """Flags by the case that carries them.

    A plan issued with any flag is not timed, so the issued ones are exactly those that timeliness leaves
    out: plans appealed for what they say, refusals to issue that were reversed, and refusals to assess
    that were reversed, of this year's requests and, for the rest, of earlier ones, whose flags the
    year's requests do not count.
    """

    issued_other: list[Pair]
    issued_after_refusal: list[Pair]
    issued_from_request: list[Pair]
    issued_from_earlier_request: list[Pair]
    refused: list[Pair]
    standing_other: list[Pair]
    standing_after_refusal: list[Pair]
    requests: list[Pair]


def share_appeals(cohort: Cohort, rng: Random) -> Appeals:
    """Hand the year's flags out; deterministic for a given `rng`."""
    other = _shuffled(cohort.assessments.other_appeals.each(), rng)
    refusals = _shuffled(cohort.assessments.appeals.each(), rng)
    requests = _shuffled(cohort.requests.appeals.each(), rng)
    room = cohort.timeliness.left_out
    refused, reversed_refusals = _cut(refusals, cohort.assessments.refused)
    issued_after_refusal, standing_after_refusal = _cut(reversed_refusals, room)
    room -= len(issued_after_refusal)
    issued_other, standing_other = _cut(other, room)
    room -= len(issued_other)
    from_request, left = _cut(requests, min(room, int(len(requests) * REVERSED_IN_YEAR)))
    room -= len(from_request)
    earlier = [(True, False)] * (room - room // 4) + [(True, True)] * (room // 4)
    return Appeals(
        issued_other=issued_other,
        issued_after_refusal=issued_after_refusal,
        issued_from_request=from_request,
        issued_from_earlier_request=earlier,
        refused=refused,
        standing_other=standing_other,
        standing_after_refusal=standing_after_refusal,
        requests=left,
    )


def _shuffled(pairs: list[Pair], rng: Random) -> list[Pair]:
    rng.shuffle(pairs)
    return pairs


def _cut(pairs: list[Pair], count: int) -> tuple[list[Pair], list[Pair]]:
    return pairs[:count], pairs[count:]
