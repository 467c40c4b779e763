"""Bringing a return into people and casework: a snapshot, declared and never more than that."""

from datetime import date

import pyarrow.parquet as pq
import pytest

import factories
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.facts import facts
from goldenthread.casework.loading.actions import keep_return, set_aside_and_load, stop
from goldenthread.casework.loading.keeping import FileOnDisk, facts_folder, files_at
from goldenthread.casework.loading.reading import read_and_load
from goldenthread.casework.models import Case, Entry, Finding, Return, Standing
from goldenthread.people.models import MatchQuestion, Person, PersonEntry
from goldenthread.sen2.schemas import TABLES

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test")
CENSUS_DAY = date(2025, 1, 16)


def counts():
    return [model.objects.count() for model in (Person, PersonEntry, Case, Entry, Standing, MatchQuestion)]


def test_every_person_and_request_of_the_file_arrives_once(bring, sixty):
    source = bring(sixty)
    assert source.status == Return.Status.LOADED
    assert source.census_day == CENSUS_DAY
    assert source.counts["people_added"] == Person.objects.count() == 60
    assert Case.objects.count() == source.counts["requests"] == Standing.objects.count()
    assert {entry.kind for entry in Entry.objects.all()} == {Entry.DECLARED}
    assert {entry.happened_on for entry in Entry.objects.all()} == {CENSUS_DAY}
    assert AuditEvent.objects.filter(act="loaded a return").count() == 1


def test_just_the_same_file_again_is_refused_and_changes_nothing(bring, sixty):
    bring(sixty)
    before = counts()
    with pytest.raises(NotPossibleNow, match="here already"):
        keep_return([FileOnDisk(sixty)], by=SYSTEM)
    assert counts() == before


def test_another_file_that_says_the_same_finds_everyone_with_a_number_again(bring, sixty, changed):
    bring(sixty)
    numbered = Person.objects.filter(identifiers__isnull=False).distinct()
    again = bring(changed("</Message>", "</Message>\n"))
    assert again.counts["people_known"] == numbered.count()
    assert again.counts["cases_updated"] == 0
    assert again.counts["cases_unchanged"] == Case.objects.filter(person__in=numbered).count()


def test_children_without_a_number_are_never_merged_by_likeness_but_asked_about(bring, sixty, changed):
    bring(sixty)
    unnumbered = Person.objects.filter(identifiers__isnull=True).count()
    again = bring(changed("</Message>", "</Message>\n"))
    assert again.counts["people_added"] == again.counts["questions"] == unnumbered > 0
    assert MatchQuestion.objects.count() == unnumbered


def test_figures_count_the_last_file_of_a_year_and_no_child_twice(bring, sixty, changed):
    bring(sixty)
    bring(changed("</Message>", "</Message>\n"))
    assert facts(SYSTEM, area="935", year=2025)["people"].num_rows == 60


def test_a_corrected_file_updates_only_what_it_says_differently(bring, sixty, changed):
    bring(sixty)
    again = bring(changed("<SENtype>SLCN</SENtype>", "<SENtype>ASD</SENtype>"))
    assert again.counts["cases_updated"] == 1


def test_a_file_of_another_area_is_refused_and_nothing_is_written(bring, changed):
    source = bring(changed("<LEA>935</LEA>", "<LEA>886</LEA>"))
    assert source.status == Return.Status.REFUSED
    assert "area 886" in source.problem
    assert counts() == [0] * 6


def test_a_broken_file_is_refused_in_a_sentence_and_nothing_is_written(bring, tmp_path):
    path = tmp_path / "broken.xml"
    path.write_text("<Message><Header>")
    source = bring(path)
    assert source.status == Return.Status.REFUSED
    assert source.problem
    assert counts() == [0] * 6


def test_records_that_cannot_be_understood_wait_for_a_decision(bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    assert source.status == Return.Status.DECIDE
    assert (source.people_in_file, source.people_set_aside) == (60, 1)
    assert Finding.objects.filter(sets_aside=True).exists()
    assert counts() == [0] * 6


def test_after_the_decision_the_good_records_go_on(
    bring, with_a_bad_record, django_capture_on_commit_callbacks
):
    source = bring(with_a_bad_record)
    set_aside_and_load(source, by=SYSTEM)
    source = read_and_load(source.pk, by=SYSTEM)
    assert source.status == Return.Status.LOADED
    assert Person.objects.count() == 59


def test_a_return_that_waits_can_be_stopped_for_a_corrected_file(bring, with_a_bad_record):
    source = bring(with_a_bad_record)
    stop(source, by=SYSTEM)
    assert read_and_load(source.pk, by=SYSTEM).status == Return.Status.STOPPED
    assert counts() == [0] * 6


def test_a_load_that_fails_leaves_nothing_and_can_be_begun_again(sixty, monkeypatch):
    source = keep_return(files_at(sixty), by=SYSTEM)
    with monkeypatch.context() as patch:
        patch.setattr("goldenthread.casework.loading.writing.rebuild_standing", lambda cases: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            read_and_load(source.pk, by=SYSTEM)
    assert counts() == [0] * 6
    assert read_and_load(source.pk, by=SYSTEM).status == Return.Status.LOADED
    assert Person.objects.count() == 60


def test_only_those_who_may_load_can_bring_a_return(sixty):
    stranger = factories.stranger(Reach.AREA)
    with pytest.raises(NotPermitted):
        keep_return(files_at(sixty), by=stranger)


def rows(table, requests, people):
    """The rows of a table with numbers that hold between files in place of keys."""
    names = {row["person_key"]: (row["surname"], row["forename"], row["upn"]) for row in people}
    whose = {row["request_key"]: (names[row["person_key"]], row["received_on"]) for row in requests}
    plain = []
    for row in table:
        numbers = {"person_key": names, "request_key": whose}
        plain.append([repr(numbers.get(name, {}).get(value, value)) for name, value in row.items()])
    return sorted(plain)


def test_the_journal_gives_the_same_facts_as_the_file(bring, sixty):
    source = bring(sixty)
    folder = facts_folder(source.digest)
    from_file = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in TABLES}
    from_journal = {name: table.to_pylist() for name, table in facts(SYSTEM, area="935", year=2025).items()}
    for name in set(TABLES) - {"return"}:
        theirs = rows(from_file[name], from_file["requests"], from_file["people"])
        ours = rows(from_journal[name], from_journal["requests"], from_journal["people"])
        assert ours == theirs, name
