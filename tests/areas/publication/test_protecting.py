"""What a release gives away together with all before it: secondary suppression, and revisions by few."""

from decimal import Decimal

import pytest

from areas.publication.releasing import release
from goldenthread.analysis.disclosure import Rule, safe_count, safe_share
from goldenthread.analysis.disclosure.attack import bounds, narrowest
from goldenthread.analysis.disclosure.releases import known_with
from goldenthread.figures.models import Figure
from goldenthread.publication.headlines import HEADLINES, hidden_words, shown
from goldenthread.publication.protecting import Counts, allowed
from goldenthread.publication.queries.drafting import draft

TIMELY, _, _, PLANS, _, NEW = HEADLINES
RULE = Rule()
PERIODS = {one: "2024" for one in HEADLINES}


def a_figure(value, numerator=None, denominator=None):
    return Figure(value=value, numerator=numerator, denominator=denominator)


def known(timely=None, new=None, plans=None):
    """Figures by table and column: plans in time of those issued, all new plans, plans on the day."""
    found = {}
    if timely:
        part, whole = timely
        share = Decimal(100 * part) / whole if whole else None
        found[TIMELY.table, TIMELY.column] = a_figure(share, part, whole)
    if new is not None:
        found[NEW.table, NEW.column] = a_figure(Decimal(new))
    if plans is not None:
        found[PLANS.table, PLANS.column] = a_figure(Decimal(plans))
    return found


def told(figures, *before):
    return allowed(figures, PERIODS, before, RULE)


def withheld(may):
    return {one.column for one, figure in may.figures.items() if figure is None}


def test_figures_that_are_large_and_give_nothing_away_are_shown():
    may = told(known((60, 200), new=250, plans=900))
    assert withheld(may) == set()
    assert not may.held


def test_a_count_of_few_that_is_the_difference_of_two_figures_is_protected():
    may = told(known((60, 200), new=203))
    assert withheld(may), "203 new plans less 200 without exceptions are 3 with one"


def test_no_solver_finds_what_is_hidden_over_successive_releases():
    before: list[Counts] = []
    for timely, new in (((60, 200), 203), ((60, 200), 209), ((63, 205), 214), ((3, 205), 260)):
        may = allowed(known(timely, new=new), PERIODS, before, RULE)
        table = may.counts.release.table
        system = known_with(table, [one.release for one in before])
        hidden = system.hidden_before | may.counts.hidden | system.differences
        small = {
            cell for cell, count in system.table.counts.items() if RULE.is_small(count) and cell in hidden
        }
        assert narrowest(bounds(system.table, hidden, small)) >= RULE.width - 1e-6
        before.append(may.counts)


@pytest.mark.parametrize("moved", [-4, -1, 1, 4])
def test_a_figure_revised_by_few_stays_as_it_was_released(moved):
    first = told(known(plans=900))
    later = told(known(plans=900 + moved), first.counts)
    assert later.held == {PLANS}
    assert later.figures[PLANS].value == 900


@pytest.mark.parametrize("moved", [-5, 5, 40])
def test_a_figure_revised_by_more_is_shown_as_it_is(moved):
    first = told(known(plans=900))
    later = told(known(plans=900 + moved), first.counts)
    assert not later.held
    assert later.figures[PLANS].value == 900 + moved


def test_small_revisions_add_up_until_the_change_can_be_shown():
    first = told(known(plans=900))
    second = told(known(plans=903), first.counts)
    third = told(known(plans=906), first.counts, second.counts)
    assert (second.figures[PLANS].value, third.figures[PLANS].value) == (900, 906)


def test_a_share_is_held_back_whole_where_one_side_moved_by_few():
    first = told(known((60, 200)))
    later = told(known((62, 200)), first.counts)
    figure = later.figures[TIMELY]
    assert (figure.numerator, figure.denominator, round(figure.value)) == (60, 200, 30)


def test_what_was_withheld_before_is_not_given_away_by_a_later_release():
    first = told(known(plans=3))
    later = told(known(plans=6), first.counts)
    assert withheld(first) == {PLANS.column}
    system = known_with(later.counts.release.table, [first.counts.release])
    hidden = system.hidden_before | system.differences
    assert narrowest(bounds(system.table, hidden)) >= RULE.width


def test_counts_come_back_as_they_were_kept():
    counts = told(known((60, 200), new=203)).counts
    assert Counts.from_json(counts.to_json()) == counts


@pytest.mark.django_db
def test_a_figure_that_was_held_back_says_so_on_its_page(client, lead, director, worked_out):
    release(lead, director)
    row = Figure.objects.get(table=PLANS.table, column=PLANS.column)
    Figure.objects.filter(pk=row.pk).update(value=row.value + 2)
    Figure.objects.filter(table="requests_totals", column="requests_received_in_year").update(value=500)
    assert "few children" in str(draft(lead).gathered.content)
    release(lead, director)
    page = client.get("/progress/figures/").content.decode()
    assert f"{int(row.value)} children and young people had a plan" in page
    assert "it changed by so few children" in page


@pytest.mark.django_db
def test_the_partnerships_threshold_holds_for_what_is_released(lead, worked_out, settings):
    settings.SMALLEST_COUNT_SHOWN = 10**6
    parts = draft(lead).gathered.content["parts"]
    assert not [one for one in parts if one["kind"] == "figure" and one["body"]["value"]]


@pytest.mark.parametrize(
    "figure", [a_figure(3), a_figure(60, 3, 5), a_figure(90, 36, 40), a_figure(0, 0, 3), None]
)
def test_small_numbers_are_hidden_also_where_the_rest_would_give_them_back(figure):
    headline = PLANS if figure is None or figure.numerator is None else TIMELY
    words = shown(headline, figure, year="2024", as_at="16 January 2025")
    assert (words.value, words.sentence, words.counted) == ("", hidden_words(), "")


def test_the_partnership_may_hide_more():
    words = shown(PLANS, a_figure(8), year="2024", as_at="16 January 2025", rule=Rule(threshold=10))
    assert (words.value, words.sentence) == ("", hidden_words(Rule(threshold=10)))
    assert shown(PLANS, a_figure(8), year="2024", as_at="16 January 2025").value == "8"


@pytest.mark.parametrize(("count", "safe"), [(0, 0), (1, None), (4, None), (5, 5), (12_114, 12_114)])
def test_counts_of_one_to_four_are_hidden(count, safe):
    assert safe_count(count) == safe


def test_a_share_is_shown_with_its_parts_where_neither_side_is_small():
    assert (safe_share(10, 40).numerator, safe_share(10, 40).denominator) == (10, 40)
    with pytest.raises(ValueError, match="no share"):
        safe_share(5, 4)
