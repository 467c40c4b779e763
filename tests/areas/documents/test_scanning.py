"""Where a scanner is connected, nobody reads a document before it was found clean."""

import pytest

from areas.documents import clamd, files
from areas.documents.test_documents import bring
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Scan
from goldenthread.documents.policies import check_can_read
from goldenthread.documents.quarantine import scan_version
from goldenthread.documents.scanning import CannotScan, Scanner, Verdict
from goldenthread.documents.storing import digest_of

SYSTEM = Scope.system("a test")


@pytest.fixture
def socket(tmp_path_factory):
    return tmp_path_factory.mktemp("c") / "s"


def test_bytes_arrive_at_the_scanner_whole_and_its_verdict_comes_back(socket):
    with clamd.running(socket) as server:
        scanner = Scanner(f"unix://{socket}")
        assert scanner.scan([b"a" * 200_000, b"b"]) == Verdict(clean=True)
        assert scanner.scan([b"VIRUS"]) == Verdict(clean=False, found="Eicar-Test-Signature")
    assert server.heard[0] == b"a" * 200_000 + b"b"


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\n", b"stream: ", b"\n"])
def test_an_answer_that_is_no_verdict_is_never_taken_for_clean(socket, answer):
    with clamd.running(socket, answer), pytest.raises(CannotScan):
        Scanner(f"unix://{socket}").scan([b"x"])


def test_a_scanner_that_is_away_gives_no_verdict(socket):
    with pytest.raises(CannotScan, match="does not answer"):
        Scanner(f"unix://{socket}").scan([b"x"])


@pytest.mark.django_db
def test_a_document_is_closed_until_it_was_found_clean(settings, storage, socket):
    settings.CLAMAV = f"unix://{socket}"
    version = bring()
    with pytest.raises(NotPossibleNow, match="waits to be checked"):
        check_can_read(version)
    with pytest.raises(CannotScan):
        scan_version(version.pk, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="waits to be checked"):
        check_can_read(version)
    with clamd.running(socket):
        assert scan_version(version.pk, by=SYSTEM).verdict == Scan.Verdict.CLEAN
    check_can_read(version)


@pytest.mark.django_db
def test_a_document_with_a_virus_stays_closed_and_its_bytes_go(
    settings, storage, socket, django_capture_on_commit_callbacks
):
    settings.CLAMAV = f"unix://{socket}"
    version = bring(files.PDF + b"% VIRUS")
    with clamd.running(socket), django_capture_on_commit_callbacks(execute=True):
        scan_version(version.pk, by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="virus was found"):
        check_can_read(version)
    assert digest_of(version.stored_as) is None
