"""Whole numbers are shared out so that nothing is lost and every margin is met."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.demo.synthesis.sharing import joint, share_out, share_within

COUNTS = st.lists(st.integers(0, 300), min_size=1, max_size=12)
WEIGHTS = st.lists(st.floats(0, 100), min_size=12, max_size=12)


@given(st.integers(0, 5_000), WEIGHTS)
def test_shares_add_up_to_the_whole(total: int, weights: list[float]) -> None:
    parts = share_out(total, dict(enumerate(weights)))
    assert sum(parts.values()) == total
    assert min(parts.values()) >= 0


def test_shares_follow_the_weights_and_the_largest_remainder_gets_the_last_one() -> None:
    assert share_out(10, {"a": 2, "b": 1, "c": 1}) == {"a": 5, "b": 3, "c": 2}


def test_nothing_to_go_by_is_shared_evenly() -> None:
    assert share_out(3, {"a": 0, "b": 0, "c": 0}) == {"a": 1, "b": 1, "c": 1}


@given(COUNTS, st.data())
def test_no_share_exceeds_its_room(room: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(room)))
    rooms = dict(enumerate(room))
    parts = share_within(total, {key: 1.0 + key for key in rooms}, rooms)
    assert sum(parts.values()) == total
    assert all(0 <= parts[key] <= rooms[key] for key in rooms)


@given(COUNTS, COUNTS, st.integers(0, 2**32))
def test_a_joint_table_has_exactly_the_sums_asked_for(rows: list[int], columns: list[int], seed: int) -> None:
    short = sum(rows) - sum(columns)
    columns = [*columns, short] if short > 0 else columns
    rows = [*rows, -short] if short < 0 else rows
    likeness = {r: {c: float((seed >> (r + c)) % 7) for c in range(len(columns))} for r in range(len(rows))}
    table = joint(dict(enumerate(rows)), dict(enumerate(columns)), likeness)
    assert [sum(n for (r, _), n in table.items() if r == row) for row in range(len(rows))] == rows
    assert [sum(n for (_, c), n in table.items() if c == column) for column in range(len(columns))] == columns
    assert all(count > 0 for count in table.values())


def test_a_joint_table_puts_most_where_the_likeness_is_greatest() -> None:
    table = joint(
        {"nursery": 50, "college": 50},
        {"speech": 50, "mood": 50},
        {
            "nursery": {"speech": 9, "mood": 1},
            "college": {"speech": 1, "mood": 9},
        },
    )
    assert table["nursery", "speech"] > 40
    assert table["college", "mood"] > 40
