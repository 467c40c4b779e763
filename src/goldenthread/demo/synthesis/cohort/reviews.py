"""How were the annual reviews of the plans held: when the meeting, when the decision, and what it was?"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.demo.synthesis.columns import REVIEWS
from goldenthread.demo.synthesis.sharing import share_out, share_within
from goldenthread.demo.synthesis.targets import Ledger, Targets

EARLIER, YEAR, JANUARY = "earlier", "year", "january"
"""Before the collection year, in it, and between its end and census day."""

MEETINGS = {"review_meeting_25": JANUARY, "review_meeting_24": YEAR, "review_meeting_prior_24": EARLIER}
DECISIONS = {"review_decision25": JANUARY, "review_decision24": YEAR, "review_decision_prior24": EARLIER}
OUTCOMES = {"outcome_amend": "A", "outcome_cease": "C", "outcome_maintan": "M", "no_outcome": None}

REASONS = {
    **dict.fromkeys(
        OUTCOMES, "there are more outcomes than meetings, so that fewer than none have no outcome"
    ),
    "review_decision_not_due": "decisions and reviews not yet due exceed the meetings, so the two overlap",
    "review_decision_outstanding": "below nought: decisions and reviews not yet due exceed the meetings",
    "number_decsion_4weeks": "the two four-week counts do not add up to the dated decisions",
    "number_decision_gt_4weeks": "the two four-week counts do not add up to the dated decisions",
}

Years = dict[str, int]


@dataclass(frozen=True, slots=True)
class Review:
    """A kind of review: the years of its meeting and decision, and whether the decision came within four
    weeks.

    Without a decision, `recent` says that the meeting was within four weeks of census day.
    """

    meeting: str
    decision: str | None = None
    within: bool = False
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews of plans old enough to have one; the other such plans had none."""

    kinds: dict[Review, int]
    outcomes: dict[str | None, int]
    none: int


def solve_reviews(targets: Targets, england: Targets, expected: int, ledger: Ledger) -> Reviews:
    """Whole numbers of reviews of each kind; England's shares where the area's are published as x."""
    published = targets.find(REVIEWS, "review_expected") is not None
    counts = _published(targets) if published else _like(england, expected)
    meetings = {kind: counts[column] for column, kind in MEETINGS.items()}
    decisions = {kind: counts[column] for column, kind in DECISIONS.items()}
    undecided = sum(meetings.values()) - sum(decisions.values())
    recent = min(counts["review_decision_not_due"], undecided)
    within = min(counts["number_decsion_4weeks"], sum(decisions.values()))
    kinds = _kinds(meetings, decisions, recent, within)
    outcomes = _outcomes(counts)
    if published:
        _plan_cells(kinds, outcomes, counts, ledger)
    return Reviews(
        kinds, {code: outcomes[name] for name, code in OUTCOMES.items()}, counts["no_review_meeting"]
    )


def plan_review_totals(total: int, expected: int, ledger: Ledger) -> None:
    """Enter the plans in force and which of them are old enough for a review."""
    ledger.plan(
        REVIEWS,
        {"total_ehc_plans": total, "review_expected": expected, "review_not_expected": total - expected},
    )


def _published(targets: Targets) -> dict[str, int]:
    return targets.several(REVIEWS, targets.tables[REVIEWS])


def _like(england: Targets, expected: int) -> dict[str, int]:
    """England's reviews, cut down to so many plans."""
    counts = _published(england)
    held = share_out(expected, {name: counts[name] for name in (*MEETINGS, "no_review_meeting")})
    meetings = sum(held[name] for name in MEETINGS)
    states = share_out(
        meetings,
        {
            name: max(0, counts[name])
            for name in (*DECISIONS, "review_decision_not_due", "review_decision_outstanding")
        },
    )
    decided = sum(states[name] for name in DECISIONS)
    speed = share_out(
        decided, {name: counts[name] for name in ("number_decsion_4weeks", "number_decision_gt_4weeks")}
    )
    outcomes = share_out(meetings, {name: counts[name] for name in OUTCOMES})
    return held | states | speed | outcomes


def _outcomes(counts: Years) -> Years:
    """Reviews by outcome; where there are more outcomes than meetings, the commonest gives way."""
    outcomes = {name: counts[name] for name in OUTCOMES}
    too_many = -min(0, outcomes["no_outcome"])
    outcomes["no_outcome"] += too_many
    outcomes[max(outcomes, key=lambda name: outcomes[name])] -= too_many
    return outcomes


def _kinds(meetings: Years, decisions: Years, recent: int, within: int) -> dict[Review, int]:
    """Match meetings with decisions so that none comes before its meeting; old undecided meetings are the
    oldest.

    A meeting in January was decided in January or is too recent to be overdue, so it is one or the
    other.
    """
    recent_january = min(max(recent, meetings[JANUARY] - decisions[JANUARY]), meetings[JANUARY])
    recent_year = max(0, recent - recent_january)
    january_january = meetings[JANUARY] - recent_january
    in_january = decisions[JANUARY] - january_january
    from_earlier = meetings[EARLIER] - decisions[EARLIER]
    overdue = sum(meetings.values()) - sum(decisions.values()) - recent_january - recent_year
    overdue_earlier = min(overdue, from_earlier)
    earlier_year = min(from_earlier - overdue_earlier, decisions[YEAR])
    earlier_january = from_earlier - overdue_earlier - earlier_year
    decided = {
        (JANUARY, JANUARY): january_january,
        (EARLIER, EARLIER): decisions[EARLIER],
        (YEAR, JANUARY): in_january - earlier_january,
        (EARLIER, JANUARY): earlier_january,
        (YEAR, YEAR): decisions[YEAR] - earlier_year,
        (EARLIER, YEAR): earlier_year,
    }
    kinds = _timed(decided, within)
    kinds[Review(JANUARY, recent=True)] = recent_january
    kinds[Review(YEAR, recent=True)] = recent_year
    kinds[Review(EARLIER)] = overdue_earlier
    kinds[Review(YEAR)] = overdue - overdue_earlier
    if min(kinds.values()) < 0:
        raise ValueError("the counts of meetings and decisions leave a kind of review below nought")
    return {review: count for review, count in kinds.items() if count}


def _timed(decided: dict[tuple[str, str], int], within: int) -> dict[Review, int]:
    """Which decisions came within four weeks: all of January's own, none that waited from an earlier
    year to January."""
    certain = decided[JANUARY, JANUARY]
    may_be = {
        pair: count for pair, count in decided.items() if pair not in ((JANUARY, JANUARY), (EARLIER, JANUARY))
    }
    likely = {pair: count * (0.1 if pair == (EARLIER, YEAR) else 1.0) for pair, count in may_be.items()}
    rest = min(max(0, within - certain), sum(may_be.values()))
    quick = share_within(rest, likely, may_be) | {(JANUARY, JANUARY): certain}
    kinds = {Review(*pair, within=True): count for pair, count in quick.items()}
    return kinds | {Review(*pair): count - quick.get(pair, 0) for pair, count in decided.items()}


def _plan_cells(kinds: dict[Review, int], outcomes: Years, counts: Years, ledger: Ledger) -> None:
    """Enter what the reviews add up to, with the reason where that is not the published count."""

    def total(wanted: Callable[[Review], bool]) -> int:
        return sum(count for review, count in kinds.items() if wanted(review))

    met, decided = Counter[str](), Counter[str | None]()
    for review, count in kinds.items():
        met[review.meeting] += count
        decided[review.decision] += count
    planned = {name: met[year] for name, year in MEETINGS.items()}
    planned["total_review_meeting"] = sum(planned.values())
    planned["review_meeting_prior_24.1"] = planned["review_meeting_prior_24"]
    planned |= {name: decided[year] for name, year in DECISIONS.items()}
    planned["review_decision_not_due"] = total(lambda r: r.recent)
    planned["review_decision_outstanding"] = total(lambda r: not r.decision and not r.recent)
    planned["number_decsion_4weeks"] = total(lambda r: r.within)
    planned["number_decision_gt_4weeks"] = total(lambda r: bool(r.decision) and not r.within)
    planned |= outcomes | {"no_review_meeting": counts["no_review_meeting"]}
    reasons = {name: reason for name, reason in REASONS.items() if planned[name] != counts[name]}
    ledger.plan(REVIEWS, planned, reasons)
