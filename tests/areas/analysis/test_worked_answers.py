"""Does each measure give its own worked answer, and is each definition whole?"""

import pyarrow as pa
import pytest

from fixtures.sixty import with_column
from goldenthread.analysis.dfe import text_of
from goldenthread.analysis.figures import compute_figures, engine, figures_of
from goldenthread.analysis.notes import notes
from goldenthread.analysis.published_tables import published_table, published_tables, rules
from goldenthread.analysis.worked_answers import worked_answer
from goldenthread.figures.open_data.published import TABLES, figure_columns


@pytest.mark.parametrize("name", published_tables())
def test_a_measure_gives_its_worked_answer(name: str) -> None:
    measure = published_tables()[name]
    worked = worked_answer(measure)
    with engine(worked.facts, worked.settings) as running:
        figures = figures_of(measure, running.counts(measure))
    ours = {column: text_of(figure) for column, figure in figures.items()}
    assert ours == {column: "0" for column in ours} | worked.answer


@pytest.mark.parametrize("name", published_tables())
def test_a_measure_says_what_it_means_whom_it_leaves_out_and_where_that_is_written(name: str) -> None:
    measure = published_tables()[name]
    assert len(measure.says) > 40
    assert measure.exclusions
    assert measure.source
    assert all(column.title and column.rules for column in measure.columns)
    assert all(rule.basis for column in measure.columns for rule in column.rules)


def test_there_is_a_measure_for_each_published_table_with_its_columns_in_order() -> None:
    for table in TABLES:
        assert tuple(column.name for column in published_table(table).columns) == figure_columns(table)


def test_every_rule_that_is_a_reading_says_what_the_other_side_is_or_that_none_is_known() -> None:
    switched = {rule.name for rule in rules().values() if rule.reading}
    assert switched <= {rule.name for rule in rules().values() if rule.otherwise}
    used = {
        rule.name
        for measure in published_tables().values()
        for column in measure.columns
        for rule in column.rules
    }
    assert set(rules()) - used == {"GE1"}


def test_shares_and_sums_are_made_of_columns_that_are_counted() -> None:
    for measure in published_tables().values():
        made = {column.name for column in measure.columns if column.counted or column.sum_of}
        for column in measure.columns:
            needed = {column.share_of, *column.of, *column.sum_of, column.repeats} - {""}
            assert needed <= made, (measure.name, column.name)


def test_a_letter_we_do_not_know_makes_its_kinds_unavailable_and_says_why() -> None:
    measure = published_tables()["work_based_placements"]
    worked = worked_answer(measure)
    strange = pa.array(["Q", None, "XS", "XT"], pa.string())
    facts = with_column(worked.facts, "placements", "work_based", strange)
    with engine(facts, worked.settings) as running:
        figures = figures_of(measure, running.counts(measure))
    assert text_of(figures["open_wbp"]) == "2"
    assert text_of(figures["open_apprentice"]) == text_of(figures["open_supp_intern"]) == "x"
    assert "1 records carry a WBP letter that we do not know" in figures["open_apprentice"].why_none
    assert notes(facts, worked.settings, {measure.table: figures})[-1].startswith(
        "work_based_placements_totals: the kinds are x"
    )


def test_all_measures_run_over_facts_with_no_records_at_all() -> None:
    worked = worked_answer(published_tables()["residential_settings"])
    figures = compute_figures(worked.facts, worked.settings)
    assert text_of(figures["requests_totals"]["requests_received_in_year"]) == "0"
    assert text_of(figures["requests_totals"]["request_assess_pc"]) == "x"
