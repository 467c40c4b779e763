"""Two people who release, for tests: what one prepares, the other approves."""

from datetime import date

import factories
from goldenthread.accounts.roles import Role
from goldenthread.publication.actions.releasing import approve_release, prepare_release
from goldenthread.publication.actions.writing import LetterDetails, keep_letter
from goldenthread.publication.models import OpenLetter
from goldenthread.publication.queries.drafting import draft


def release(lead=None, director=None, **rest):
    """Prepared by an improvement lead who looked, approved by a director who looked."""
    lead = lead or factories.scope(Role.IMPROVEMENT_LEAD)
    prepared = prepare_release(seen=draft(lead).digest, by=lead, **rest)
    return approve_release(prepared, seen=prepared.digest, by=director or factories.scope(Role.DIRECTOR))


def a_letter(by, title, *, words="Some of you wait too long.", is_ready=True, dated_on=date(2025, 1, 20)):
    """A letter to families, ready unless told otherwise."""
    details = LetterDetails(
        kind=OpenLetter.Kind.LETTER,
        title=title,
        signed="The partnership",
        dated_on=dated_on,
        words=words,
        is_ready=is_ready,
    )
    return keep_letter(details, by=by)
