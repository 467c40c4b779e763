"""Whatever the records, a match rests on a number that both hold, and nothing that both hold disagrees."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.people.matching import Claim, KnownPeople

names = st.sampled_from(["Ada", "Ben", "Cy"])
births = st.sampled_from([date(2012, 2, 29), date(2013, 1, 1), None])
numbers = st.dictionaries(st.sampled_from(["UPN", "ULN"]), st.sampled_from(["1", "2", "3"])).map(
    lambda held: tuple(held.items())
)
claims = st.builds(Claim, names, names, births, numbers)


@given(st.lists(claims, max_size=6), claims)
def test_a_match_shares_a_number_and_a_birthday_and_disagrees_in_no_number(people, newcomer):
    known = KnownPeople()
    for person_id, claim in enumerate(people, start=1):
        known.add(person_id, claim)
    verdict = known.judge(newcomer)
    if verdict.person_id is None:
        return
    match = people[verdict.person_id - 1]
    assert set(match.numbers) & set(newcomer.numbers)
    assert match.birth_date == newcomer.birth_date
    held = dict(match.numbers)
    assert all(held.get(kind, value) == value for kind, value in newcomer.numbers)
