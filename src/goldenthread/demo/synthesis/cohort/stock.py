"""How many plans of each kind are in force on census day, in which placement and with which need?

Every plan in force either started in the collection year or later (no review is expected yet) or earlier. New
plans are those with a start date in the year whose assessment this authority finished; plans issued are those
with an outcome dated in the year. The published tables show the two apart in 117 of 153 areas, so
some plans are issued at the turn of a year that start in the other one.
"""

from dataclasses import dataclass

from goldenthread.demo.synthesis.cohort.flow import Assessments
from goldenthread.demo.synthesis.columns import (
    CASELOAD,
    CEASE_REASONS,
    CEASED,
    HIDDEN_IN_NEW_PLANS,
    NEED_COLUMNS,
    NEEDS,
    NEW_NEEDS,
    NEW_PLANS,
    PLACEMENTS,
    REVIEWS,
    SUBTOTALS,
)
from goldenthread.demo.synthesis.sharing import share_out, share_within
from goldenthread.demo.synthesis.targets import Ledger, Targets

Counts = dict[str, int]

FORTNIGHT = 26
"""A year has 26 of them; from 1 January to census day is about one."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans by when they started, as they stand on census day."""

    new_and_issued: int  # started and issued in the year
    new_not_issued: int  # started in the year, outcome dated in the one before
    issued_started_before: int  # outcome dated in the year, started in the one before
    issued_started_after: int  # outcome dated in the year, started between its end and census day
    issued_not_returned: int  # outcome dated in the year, no plan in the file
    january: int  # issued between the year's end and census day
    restarted: int  # historical, start date in the year: moved in, or dated anew when amended
    older: int  # historical, started before the year
    new_ceased_in_year: int
    new_ceased_in_january: int
    ceased: Counts  # in the year, by reason, the new ones included
    new_placements: Counts  # of new plans still in force
    new_needs: Counts
    new_ceased_placements: Counts  # of new plans no longer in force
    new_ceased_needs: Counts
    other_placements: Counts  # of all other plans in force
    other_needs: Counts

    @property
    def in_force(self) -> int:
        """Plans in force on census day."""
        return sum(self.new_placements.values()) + sum(self.other_placements.values())

    @property
    def expected(self) -> int:
        """Plans in force that started before the year, so that a review is expected."""
        return self.older + self.issued_started_before


def solve_plans(targets: Targets, england: Targets, assessments: Assessments, ledger: Ledger) -> Plans:
    """Whole numbers of plans of each kind. `england` fills what is published as x for this area."""
    placements, needs = _stock_placements(targets, england), _counts(targets, NEEDS, NEED_COLUMNS)
    new_placements = _new_placements(targets)
    new = sum(new_placements.values())
    new_needs = _new_needs(targets, needs, new, ledger)
    not_expected = targets.find(REVIEWS, "review_not_expected")
    ceased = _ceased(targets, ledger)
    stopped = _stopped(
        new, not_expected, sum(ceased.values()), _over(new_placements, placements), _over(new_needs, needs)
    )
    slack = (not_expected - (new - stopped)) if not_expected is not None else new // 20
    kinds = _starts(new, assessments.issued, max(0, slack), sum(placements.values()) - (new - stopped))
    stopped_placements = _stopped_share(stopped, new_placements, placements)
    stopped_needs = _stopped_share(stopped, new_needs, needs)
    in_year = min(stopped, sum(ceased.values()) // 3)
    still_placements = _minus(new_placements, stopped_placements)
    still_needs = _minus(new_needs, stopped_needs)
    return Plans(
        **kinds,
        new_ceased_in_year=in_year,
        new_ceased_in_january=stopped - in_year,
        ceased=ceased,
        new_placements=still_placements,
        new_needs=still_needs,
        new_ceased_placements=stopped_placements,
        new_ceased_needs=stopped_needs,
        other_placements=_minus(placements, still_placements),
        other_needs=_minus(needs, still_needs),
    )


def plan_stock_cells(plans: Plans, ledger: Ledger) -> None:
    """Enter the cells of the January count and of new plans, added up from the plans themselves."""
    stock = _plus(plans.new_placements, plans.other_placements)
    ledger.plan(CASELOAD, {"ehcplans": sum(stock.values())} | stock | _subtotals(stock))
    new = _plus(plans.new_placements, plans.new_ceased_placements)
    shown = {name: count for name, count in new.items() if name not in HIDDEN_IN_NEW_PLANS}
    ledger.plan(NEW_PLANS, {"new_ehc_plans": sum(new.values())} | shown | _subtotals(new))
    needs = _plus(plans.new_needs, plans.other_needs)
    ledger.plan(NEEDS, {"ehc_plans": sum(needs.values())} | needs)
    new_needs = _plus(plans.new_needs, plans.new_ceased_needs)
    ledger.plan(NEW_NEEDS, {"ehc_plans": sum(new_needs.values())} | new_needs)


def _subtotals(counts: Counts) -> Counts:
    return {name: sum(counts.get(part, 0) for part in parts) for name, parts in SUBTOTALS.items()}


def _counts(targets: Targets, table: str, columns: tuple[str, ...]) -> Counts:
    return targets.several(table, columns)


def _stock_placements(targets: Targets, england: Targets) -> Counts:
    if targets.find(CASELOAD, PLACEMENTS[0]) is None:
        return share_out(targets.get(CASELOAD, "ehcplans"), england.several(CASELOAD, PLACEMENTS))
    return targets.several(CASELOAD, PLACEMENTS)


def _new_placements(targets: Targets) -> Counts:
    """New plans by placement; what three x columns hide is shared out as the January count has them."""
    shown = tuple(name for name in PLACEMENTS if name not in HIDDEN_IN_NEW_PLANS)
    counts = targets.several(NEW_PLANS, shown)
    hidden = targets.get(NEW_PLANS, "new_ehc_plans") - sum(counts.values())
    stock = targets.several(CASELOAD, HIDDEN_IN_NEW_PLANS)
    return counts | share_out(hidden, stock)


def _new_needs(targets: Targets, stock: Counts, new: int, ledger: Ledger) -> Counts:
    """New plans by need: as published where the table covers the same plans, else like the January count."""
    total = targets.find(NEW_NEEDS, "ehc_plans")
    if total == new and targets.find(NEW_NEEDS, NEED_COLUMNS[0]) is not None:
        return targets.several(NEW_NEEDS, NEED_COLUMNS)
    reason = "covers other plans than new_ehc_plans of newplans_totals"
    ledger.plan(NEW_NEEDS, {}, dict.fromkeys(("ehc_plans", *NEED_COLUMNS), reason))
    return share_within(new, stock, stock)


def _ceased(targets: Targets, ledger: Ledger) -> Counts:
    counts = targets.several(CEASED, CEASE_REASONS)
    total = sum(counts.values())
    reasons = {}
    if total != targets.get(CEASED, "total_ceased"):
        reasons["total_ceased"] = "is not the sum of the reasons"
    ledger.plan(CEASED, counts | {"not_rec": 0, "total_ceased": total}, reasons)
    return counts


def _over(new: Counts, stock: Counts) -> int:
    return sum(max(0, count - stock[name]) for name, count in new.items())


def _stopped(new: int, not_expected: int | None, ceased: int, over_placement: int, over_need: int) -> int:
    """New plans that were no longer in force on census day: as few as the January count leaves room for."""
    needed = max(over_placement, over_need, new - not_expected if not_expected is not None else 0)
    return max(needed, min(ceased // 10, new // 60))


def _stopped_share(stopped: int, new: Counts, stock: Counts) -> Counts:
    """Which of the new plans stopped: first those that the January count has no room for."""
    must = {name: max(0, count - stock[name]) for name, count in new.items()}
    room = {name: new[name] - must[name] for name in new}
    rest = share_within(stopped - sum(must.values()), room, room)
    return _plus(must, rest)


def _starts(new: int, issued: int, slack: int, others: int) -> Counts:
    """Split the plans by the side of the year on which they were issued and started.

    `slack` plans in force started in the year or after and are not new; `others` is every plan in force
    that is not new.
    """
    unlike = max(0, issued - new)
    january = min(slack // 3, max(1, issued // FORTNIGHT))
    after = min(unlike, (slack - january) * 3 // 4)
    restarted = slack - january - after
    before = min(unlike - after, issued // 12, others - slack)
    return {
        "new_and_issued": min(new, issued),
        "new_not_issued": max(0, new - issued),
        "issued_started_before": before,
        "issued_started_after": after,
        "issued_not_returned": unlike - after - before,
        "january": january,
        "restarted": restarted,
        "older": others - slack - before,
    }


def _plus(one: Counts, other: Counts) -> Counts:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}


def _minus(one: Counts, other: Counts) -> Counts:
    left = {name: count - other.get(name, 0) for name, count in one.items()}
    if min(left.values()) < 0:
        raise ValueError("more plans taken out than there are")
    return left
