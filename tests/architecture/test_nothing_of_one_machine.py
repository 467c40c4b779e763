"""The files speak of no machine: no one's home folder, and no host that packages come from."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READABLE = {
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".json",
    ".md",
    ".py",
    ".scss",
    ".svg",
    ".toml",
    ".txt",
    ".yaml",
    "",
}
HOME = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w|[A-Z]:\\Users\\")
HOST = re.compile(
    r"https?://[\w.:-]*(?:"
    + "|".join(["py" + "pi", "pythonhosted", "npm" + "js", "/simple/"])
    + ")|--index-url"
)


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.suffix in READABLE and path.exists()]


@pytest.mark.parametrize(
    "text",
    ["see /home/ada/notes", "open '/Users/ada'", "https://files.pythonhosted.org/x", "pip --index-url x"],
)
def test_what_is_looked_for_would_be_found(text):
    assert HOME.search(text) or HOST.search(text)


def test_no_file_names_a_home_folder_or_a_package_host():
    files = [path for path in tracked() if path != Path(__file__)]
    assert len(files) > 300
    found = []
    for path in files:
        text = path.read_text()
        found += [
            f"{path.relative_to(ROOT)}: {match[0]}" for match in (*HOME.finditer(text), *HOST.finditer(text))
        ]
    assert found == []
