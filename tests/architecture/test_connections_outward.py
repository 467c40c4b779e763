"""Which modules may speak to another computer, and whose address is it? Never one that a user typed."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "goldenthread"

SPEAKING = {
    "aiohttp",
    "boto3",
    "botocore",
    "ftplib",
    "http.client",
    "httpx",
    "imaplib",
    "paramiko",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "websockets",
    "xmlrpc",
}

ALLOWED = {
    "config/serving.py": "listens, and asks its own port whether it answers",
    "config/backup/destinations.py": "the bucket of backups that the operator names",
    "config/drills/crawl.py": "drills: the scratch server on this computer",
    "config/drills/programs.py": "drills: this computer's own ports",
    "config/drills/visitor.py": "drills: the scratch server on this computer",
    "config/drills/writers.py": "drills: the scratch server on this computer",
    "documents/scanning.py": "the virus scanner that GOLDEN_THREAD_CLAMAV names",
    "figures/open_data/updating/service.py": "the DfE's service of open data, by its fixed https address",
    "outbox/channels/smtp.py": "the mail server that GOLDEN_THREAD_MAIL names",
}
"""Modules that open connections, each with whose address it is: the operator's or a constant."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def speaks(path):
    return any(
        name in SPEAKING or name.split(".")[0] in SPEAKING - {"http", "urllib"} for name in imported(path)
    )


SPEAKERS = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if speaks(path)}


@pytest.mark.parametrize("name", sorted(SPEAKERS))
def test_a_module_that_speaks_outward_is_listed_with_whose_address_it_is(name):
    assert name in ALLOWED, "say in ALLOWED whose address it is; one that a user typed is never asked"


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_nothing_is_listed_that_speaks_to_nobody(name):
    assert name in SPEAKERS


@pytest.mark.parametrize("name", ["views", "forms", "presenters", "middleware"])
def test_nothing_that_handles_a_request_opens_a_connection(name):
    assert not [one for one in SPEAKERS if Path(one).stem == name or name in Path(one).parts]
