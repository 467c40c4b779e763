"""By when must each step of mediation happen, and what was agreed be done?"""

from __future__ import annotations

from datetime import date

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline, Limit, Unit, deadline_after, fixed
from goldenthread.rules.duties import Declaration, Declarations, Party
from goldenthread.rules.law import Confirmed, Parameter
from goldenthread.rules.sources import send_regulation

DUTIES = Declarations("Mediation")

_THREE_WORKING_DAYS = Unit.WORKING_DAYS, Counting.WITHIN_WORKING_DAYS
_ASK_ADVISER = "If it has not come by then, ask for it. You need it if you want to appeal."
_ASK_US = "If you have not heard by then, ask us why. You can also complain."
_CERTIFICATE = "Your mediation certificate should come by {day}."

TIME_TO_CONTACT_MEDIATION_ADVISER = fixed(
    "time to contact a mediation adviser",
    Limit(2, Unit.MONTHS, Counting.CORRESPONDING_DATE, "we sent the decision"),
    send_regulation("33", Confirmed.READ),
)
TIME_TO_CERTIFY_NO_MEDIATION = fixed(
    "time to certify that there will be no mediation",
    Limit(3, *_THREE_WORKING_DAYS, "you said no to mediation"),
    send_regulation("34", Confirmed.SECONDARY),
)
TIME_TO_PASS_ON_HEALTH_ISSUES = fixed(
    "time to tell commissioning bodies of health issues for mediation",
    Limit(3, *_THREE_WORKING_DAYS, "you told us"),
    send_regulation("35", Confirmed.SECONDARY),
)
TIME_TO_ARRANGE_MEDIATION = fixed(
    "time to arrange mediation",
    Limit(30, Unit.DAYS, Counting.WITHIN, "you told us"),
    send_regulation("36", Confirmed.SECONDARY),
)
TIME_TO_ARRANGE_HEALTH_MEDIATION = fixed(
    "time to arrange mediation about health provision only",
    Limit(30, Unit.DAYS, Counting.WITHIN, "we told it"),
    send_regulation("37", Confirmed.SECONDARY),
)
TIME_TO_CERTIFY_MEDIATION_NOT_ARRANGED = fixed(
    "time to certify that mediation could not be arranged in 30 days",
    Limit(3, *_THREE_WORKING_DAYS, "we told the adviser"),
    send_regulation("36 and 39", Confirmed.SECONDARY),
)
TIME_TO_CERTIFY_MEDIATION = fixed(
    "time to certify that mediation has ended",
    Limit(3, *_THREE_WORKING_DAYS, "it ended"),
    send_regulation("39", Confirmed.SECONDARY),
)
TIME_TO_CARRY_OUT_OTHER_AGREEMENT = fixed(
    "time to carry out a mediation agreement that could not have been appealed",
    Limit(2, Unit.WEEKS, Counting.WITHIN, "the day of the deal"),
    send_regulation("42(3)", Confirmed.READ),
)
TIME_TO_TELL_COUNCIL_OF_HEALTH_AGREEMENT = fixed(
    "time for the commissioning body to tell the authority of a health agreement",
    Limit(1, Unit.WEEKS, Counting.WITHIN, "the day of the deal"),
    send_regulation("42(4)", Confirmed.READ),
)


def mediation_adviser_contact_due(
    decision_sent_on: date, *, limit: Parameter[Limit] = TIME_TO_CONTACT_MEDIATION_ADVISER
) -> Deadline:
    """Within two months after the notice was sent (regulation 33); not moved, whatever the day."""
    return deadline_after(decision_sent_on, limit.on(decision_sent_on))


DUTIES.declare(
    mediation_adviser_contact_due,
    Declaration(
        title="Contact a mediation adviser",
        party=Party.FAMILY,
        must="contact a mediation adviser before an appeal, unless it is only about Section I",
        what="If you may want to appeal, call a mediation adviser by {day}.",
        if_not="If you miss this day, ask the tribunal. It may let you appeal late.",
        inputs={"decision_sent_on": "the day the written notice of the decision was sent"},
    ),
)


def certificate_without_mediation_due(
    told_adviser_on: date, *, limit: Parameter[Limit] = TIME_TO_CERTIFY_NO_MEDIATION
) -> Deadline:
    """Within three working days of being told (regulation 34)."""
    return deadline_after(told_adviser_on, limit.on(told_adviser_on))


DUTIES.declare(
    certificate_without_mediation_due,
    Declaration(
        title="Certify that the family will not mediate",
        party=Party.ADVISER,
        must="issue the certificate to the family that will not pursue mediation",
        what=_CERTIFICATE,
        if_not=_ASK_ADVISER,
        inputs={"told_adviser_on": "the day the family told the adviser that it will not mediate"},
    ),
)


def health_issues_passed_on_due(
    told_of_issues_on: date, *, limit: Parameter[Limit] = TIME_TO_PASS_ON_HEALTH_ISSUES
) -> Deadline:
    """Within three working days of being told (regulation 35)."""
    return deadline_after(told_of_issues_on, limit.on(told_of_issues_on))


DUTIES.declare(
    health_issues_passed_on_due,
    Declaration(
        title="Tell health bodies of the issues for mediation",
        party=Party.COUNCIL,
        must="notify each relevant commissioning body of the mediation issues about health provision",
        what="We must tell the health body what you want to talk about by {day}.",
        if_not=_ASK_US,
        inputs={"told_of_issues_on": "the day the family told the council of the health issues"},
    ),
)


def mediation_arranged_due(
    family_told_council_on: date, *, limit: Parameter[Limit] = TIME_TO_ARRANGE_MEDIATION
) -> Deadline:
    """Within 30 calendar days of the family telling the council (regulation 36)."""
    return deadline_after(family_told_council_on, limit.on(family_told_council_on))


DUTIES.declare(
    mediation_arranged_due,
    Declaration(
        title="Arrange mediation",
        party=Party.COUNCIL,
        must="arrange the mediation and take part in it",
        what="We must set up a meeting with a mediator by {day}.",
        if_not="If we cannot, we must tell the adviser. You will then get a certificate.",
        inputs={"family_told_council_on": "the day the family told the council that it wishes to mediate"},
    ),
)


def health_mediation_arranged_due(
    council_told_commissioner_on: date, *, limit: Parameter[Limit] = TIME_TO_ARRANGE_HEALTH_MEDIATION
) -> Deadline:
    """Within 30 calendar days of the council telling the commissioning body (regulation 37)."""
    return deadline_after(council_told_commissioner_on, limit.on(council_told_commissioner_on))


DUTIES.declare(
    health_mediation_arranged_due,
    Declaration(
        title="Arrange mediation about health provision only",
        party=Party.COMMISSIONER,
        must="arrange the mediation about health provision and take part in it",
        what="The health body must set up a meeting with a mediator by {day}.",
        if_not="If it has not, tell us. You can tell the adviser too.",
        inputs={"council_told_commissioner_on": "the day the council told the commissioning body"},
    ),
)


def certificate_mediation_not_arranged_due(
    council_told_adviser_on: date, *, limit: Parameter[Limit] = TIME_TO_CERTIFY_MEDIATION_NOT_ARRANGED
) -> Deadline:
    """Within three working days of being told (regulations 36 and 39)."""
    return deadline_after(council_told_adviser_on, limit.on(council_told_adviser_on))


DUTIES.declare(
    certificate_mediation_not_arranged_due,
    Declaration(
        title="Certify that mediation could not be arranged in time",
        party=Party.ADVISER,
        must="issue the certificate when told that mediation cannot be arranged within 30 days",
        what=_CERTIFICATE,
        if_not=_ASK_ADVISER,
        inputs={"council_told_adviser_on": "the day the council told the adviser"},
    ),
)


def certificate_after_mediation_due(
    mediation_ended_on: date, *, limit: Parameter[Limit] = TIME_TO_CERTIFY_MEDIATION
) -> Deadline:
    """Within three working days of the end of mediation (regulation 39)."""
    return deadline_after(mediation_ended_on, limit.on(mediation_ended_on))


DUTIES.declare(
    certificate_after_mediation_due,
    Declaration(
        title="Certify that mediation has ended",
        party=Party.ADVISER,
        must="issue the certificate when mediation has concluded",
        what=_CERTIFICATE,
        if_not=_ASK_ADVISER,
        inputs={"mediation_ended_on": "the day mediation ended"},
    ),
)


def mediation_agreement_due(
    agreement_dated_on: date, *, limit: Parameter[Limit] = TIME_TO_CARRY_OUT_OTHER_AGREEMENT
) -> Deadline:
    """Within two weeks of the agreement (regulation 42(3)); other times may be agreed (42(5))."""
    return deadline_after(agreement_dated_on, limit.on(agreement_dated_on))


DUTIES.declare(
    mediation_agreement_due,
    Declaration(
        title="Carry out a mediation agreement that could not have been appealed",
        party=Party.COUNCIL,
        must="do what was agreed, unless the parties agree another time in writing",
        what="What we agreed must be done by {day}.",
        if_not="If it has not been done, ask us why. You can also agree a new day in writing.",
        inputs={"agreement_dated_on": "the date of the mediation agreement"},
    ),
)


def health_agreement_notified_due(
    agreement_dated_on: date, *, limit: Parameter[Limit] = TIME_TO_TELL_COUNCIL_OF_HEALTH_AGREEMENT
) -> Deadline:
    """Within one week of the agreement (regulation 42(4))."""
    return deadline_after(agreement_dated_on, limit.on(agreement_dated_on))


DUTIES.declare(
    health_agreement_notified_due,
    Declaration(
        title="Tell the council of an agreement about health provision",
        party=Party.COMMISSIONER,
        must="notify the local authority of the mediation agreement",
        what="The health body must tell us what you agreed by {day}.",
        if_not="If it has not, tell us.",
        inputs={"agreement_dated_on": "the date of the mediation agreement"},
    ),
)
