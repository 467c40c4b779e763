"""Is every measure whole, does it give its worked answer, and does it say so where it has no source?"""

from pathlib import Path

import pyarrow.compute as pc
import pytest
import yaml

from goldenthread.analysis import measuring as measuring_module
from goldenthread.analysis.catalogue import (
    FOLDER,
    NotWhole,
    Statistic,
    Topic,
    measures,
    read_definition,
)
from goldenthread.analysis.catalogue_page import catalogue_page
from goldenthread.analysis.measure_answers import faults_of, worked_answer
from goldenthread.analysis.measuring import MEASURED, measuring
from goldenthread.config.commands.measures import main

ROOT = Path(__file__).resolve().parents[3]
WITH_SOURCE = [name for name, one in measures().items() if one.source]


@pytest.fixture(scope="module")
def running(sixty, sixty_settings):
    with measuring(sixty, sixty_settings) as running:
        yield running


@pytest.fixture(scope="module")
def figures(running):
    return running.all_figures()


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_a_measure_gives_its_worked_answer(name):
    assert faults_of(measures()[name], worked_answer(measures()[name])) == []


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_a_worked_answer_tells_its_story_and_could_fail(name):
    worked = worked_answer(measures()[name])
    assert len(worked.story) > 40
    wrong = [one for one in worked.wanted if one.numerator]
    assert wrong, "an answer of nought alone proves little"


def test_at_least_forty_are_defined_and_twenty_five_compute():
    assert len(measures()) >= 40
    assert len(WITH_SOURCE) >= 25


def test_every_measure_is_read_beside_another_and_every_topic_has_one():
    assert all(one.balancing and one.name not in one.balancing for one in measures().values())
    assert {one.topic for one in measures().values()} == set(Topic)


def test_every_measure_computes_on_facts_with_no_records_and_gives_no_figure(sixty, sixty_settings):
    empty = {name: table if name == "return" else table.slice(0, 0) for name, table in sixty.tables.items()}
    with measuring(type(sixty)(empty), sixty_settings) as running:
        assert set(running.missing) == set(measures())
        assert running.all_figures().num_rows == 0


def test_what_no_facts_hold_is_no_source_and_never_nought(running, figures):
    assert running.missing["attendance_with_plan"] == "Attendance is not recorded here yet."
    assert running.missing["complaints_upheld"] == "No facts here hold the table complaints."
    assert running.missing["advice_in_6_weeks"] == "No facts here hold the table advice."
    assert figures.schema == MEASURED
    computed = set(figures["measure"].to_pylist())
    assert not computed & set(running.missing)
    assert len(computed) >= 25


def test_every_breakdown_adds_up_to_everyone(figures):
    keys = ["measure", "by", "period", "dimension"]
    sums = figures.group_by(keys).aggregate([("records", "sum"), ("numerator", "sum")]).to_pylist()
    everyone = {(r["measure"], r["by"], r["period"]): r for r in sums if r["dimension"] == ""}
    for row in sums:
        whole = everyone[row["measure"], row["by"], row["period"]]
        assert row["records_sum"] == whole["records_sum"], row
        assert row["numerator_sum"] == pytest.approx(whole["numerator_sum"])


def test_the_records_behind_two_hundred_figures_give_them(running, figures):
    """The walk: whatever the figure, its records add up to it. Of all figures some two hundred are tried."""
    rows = sorted(figures.to_pylist(), key=lambda row: tuple(map(str, row.values())))
    sample = rows[:: len(rows) // 200]
    assert len(sample) >= 200
    for row in sample:
        measure = measures()[row["measure"]]
        which = {name: row[name] for name in ("by", "period", "dimension", "group")}
        behind = running.records_behind(measure, **which)
        assert len(behind) == row["records"], row
        assert sum(one["numerator"] for one in behind) == pytest.approx(row["numerator"])
        assert sum(one["denominator"] for one in behind) == pytest.approx(row["denominator"])
        if measure.statistic is Statistic.SHARE:
            assert row["value"] == pytest.approx(100 * row["numerator"] / row["denominator"])


def test_worked_out_a_few_at_a_time_the_figures_are_the_same(running, figures, monkeypatch):
    """A large area's records do not lie in memory together."""
    requests = running.table("SELECT count(*) AS n FROM requests")["n"][0].as_py()
    monkeypatch.setattr(measuring_module, "RECORDS_AT_ONCE", 20 * requests)
    heard = []
    again = running.all_figures(looked=heard.append)
    assert heard == [0, 20, 40, 60]
    order = [(name, "ascending") for name in ("measure", "by", "period", "dimension", "group")]
    assert again.sort_by(order).drop(["value", "upper"]) == figures.sort_by(order).drop(["value", "upper"])
    assert again.sort_by(order)["value"].to_pylist() == pytest.approx(
        figures.sort_by(order)["value"].to_pylist()
    )


def test_no_record_belongs_to_a_figure_twice(running):
    for name in set(WITH_SOURCE) - set(running.missing):
        table = running.table(running.records_of(measures()[name]))
        pairs = table.group_by(["record_key", "on_day"]).aggregate([([], "count_all")])
        assert pc.max(pairs["count_all"]).as_py() in (1, None), name


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"why": None}, "why is missing"),
        ({"colour": "red"}, "colour is not a field"),
        ({"direction": "sideways"}, "direction is not one of higher, lower, neither"),
        ({"exclusions": "nobody"}, "exclusions is not a list"),
        ({"title": " "}, "title is empty"),
        ({"review_on": "soon"}, "review_on is not a date"),
        ({"none_yet": "Nobody tells us."}, "say either source or none_yet"),
    ],
)
def test_a_definition_that_is_not_whole_is_refused_with_what_is_wrong(tmp_path, change, says):
    read = yaml.safe_load((FOLDER / "plans_in_20_weeks" / "definition.yaml").read_text())
    read = {name: value for name, value in {**read, **change}.items() if value is not None}
    path = tmp_path / "plans_in_20_weeks" / "definition.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(read))
    with pytest.raises(NotWhole, match=says):
        read_definition(path)


def test_the_catalogue_page_is_what_the_definitions_say():
    page = (ROOT / "docs" / "measures.md").read_text()
    assert page == catalogue_page(), "run `./gt catalogue`"


def test_the_list_names_source_and_version(capsys):
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(measures())
    assert any("attendance_with_plan" in line and "no source yet" in line for line in lines)
    assert any(line.startswith("plans_in_20_weeks ") and "v1" in line for line in lines)


def test_a_return_is_computed_into_a_folder_and_a_folder_of_others_is_left_alone(
    tmp_path, sixty_folder, capsys
):
    settings = ROOT / "tests" / "known_answers" / "sixty" / "settings.csv"
    asked = [
        "compute",
        "--facts",
        str(sixty_folder),
        "--settings",
        str(settings),
        "-o",
        str(tmp_path / "out"),
    ]
    assert main(asked) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "measures.parquet",
        "measures.csv",
        "about.json",
    }
    (tmp_path / "out" / "letter.txt").write_text("mine")
    assert main(asked) == 1
    assert "holds something else" in capsys.readouterr().err
