"""By when must a request to see one's own records be answered?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Kind, Parameter, Source

DUTIES = Declarations("Records")

UK_GDPR_BEGAN = date(2018, 5, 25)
_ARTICLE_12 = Source(
    Kind.STATUTE,
    "UK General Data Protection Regulation",
    "Article 12(3)",
    "https://www.legislation.gov.uk/eur/2016/679/article/12",
    Confirmed.SECONDARY,
)
_ICO = Source(
    Kind.GUIDANCE,
    "Information Commissioner's Office, right of access",
    "what should we consider when responding to a request?",
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/",
    Confirmed.READ,
)
_RECEIVED = "the day the request was received"

TIME_TO_ANSWER_SUBJECT_ACCESS = fixed(
    "time to answer a subject access request",
    Limit(1, Unit.MONTHS, Counting.MONTH_TO_NEXT_WORKING_DAY, "we got your request"),
    _ARTICLE_12,
    UK_GDPR_BEGAN,
)
TIME_TO_ANSWER_COMPLEX_SUBJECT_ACCESS = fixed(
    "time to answer a complex subject access request",
    Limit(3, Unit.MONTHS, Counting.MONTH_TO_NEXT_WORKING_DAY, "we got your request"),
    _ARTICLE_12,
    UK_GDPR_BEGAN,
)


def subject_access_reply_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_ANSWER_SUBJECT_ACCESS
) -> Deadline:
    """One month to the corresponding date, moved to a working day (UK GDPR Article 12(3), ICO)."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    subject_access_reply_due,
    Declaration(
        title="Answer a subject access request",
        party=Party.COUNCIL,
        must="give the person a copy of their personal data, or tell them that more time is needed and why",
        what="You should have your records from us by {day}.",
        how="That is {limit} after {event} on {start}{moved}.",
        if_not="If you do not, ask us why. You can also go to the Information Commissioner.",
        inputs={"request_received_on": _RECEIVED},
        sources=(_ICO,),
    ),
)


def complex_subject_access_reply_due(
    request_received_on: date, *, limit: Parameter[Limit] = TIME_TO_ANSWER_COMPLEX_SUBJECT_ACCESS
) -> Deadline:
    """Three months in all where the request is complex (UK GDPR Article 12(3), ICO)."""
    return deadline_after(request_received_on, limit.on(request_received_on))


DUTIES.declare(
    complex_subject_access_reply_due,
    Declaration(
        title="Answer a complex subject access request",
        party=Party.COUNCIL,
        must="give the person a copy of their personal data, having told them within the first month "
        "that two further months are needed and why",
        what="You should have your records from us by {day}, if we told you it is a big task.",
        how="That is {limit} after {event} on {start}{moved}.",
        if_not="If you do not, ask us why. You can also go to the Information Commissioner.",
        inputs={"request_received_on": _RECEIVED},
        sources=(_ICO,),
    ),
)
