"""The README and the guides are true: what they show runs, what they quote is in the code, all is linked."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from goldenthread.ui import palette

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
SIXTY = ROOT / "tests" / "known_answers" / "sixty"
PICTURE = ROOT / "docs" / "pictures" / "thread.svg"
PACKAGE = "src/goldenthread/"
QUOTED = re.compile(r"```(?:python|yaml|jinja)\n# (\S+)\n(.*?)```", re.DOTALL)
FOLLOWED = re.compile(r"```(?:python|yaml) \w+\.\w+\n")
"""Code of a file that is not there yet: a test of its own follows such a guide to the end."""
LINES_OF_A_SCREEN = 64


def quotations():
    for guide in GUIDES:
        for number, (path, quoted) in enumerate(QUOTED.findall(guide.read_text()), start=1):
            yield pytest.param(path, quoted, id=f"{guide.stem}-{number}")


def commands_without_a_database():
    block = README.split("## Without a database\n\n```\n")[1].split("```")[0]
    return [shlex.split(line)[1:] for line in block.splitlines()]


def run(arguments, folder):
    variables = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    variables["GOLDEN_THREAD_HOME"] = str(folder / "home")
    given = {"return.xml": str(SIXTY / "sixty.xml"), "settings.csv": str(SIXTY / "settings.csv")}
    command = [
        sys.executable,
        "-m",
        "goldenthread.config.commands",
        *(given.get(one, one) for one in arguments),
    ]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True)


def test_the_readme_is_one_screen_with_a_picture():
    assert len(README.splitlines()) <= LINES_OF_A_SCREEN
    assert "](docs/pictures/thread.svg)" in README


@pytest.mark.slow
def test_the_commands_that_need_no_database_run_in_the_readmes_order_and_start_none(tmp_path):
    said = []
    for arguments in commands_without_a_database():
        done = run(arguments, tmp_path)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout)
    assert "2026-05-25" in said[0]
    assert len(list((tmp_path / "tables").glob("*.csv"))) == 12
    assert not (tmp_path / "home").exists()


def test_the_picture_speaks_and_keeps_to_our_colours():
    text = PICTURE.read_text()
    picture = ElementTree.fromstring(text)
    labels = {
        picture.find(f"{{*}}{name}").get("id"): picture.find(f"{{*}}{name}").text
        for name in ("title", "desc")
    }
    assert picture.get("role") == "img"
    assert all(labels[name].strip() for name in picture.get("aria-labelledby").split())
    colours = {value for name, value in vars(palette).items() if name.isupper()}
    assert set(re.findall(r"#[0-9a-f]{3,8}", text)) <= colours


@pytest.mark.parametrize(("path", "quoted"), list(quotations()))
def test_code_that_a_guide_quotes_is_in_that_file(path, quoted):
    assert quoted in (ROOT / path).read_text()


@pytest.mark.parametrize(
    "guide", [path for path in GUIDES if path.stem.startswith("add-")], ids=lambda p: p.stem
)
def test_a_guide_that_adds_something_quotes_code_and_names_only_files_that_are_there(guide):
    text = guide.read_text()
    assert QUOTED.search(text) or FOLLOWED.search(text)
    named = set(re.findall(r"`((?:rules|analysis|config|casework|accounts|tests|docs)/[\w/.]+\.\w+)`", text))
    assert named
    places = [(ROOT / path, ROOT / PACKAGE / path) for path in named]
    assert [inside.name for here, inside in places if not (here.exists() or inside.exists())] == []


def test_the_index_leads_to_every_page():
    docs = ROOT / "docs"
    indexes = [docs / "README.md", docs / "decisions.md"]
    links = [link for page in indexes for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text())]
    linked = {(docs / link).resolve() for link in links}
    assert set(docs.rglob("*.md")) - linked == {docs / "README.md"}


def test_the_drawing_of_the_house_has_its_areas_in_the_order_of_the_layers():
    text = (ROOT / "docs" / "guides" / "how-it-fits.md").read_text()
    house = text.split("## The house")[1].split("```")[1]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("exhaustive"))
    flat = [area.strip() for layer in layers for area in re.split(r"[|:]", layer)]
    assert re.findall(r"^ ([a-z0-9_]+) ", house, re.MULTILINE) == flat
