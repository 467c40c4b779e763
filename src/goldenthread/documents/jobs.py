"""Scanning what was brought, and collecting bytes that no row came to name."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.documents.collecting import collect_orphans
from goldenthread.documents.quarantine import scan_version
from goldenthread.documents.scanning import CannotScan

WHILE_THE_SCANNER_IS_AWAY = RetryStrategy(max_attempts=20, wait=60, retry_exceptions=[CannotScan])


@app.task(name="documents.scan", queue="documents", retry=WHILE_THE_SCANNER_IS_AWAY, pass_context=False)
def scan(version_id: int) -> None:
    scan_version(version_id, by=Scope.system("a document that was brought is checked for viruses"))


@app.periodic(cron="40 2 * * *")
@app.task(name="documents.collect_orphans", queue="documents", pass_context=False)
def collect(timestamp: int) -> None:
    """Every night: bytes whose upload was cut off."""
    collect_orphans(by=Scope.system("bytes that no document names are collected"))
