"""Newer published tables are fetched, checked and put in place at once; offline, what ships stays in use."""

import csv
import io
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fixtures.statistics_service import Published, serving
from goldenthread.config.commands import open_data as command
from goldenthread.config.environment import ENVIRONMENT
from goldenthread.figures.open_data import comparing, kept, published
from goldenthread.figures.open_data.breaks import breaks
from goldenthread.figures.open_data.kept import CURRENT, SHIPPED, look_in, source_of
from goldenthread.figures.open_data.places import FOLDER
from goldenthread.figures.open_data.published import TABLES, Cell, NotPublished, cell, faults, periods
from goldenthread.figures.open_data.updating.checking import checked
from goldenthread.figures.open_data.updating.service import ADDRESS, NotUnderstood, Offline, Service
from goldenthread.figures.open_data.updating.totals import parse, totals
from goldenthread.figures.open_data.updating.update import nearest, update

LOOPBACK = pytest.mark.allow_hosts(["127.0.0.1"])
TIMELINESS = "timeliness_20_week_totals"
SHARE = "PC_plans_issued_20_weeks_ex"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
Change = Callable[[list[dict[str, str]]], list[dict[str, str]]]


def forget() -> None:
    """What was read is kept in memory; a new process would read anew."""
    for module in (published, comparing, kept):
        for each in vars(module).values():
            if hasattr(each, "cache_clear"):
                each.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    look_in(tmp_path)
    forget()
    yield tmp_path
    look_in(None)
    forget()


def file_of(table: str, change: Change = lambda rows: rows) -> str:
    text = (FOLDER / f"ees_ehcp2025_{table}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    changed = change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(changed[0]))
    writer.writeheader()
    writer.writerows(changed)
    return out.getvalue()


def with_2025(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """A later release: another year, other labels, another case, rows of a breakdown, another order."""
    later = [{**row, "time_period": "2025"} for row in rows if row["time_period"] == "2024"]
    girls = [{**row, "breakdown_topic": "Sex", "breakdown": "Female"} for row in later]
    every = [{**row, "breakdown": "All new EHC plans issued"} for row in [*rows, *later]]
    topic = [{**row, "breakdown_topic": row["breakdown"]} for row in every]
    return [
        dict(reversed([(name.lower(), value) for name, value in row.items()])) for row in [*topic, *girls]
    ]


def fetched(folder: Path, text: str, *, version: str = "2.0", busy: int = 0) -> tuple[object, Published]:
    there = Published(busy=busy)
    there.add("d1", "Timeliness", version, text)
    there.add("d2", "Officers", "1.0", "time_period,time_identifier,what\n2024,Calendar year,else\n")
    with serving(there) as address:
        report = update(Service(address, wait=lambda _: None), folder, now=NOW)
    forget()
    return report, there


@LOOPBACK
def test_a_newer_release_stands_in_for_what_ships(folder: Path) -> None:
    report, _ = fetched(folder, file_of(TIMELINESS, with_2025))
    assert list(report.taken) == [TIMELINESS]
    assert report.taken[TIMELINESS].new_periods == ("2025",)
    assert report.taken[TIMELINESS].revised == 0
    assert periods(TIMELINESS)[-1] == "2025"
    assert cell(TIMELINESS, SHARE, "935", "2025").text == "25.4"
    assert cell(TIMELINESS, SHARE, "935", "2021").text == "89.2"


@LOOPBACK
def test_version_release_day_and_licence_are_kept(folder: Path) -> None:
    fetched(folder, file_of(TIMELINESS, with_2025))
    source = source_of(TIMELINESS)
    assert source.release == "Education, health and care plans: Reporting year 2026"
    assert (source.version, source.published_on) == ("2.0", "25 June 2026")
    assert source.licence == "Open Government Licence v3.0"
    assert source_of("caseload_totals") == SHIPPED


@LOOPBACK
def test_the_same_version_is_not_fetched_twice(folder: Path) -> None:
    fetched(folder, file_of(TIMELINESS, with_2025))
    report, there = fetched(folder, file_of(TIMELINESS, with_2025))
    assert report.same == [TIMELINESS]
    assert "/data-sets/d1/csv" not in there.asked


@LOOPBACK
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: [{k: v for k, v in row.items() if k != SHARE} for row in rows], "it lacks PC_plans"),
        (lambda rows: [*rows, rows[-1]], "stands twice in"),
        (lambda rows: [{**row, SHARE: "lots"} for row in rows], "'lots'"),
        (lambda rows: [row for row in rows if row["time_period"] < "2024"], "it ends before 2024"),
        (lambda rows: [row for row in rows if row["old_la_code"] < "900"], "places only, where ours has"),
        (lambda rows: [{**row, "old_la_code": row["old_la_code"] and "777"} for row in rows], "7"),
        (lambda rows: [{**row, "Source of request": "Parent only"} for row in rows], "has no total"),
    ],
)
def test_a_file_that_is_not_sound_never_replaces_ours(folder: Path, change: Change, reason: str) -> None:
    report, _ = fetched(folder, file_of(TIMELINESS, change))
    assert reason in report.refused[TIMELINESS]
    assert not (folder / CURRENT).exists()
    assert periods(TIMELINESS)[-1] == "2024"


@LOOPBACK
def test_a_share_that_contradicts_its_parts_is_taken_and_listed_as_a_fault(folder: Path) -> None:
    def wrong(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        ours = {"old_la_code": "935", "time_period": "2024"}
        return [{**row, SHARE: "99.9"} if ours.items() <= row.items() else row for row in rows]

    report, _ = fetched(folder, file_of(TIMELINESS, wrong))
    assert report.taken[TIMELINESS].revised == 1
    listed = [one for one in faults() if (one.table, one.column) == (TIMELINESS, SHARE)]
    assert [(one.area, one.column, one.time_period) for one in listed] == [("935", SHARE, "2024")]
    assert "347 of 1,366 is 25.4 but 99.9 is printed" in listed[0].reason


@LOOPBACK
def test_a_listed_fault_that_was_mended_is_no_longer_shown(folder: Path) -> None:
    table, area, column = "caseload_totals", "851", "fe_total_pc"
    assert any((one.table, one.area, one.column) == (table, area, column) for one in faults())

    def mended(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        here = {"old_la_code": area, "time_period": "202324"}
        return [{**row, column: "15.5"} if here.items() <= row.items() else row for row in rows]

    report, _ = fetched(folder, file_of(table, mended))
    assert [(one.area, one.column) for one in report.taken[table].mended] == [(area, column)]
    assert not any((one.table, one.area, one.column) == (table, area, column) for one in faults())


@LOOPBACK
def test_a_busy_service_is_asked_again(folder: Path) -> None:
    report, there = fetched(folder, file_of(TIMELINESS, with_2025), busy=2)
    assert list(report.taken) == [TIMELINESS]
    assert len([path for path in there.asked if path.endswith("data-sets")]) == 3


@LOOPBACK
def test_the_set_before_stays_for_whoever_reads_it_and_older_ones_go(folder: Path) -> None:
    for version in ("2.0", "2.1", "2.2", "2.3"):
        fetched(folder, file_of(TIMELINESS, with_2025), version=version)
    assert len(list(folder.glob("set-*"))) == 2
    assert source_of(TIMELINESS).version == "2.3"


@LOOPBACK
def test_without_a_network_the_command_says_so_and_what_ships_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(type(ENVIRONMENT), "home", property(lambda _: folder))
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        assert command.main(["update", "--address", address]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"Nobody answers at {address}")
    assert "Nothing was changed: the tables of 26 June 2025 stay in use." in said


@LOOPBACK
def test_the_command_tells_what_it_took_and_what_is_in_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(type(ENVIRONMENT), "home", property(lambda _: folder / "home"))
    there = Published()
    there.add("d1", "Timeliness", "2.0", file_of(TIMELINESS, with_2025))
    with serving(there) as address:
        assert command.main(["update", "--address", address]) == 0
    assert (
        f"{TIMELINESS}: taken from Reporting year 2026; new: 2025; 0 cells revised."
        in capsys.readouterr().out
    )
    forget()
    assert command.main(["show"]) == 0
    shown = capsys.readouterr().out
    assert f"{TIMELINESS}: to 2025." in shown
    assert "as shipped" in shown


@LOOPBACK
def test_an_answer_that_is_not_as_documented_is_named() -> None:
    with serving(Published()) as address, pytest.raises(NotUnderstood, match="404"):
        Service(address).data_sets("another")


def contract(service: Service) -> None:
    """What we rely on, asked of the stand-in and of the real service alike."""
    found = service.data_sets()
    assert found
    assert all(each.id and each.title and each.version and len(each.published) == 10 for each in found)
    head = service.csv(found[0]).splitlines()[0]
    assert {"time_period", "time_identifier", "geographic_level"} <= set(head.replace('"', "").split(","))
    assert service.release_of(found[0])


@LOOPBACK
def test_the_stand_in_keeps_the_contract() -> None:
    there = Published()
    there.add("d1", "Timeliness", "2.0", file_of(TIMELINESS))
    with serving(there) as address:
        contract(Service(address))


@pytest.mark.enable_socket
def test_the_real_service_keeps_the_contract() -> None:
    try:
        contract(Service(ADDRESS))
    except Offline as problem:
        pytest.skip(f"the real service cannot be reached from here: {problem}")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_that_ships_would_pass_its_own_check(table: str) -> None:
    read = parse((FOLDER / f"ees_ehcp2025_{table}.csv").read_text(encoding="utf-8"))
    assert nearest(read) == table
    brought = checked(table, totals(read, table))
    assert (brought.new_periods, brought.revised, brought.mended, brought.found) == ((), 0, (), ())


def test_breaks_are_marked_only_inside_the_years_that_are_shown() -> None:
    found = breaks("requests_totals", "request_not_assess_pc", "935", ["2019", "2024"])
    assert [(one.period, one.kind) for one in found] == [("2022", "break"), ("2023", "definition")]
    assert breaks("requests_totals", "request_not_assess_pc", "935", ["2023", "2024"]) == ()
    assert [one.kind for one in breaks("caseload_totals", "ehcplans", "942", ["201819", "202425"])] == [
        "break"
    ]
    assert [one.kind for one in breaks("requests_totals", "x", "940", ["2019", "2021"])] == ["place"]


def test_a_symbol_we_do_not_know_is_not_sound() -> None:
    assert [Cell(text).is_sound for text in ("12", "-3.5", "x", "low", "u")] == [True] * 5
    assert [Cell(text).is_sound for text in ("", "n/a", "1,234", "1e5")] == [False] * 4


def test_a_table_that_is_not_there_says_so() -> None:
    with pytest.raises(NotPublished):
        periods("nonsense")
