"""What does `./gt figures dfe` say of what is missing or broken? One sentence, and nothing is written."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fixtures.sixty import SIXTY
from goldenthread.config.commands import figures as command

SETTINGS = SIXTY / "settings.csv"


@pytest.fixture
def facts(sixty_folder: Path, tmp_path: Path) -> Path:
    """A copy of the facts that a test may break."""
    return Path(shutil.copytree(sixty_folder, tmp_path / "facts"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "tables"


def run(facts: Path, settings: Path, out: Path) -> int:
    return command.main(["dfe", "--facts", str(facts), "--settings", str(settings), "-o", str(out)])


def refused(facts: Path, settings: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said on the error stream; nothing may be left behind."""
    before = sorted(out.parent.iterdir())
    assert run(facts, settings, out) == 1
    assert sorted(out.parent.iterdir()) == before
    said = capsys.readouterr().err
    assert said.endswith("Nothing was written.\n")
    return said


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nowhere is not a folder" in refused(tmp_path / "nowhere", SETTINGS, out, capsys)


def test_missing_tables_are_named(facts: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (facts / "needs.parquet").unlink()
    (facts / "people.parquet").unlink()
    assert "has no people.parquet, needs.parquet" in refused(facts, SETTINGS, out, capsys)


def test_wrong_columns_are_named(facts: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs = pq.read_table(facts / "needs.parquet")
    changed = needs.drop_columns("need").set_column(1, "rank", pa.array([1] * needs.num_rows, pa.int64()))
    pq.write_table(changed, facts / "needs.parquet")
    said = refused(facts, SETTINGS, out, capsys)
    assert "table needs of the facts: need is missing; rank is int64, not int8" in said


@pytest.mark.parametrize("spoil", [lambda b: b[: len(b) // 2], lambda b: b"PAR1" + b"\x55" * 200 + b[204:]])
def test_a_file_that_was_cut_or_spoilt_is_refused(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str], spoil
) -> None:
    path = facts / "requests.parquet"
    path.write_bytes(spoil(path.read_bytes()))
    assert "read" in refused(facts, SETTINGS, out, capsys)


def test_facts_of_two_returns_are_refused(facts: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = pq.read_table(facts / "return.parquet")
    pq.write_table(pa.concat_tables([header, header]), facts / "return.parquet")
    assert "of 2 returns; figures are made for one at a time" in refused(facts, SETTINGS, out, capsys)


def test_a_return_that_does_not_say_its_census_day_is_refused(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = pq.read_table(facts / "return.parquet")
    at = header.schema.get_field_index("census_day")
    blank = header.set_column(at, header.schema.field(at), pa.nulls(1, pa.date32()))
    pq.write_table(blank, facts / "return.parquet")
    assert "does not say its census_day" in refused(facts, SETTINGS, out, capsys)


def test_an_area_that_is_no_local_authority_is_refused(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = pq.read_table(facts / "return.parquet")
    at = header.schema.get_field_index("area")
    pq.write_table(
        header.set_column(at, header.schema.field(at), pa.array(["999"])), facts / "return.parquet"
    )
    assert "area 999, which is not a local authority we know" in refused(facts, SETTINGS, out, capsys)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"name,urn,ukprn\nA,100001,\n", "lacks the columns type_of_establishment, phase_of_education"),
        (b"", "lacks the columns name, urn"),
        ("name,urn\nÉcole,1\n".encode("cp1252"), "is not in UTF-8: save it as CSV UTF-8"),
        (
            b"name,urn,ukprn,type_of_establishment,phase_of_education\nA,100001,\n",
            "line 2 has fewer cells than the heading",
        ),
        (
            b"name,urn,ukprn,type_of_establishment,phase_of_education\n"
            b"A,100001,,Academy converter,\nA,100001,,Further education,\n",
            "line 3: URN 100001 is given twice, with different types",
        ),
    ],
)
def test_broken_settings_are_refused_with_the_place(
    facts: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], text: bytes, says: str
) -> None:
    settings = tmp_path / "settings.csv"
    settings.write_bytes(text)
    assert says in refused(facts, settings, out, capsys)


def test_missing_settings_are_named(
    facts: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "none.csv cannot be read" in refused(facts, tmp_path / "none.csv", out, capsys)


def test_a_folder_with_other_files_is_left_alone(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.mkdir()
    (out / "letter.docx").write_text("keep me")
    assert "holds other files (letter.docx)" in refused(facts, SETTINGS, out, capsys)
    assert (out / "letter.docx").read_text() == "keep me"


def test_a_file_in_place_of_the_folder_is_left_alone(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("keep me")
    assert "is a file: name a folder" in refused(facts, SETTINGS, out, capsys)


def test_earlier_tables_are_replaced_and_nothing_else_stays(
    facts: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(facts, SETTINGS, out) == 0
    (out / "requests_totals.csv").write_text("old")
    assert run(facts, SETTINGS, out) == 0
    assert (out / "requests_totals.csv").read_text().startswith("time_period,")
    assert sorted(path.name for path in out.parent.iterdir()) == ["facts", "tables"]


def test_establishments_that_the_settings_lack_are_counted_and_named(
    facts: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "settings.csv"
    settings.write_text(
        "name,urn,ukprn,type_of_establishment,phase_of_education,more\n"
        "A,900101,10990001,A type of the future,Primary,left alone\n"
    )
    assert run(facts, settings, out) == 0
    said = capsys.readouterr().err
    assert "URN of main placements are not in the settings file (900102, 900103" in said
    assert "2 UKPRN of main placements are not in the settings file (10990014, 10990017)" in said
    assert "Type of establishment with no published column: A type of the future." in said
