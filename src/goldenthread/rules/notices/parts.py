"""What several notices have in common: the people of regulation 4(2), and the notice of rights."""

from __future__ import annotations

from goldenthread.rules.law import Confirmed, Kind, Source
from goldenthread.rules.notices.elements import Element, Recipient
from goldenthread.rules.notices.notice import Carries, GoesTo
from goldenthread.rules.plan_content.sections import RECOMMENDATIONS
from goldenthread.rules.sources import send_regulation

GOOD_PRACTICE = Source(
    Kind.LOCAL_POLICY,
    "Good practice",
    "no instrument asks for it",
    "",
    Confirmed.INTERPRETATION,
)

_MEDIATION_INFORMATION = send_regulation("32", Confirmed.READ)


def to(source: Source, *recipients: Recipient) -> tuple[GoesTo, ...]:
    """These recipients, on one authority."""
    return tuple(GoesTo(recipient, source) for recipient in recipients)


def carrying(source: Source, *elements: Element) -> tuple[Carries, ...]:
    """These elements, on one authority."""
    return tuple(Carries(element, source) for element in elements)


def notice_of_rights(source: Source, *, recommendations: bool = True) -> tuple[Carries, ...]:
    """Appeal and its limits, mediation (regulation 32), disagreement resolution, and advice.

    Every appealable notice but the refusal to assess also says that the tribunal may make recommendations.
    """
    rights = (
        *carrying(source, Element.APPEAL, Element.TIME_LIMITS),
        *carrying(
            _MEDIATION_INFORMATION,
            Element.MEDIATION,
            Element.CERTIFICATE,
            Element.MEDIATION_ADVISER,
            Element.MEDIATION_TIME,
            Element.TELL_AUTHORITY,
            Element.CONTACT,
        ),
        *carrying(source, Element.DISAGREEMENT_RESOLUTION, Element.ADVICE_AND_SUPPORT),
    )
    return (*rights, Carries(Element.RECOMMENDATIONS, RECOMMENDATIONS)) if recommendations else rights


TOLD_OF_REQUEST = to(
    send_regulation("4(2)", Confirmed.UNCONFIRMED),
    Recipient.HEALTH_COMMISSIONER,
    Recipient.SOCIAL_CARE,
    Recipient.HEAD_OR_PROVIDER,
)
