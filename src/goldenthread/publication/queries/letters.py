"""Open letters, updates and easy words, drafts among them: for those who prepare releases."""

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.publication.models import EasyText, OpenLetter


def open_letters(scope: Scope) -> list[OpenLetter]:
    """Every letter and update, newest first."""
    scope.require(Permission.PREPARE_RELEASE)
    return list(OpenLetter.objects.order_by("-dated_on", "-pk"))


def open_letter(scope: Scope, letter_id: int) -> OpenLetter:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.PREPARE_RELEASE)
    found = OpenLetter.objects.filter(pk=letter_id).first()
    if found is None:
        raise NotFound("There is no such letter.")
    return found


def easy_texts(scope: Scope) -> dict[str, EasyText]:
    """The easy words that people wrote, by the key of the part; texts that were taken back are not there."""
    scope.require(Permission.PREPARE_RELEASE)
    newest = EasyText.objects.order_by("key", "-pk").distinct("key")
    return {row.key: row for row in newest if row.words}
