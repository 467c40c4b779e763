"""How often a thing was raised, and whether it is closed."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.improvement.chains import Knot, chains


@dataclass(frozen=True)
class Said:
    pk: int
    origin_id: int
    year: int

    @property
    def order(self):
        return (str(self.year), self.pk)


RAISED = [Said(1, 10, 2017), Said(2, 20, 2019), Said(3, 30, 2021), Said(4, 40, 2023)]
TIED = [Knot(2, 1, "repeats"), Knot(3, 2, "sharpens"), Knot(4, 3, "repeats")]


def test_a_point_raised_in_four_documents_was_raised_four_times():
    found = chains(RAISED, TIED)
    assert {chain.times for chain in found.values()} == {4}
    assert found[1].raised == found[4].raised == RAISED
    assert found[1].newest.pk == 4


def test_a_point_alone_was_raised_once():
    assert chains(RAISED[:1], [])[1].times == 1


def test_two_points_of_one_document_count_once():
    both = [*RAISED[:2], Said(5, 20, 2019)]
    assert chains(both, [Knot(2, 1, "repeats"), Knot(5, 1, "repeats")])[1].times == 2


def test_a_later_document_closes_it():
    found = chains([*RAISED, Said(9, 90, 2025)], [*TIED, Knot(9, 4, "closes")])
    assert found[1].closed_by.pk == 9
    assert found[1].times == 4


def test_what_is_raised_again_after_it_was_closed_is_open():
    again = [*RAISED, Said(9, 90, 2022)]
    assert chains(again, [*TIED, Knot(9, 3, "closes")])[1].closed_by is None


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12), st.sampled_from(["repeats", "closes"]))),
    st.randoms(),
)
def test_the_order_in_which_ties_were_made_makes_no_difference(pairs, random):
    points = [Said(number, number, 2000 + number) for number in range(1, 13)]
    knots = [Knot(later, earlier, how) for later, earlier, how in pairs if later != earlier]
    shuffled = list(knots)
    random.shuffle(shuffled)
    assert chains(points, knots) == chains(points[::-1], shuffled)
