"""Small groups stay hidden, and cannot be worked out from what is shown."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.voice.groups import hidden_groups


def test_a_small_group_takes_another_with_it_so_that_nobody_can_subtract():
    hidden = hidden_groups({"Babergh": (40, 30), "Ipswich": (50, 60), "Mid Suffolk": (2, 9)}, (92, 99))
    assert "Mid Suffolk" in hidden
    assert len(hidden) == 2


def test_groups_that_are_large_enough_are_all_shown():
    assert hidden_groups({"Babergh": (40, 30), "Ipswich": (50, 60)}, (90, 90)) == frozenset()


def test_those_who_gave_no_group_may_protect_a_small_group():
    """Nobody knows how the fifteen divide, so that the small group cannot be worked out."""
    assert hidden_groups({"Babergh": (40, 30), "Mid Suffolk": (3, 9)}, (50, 47)) == {"Mid Suffolk"}


def test_two_who_gave_no_group_cannot_be_worked_out_either():
    assert hidden_groups({"Babergh": (40, 30), "Ipswich": (50, 60)}, (92, 90))


def test_of_a_handful_in_all_no_group_is_shown():
    assert hidden_groups({"Babergh": (1, 1), "Ipswich": (2, 1)}, (3, 2)) == {"Babergh", "Ipswich"}


def test_of_groups_that_hold_more_than_everyone_none_is_shown():
    """Upheld complaints whose group nobody knows can make it so: what does not add up cannot be protected."""
    assert hidden_groups({"Babergh": (20, 10), "Ipswich": (20, 10)}, (45, 15)) == {"Babergh", "Ipswich"}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4))
def test_what_is_hidden_could_always_be_something_else(groups):
    """Brute force: of the hidden groups, each favourable count takes several values that add up."""
    named = {f"group {place}": sides for place, sides in enumerate(groups)}
    everyone = (sum(yes for yes, _ in groups), sum(no for _, no in groups))
    hidden = hidden_groups(named, everyone)
    assert not {name for name, sides in named.items() if any(0 < side < 5 for side in sides)} - hidden
    for side in (0, 1):
        left = everyone[side] - sum(sides[side] for name, sides in named.items() if name not in hidden)
        if not hidden or left == 0 or len(hidden) == len(named):
            continue
        ways = [one for one in product(range(left + 1), repeat=len(hidden)) if sum(one) == left]
        assert all(len({way[place] for way in ways}) > 1 for place in range(len(hidden)))
