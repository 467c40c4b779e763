"""Nothing released points at a child, not even together with all that was released before."""

import numpy as np
import pytest
from scipy.optimize import linprog, milp

from goldenthread.analysis.disclosure import Rule, safe_count, safe_share
from goldenthread.analysis.disclosure.attack import bounds, narrowest
from goldenthread.analysis.disclosure.releases import Growth, Release
from goldenthread.analysis.disclosure.suppression import Why, protect
from goldenthread.analysis.disclosure.tables import Sum, Table, crossed
from goldenthread.analysis.disclosure.whole_rounding import Method, range_left, rounded

AREA = {district: "area" for district in ("coast", "east", "town")}
NEEDS = {need: "all needs" for need in ("ASD", "HI", "SEMH", "SLCN", "VI")}
TIME = {"in time": "issued", "late": "issued"}
RULE = Rule(threshold=5, width=5)


def made_up(seed, year="2025"):
    """Plans issued by district, need and timeliness: many cells small, as they are."""
    rng = np.random.default_rng(seed)
    size = {"ASD": 30, "HI": 2, "SEMH": 22, "SLCN": 15, "VI": 1}
    leaves = {
        (district, need, side): int(rng.poisson(size[need] * share * (1 + place / 4)))
        for place, district in enumerate(AREA)
        for need in NEEDS
        for side, share in (("in time", 0.3), ("late", 0.7))
    }
    return crossed(leaves, [AREA, NEEDS, TIME])


def attacked(table, shown, releases=()):
    """An attacker apart from the code: every sum of every release, all shown counts, none below nought."""
    cells = list(dict.fromkeys([*table.counts, *(cell for one in releases for cell in one.table.counts)]))
    place = {cell: number for number, cell in enumerate(cells)}
    rows, values = [], []
    for one in [*table.sums, *(line for release in releases for line in release.table.sums)]:
        row = np.zeros(len(cells))
        row[place[one.total]] = -1
        for part in one.parts:
            row[place[part]] += 1
        rows.append(row)
        values.append(0.0)
    low, high = np.zeros(len(cells)), np.full(len(cells), np.inf)
    told = [(cell, count) for cell, count in shown.items() if count is not None]
    told += [(c, n) for one in releases for c, n in one.table.counts.items() if c not in one.hidden]
    for cell, count in told:
        low[place[cell]] = high[place[cell]] = count
    found = {}
    for cell in (cell for cell, count in shown.items() if count is None):
        aim = np.zeros(len(cells))
        aim[place[cell]] = 1
        ends = []
        for sign in (1, -1):
            solved = linprog(
                sign * aim, A_eq=np.array(rows), b_eq=values, bounds=np.column_stack([low, high])
            )
            ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
        found[cell] = (ends[0], ends[1])
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_no_hidden_cell_can_be_bounded_within_the_stated_width(seed):
    table = made_up(seed)
    safe = protect(table, RULE)
    found = attacked(table, safe.shown)
    assert found
    assert narrowest(found) >= RULE.width - 1e-6
    assert safe.is_safe
    assert all(count is None or not RULE.is_small(count) for count in safe.shown.values())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_without_secondary_suppression_the_attacker_wins(seed):
    table = made_up(seed)
    bare = protect(table, RULE, secondary=False)
    assert narrowest(attacked(table, bare.shown)) == 0
    assert not bare.is_safe


def test_most_figures_survive():
    table = made_up(0)
    safe = protect(table, RULE)
    assert safe.shown["area", "all needs", "issued"] == table.counts["area", "all needs", "issued"]
    shown = sum(count is not None for count in safe.shown.values())
    assert shown / len(safe.shown) > 0.4
    assert "because they count very few children" in safe.words


@pytest.mark.slow
def test_an_attacker_with_whole_numbers_does_no_better_in_two_dimensions():
    table = crossed(
        {(d, n): (7 * i + 3 * j) % 11 for i, d in enumerate(AREA) for j, n in enumerate(NEEDS)}, [AREA, NEEDS]
    )
    safe = protect(table, RULE)
    hidden = [cell for cell, count in safe.shown.items() if count is None]
    place = {cell: number for number, cell in enumerate(hidden)}
    rows, values = [], []
    for one in table.sums:
        row = np.zeros(len(hidden))
        rest = 0.0
        for cell, sign in ((one.total, -1), *((part, 1) for part in one.parts)):
            if cell in place:
                row[place[cell]] += sign
            else:
                rest += sign * table.counts[cell]
        rows.append(row)
        values.append(-rest)
    for cell in hidden:
        aim = np.zeros(len(hidden))
        aim[place[cell]] = 1
        ends = [
            milp(
                sign * aim, integrality=np.ones(len(hidden)), constraints=(np.array(rows), values, values)
            ).fun
            for sign in (1, -1)
        ]
        assert -ends[1] - ends[0] >= RULE.width - 1e-6


@pytest.mark.slow
def test_hiding_something_else_in_the_next_release_does_not_open_this_one():
    """The same year's table again, with the needs put together: the attacker has both."""
    table = made_up(1)
    first = protect(table, RULE)
    groups = {"ASD": "ASD", "SEMH": "other", "SLCN": "other", "HI": "sensory", "VI": "sensory"}
    counts = {cell: count for cell, count in table.counts.items() if cell[1] == "all needs"}
    sums = []
    for district in (*AREA, "area"):
        for side in (*TIME, "issued"):
            for group in ("other", "sensory"):
                parts = tuple((district, need, side) for need, own in groups.items() if own == group)
                counts[district, group, side] = sum(table.counts[part] for part in parts)
                counts |= {part: table.counts[part] for part in parts}
                sums.append(Sum((district, group, side), parts))
    second_table = Table(counts, tuple(sums))
    alone = protect(second_table, RULE)
    second = protect(second_table, RULE, before=[first.release])
    assert second.is_safe
    assert narrowest(attacked(second_table, second.shown, [first.release])) >= RULE.width - 1e-6
    assert all(second.shown[cell] is None for cell in second.shown if cell in first.why)
    assert Why.EARLIER in second.why.values()
    assert len(second.why) > len(alone.why)


def year_to_date(month, count):
    return Table({("plans so far", month): count, ("of them late", month): 40})


def test_a_count_that_grows_by_three_is_not_shown_again():
    august = protect(year_to_date("August", 120), RULE).release
    grown = [Growth(("plans so far", "August"), ("plans so far", "September"))]
    september = protect(year_to_date("September", 123), RULE, before=[august], growth=grown)
    assert september.shown["plans so far", "September"] is None
    assert september.shown["of them late", "September"] == 40
    assert september.is_safe
    october = protect(year_to_date("September", 131), RULE, before=[august], growth=grown)
    assert october.shown["plans so far", "September"] == 131


def test_a_figure_revised_by_three_is_not_shown_again():
    first = protect(Table({("plans",): 120}), RULE).release
    assert protect(Table({("plans",): 123}), RULE, before=[first]).shown["plans",] is None
    assert protect(Table({("plans",): 120}), RULE, before=[first]).shown["plans",] == 120
    assert protect(Table({("plans",): 100}), RULE, before=[first]).shown["plans",] == 100


def test_what_is_already_public_cannot_be_hidden_and_says_so():
    careless = Release(Table({("VI", "coast"): 2}), frozenset())
    late = protect(Table({("VI", "coast"): 2}), RULE, before=[careless])
    assert not late.is_safe
    assert late.exposed == (("VI", "coast"),)


def test_a_total_of_one_small_part_is_hidden_too():
    table = crossed({("coast",): 3, ("east",): 0}, [{"coast": "area", "east": "area"}])
    safe = protect(table, RULE)
    assert safe.shown["area",] is None
    assert safe.is_safe


def test_the_threshold_is_the_partnerships():
    table = crossed(
        {("coast",): 8, ("east",): 30, ("west",): 40}, [{d: "area" for d in ("coast", "east", "west")}]
    )
    assert protect(table, Rule(threshold=5)).words == "All 4 figures can be shown."
    assert protect(table, Rule(threshold=11, width=10)).shown["coast",] is None
    assert protect(crossed({("a",): 0, ("b",): 9}, [{"a": "t", "b": "t"}]), Rule(hides_nought=True)).why
    with pytest.raises(ValueError, match="at least one"):
        Rule(threshold=0)


def test_a_table_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="sum of its parts"):
        Table({("a",): 3, ("b",): 2}, (Sum(("a",), (("b",),)),))
    with pytest.raises(ValueError, match="below nought"):
        Table({("a",): -1})
    with pytest.raises(ValueError, match="lowest"):
        crossed({("area",): 3}, [AREA])
    with pytest.raises(ValueError, match="dimension"):
        crossed({("coast", "ASD"): 3}, [AREA])


def test_bounds_of_nothing_hidden_are_none():
    assert bounds(Table({("a",): 7}), set()) == {}
    assert bounds(Table({("a",): 7}), {("a",)}) == {("a",): (0.0, float("inf"))}


@pytest.mark.slow
def test_rounded_counts_add_up_and_leave_no_count_exact():
    table = made_up(2)
    found = rounded(table, seed="a secret")
    assert found.method is Method.TABULAR
    assert all(count % 5 == 0 for count in found.shown.values())
    assert all(abs(found.shown[cell] - count) < 5 for cell, count in table.counts.items())
    for one in table.sums:
        assert found.shown[one.total] == sum(found.shown[part] for part in one.parts)
    assert found == rounded(table, seed="a secret")
    assert found.shown != rounded(table, seed="another").shown


def test_rounding_leaves_a_range_for_every_count():
    leaves = {("coast", "VI"): 1, ("coast", "ASD"): 31, ("east", "VI"): 3, ("east", "ASD"): 27}
    parents = [{"coast": "area", "east": "area"}, {"VI": "all needs", "ASD": "all needs"}]
    table = crossed(leaves, parents)
    assert range_left(table, rounded(table, seed="a secret")) >= 4
    alone = Table({("VI",): 3})
    assert range_left(alone, rounded(alone, seed="x", method=Method.RANDOM)) >= 4


def test_random_rounding_is_the_same_in_every_release_and_favours_no_side():
    table = Table({("district", str(number)): 3 for number in range(2000)})
    found = rounded(table, "secret", method=Method.RANDOM)
    assert found.shown == rounded(table, "secret", method=Method.RANDOM).shown
    assert np.mean(list(found.shown.values())) == pytest.approx(3, abs=0.2)
    with pytest.raises(ValueError, match="base"):
        rounded(table, "secret", base=1)


def test_single_figures_are_as_they_were():
    assert [safe_count(count) for count in (0, 1, 4, 5)] == [0, None, None, 5]
    assert safe_share(3, 100).is_hidden
    assert safe_share(98, 100).is_hidden
    assert not safe_share(50, 100).is_hidden
    assert safe_count(8, Rule(threshold=10)) is None
