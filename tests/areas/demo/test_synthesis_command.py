"""What does `./gt sen2 synth` say, and when does it refuse?"""

from pathlib import Path

import pytest

from goldenthread.config.commands import sen2
from goldenthread.demo.synthesis.commands import main


def test_it_writes_three_files_and_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutland.xml"
    assert sen2.main(["synth", "--area", "857", "--year", "2025", "--seed", "7", "-o", str(file)]) == 0
    said = capsys.readouterr().out
    for path in (file, tmp_path / "rutland.settings.csv", tmp_path / "rutland.attributes.csv"):
        assert path.stat().st_size > 0
        assert str(path) in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--area", "000"], "no totals are published for 000"),
        (["--area", "E92000001"], "no totals are published for E92000001"),
        (["--area", "935", "--year", "2024"], "only return year 2025 can be made"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "-o", str(tmp_path / "area.xml")]) == 1
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "nowhere" / "area.xml"
    assert main(["--area", "857", "-o", str(missing)]) == 1
    assert "cannot write" in capsys.readouterr().err
