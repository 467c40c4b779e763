"""You said, we did, what changed."""

from goldenthread.accounts.roles import Permission
from goldenthread.audit.errors import NotFound
from goldenthread.audit.scope import Scope
from goldenthread.voice.models import Heard


def heard(scope: Scope) -> list[Heard]:
    """Everything that was heard, the newest first."""
    scope.require(Permission.SEE_VOICE)
    return list(Heard.objects.select_related("survey").order_by("-said_on", "-pk"))


def one_heard(scope: Scope, heard_id: int) -> Heard:
    """One of them. Raises `NotFound`."""
    scope.require(Permission.SEE_VOICE)
    found = Heard.objects.select_related("survey").filter(pk=heard_id).first()
    if found is None:
        raise NotFound("Nothing was heard under that number.")
    return found
