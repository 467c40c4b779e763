"""What a letter can carry, and the words by which its text shows that it does."""

from __future__ import annotations

import re
from enum import Enum


class Recipient(Enum):
    """To whom a notice goes."""

    FAMILY = "the parent or young person"
    HEALTH_COMMISSIONER = "the responsible health commissioner"
    SOCIAL_CARE = "the authority's social care officers"
    HEAD_OR_PROVIDER = "the head or principal, or the early years provider"
    NAMED_SETTING = "the school, college or early years provider named in the plan"
    CONSULTED_SETTING = "the school or college consulted"
    MAINTAINING_AUTHORITY = "the authority that maintains the school, if it is another"
    SEND_OFFICER = "the authority's SEN officer"
    HEALTH_PROFESSIONAL = "a health professional"
    EVERYONE_INVITED = "everyone invited to the meeting"
    THOSE_TOLD = "everyone else who was told of the request"


def _all(*patterns: str) -> str:
    """A pattern that needs all of these, in any order."""
    return "^" + "".join(f"(?=.*{pattern})" for pattern in patterns)


class Element(Enum):
    """One thing that a letter carries: what it is in words, and a pattern that its text then matches.

    A pattern is a floor, not proof: it finds a letter that forgot, and cannot judge one that explains badly.
    Enclosures (a plan, a report) have no pattern.
    """

    CONSIDERING = ("that the authority is considering an assessment", r"consider")
    GIVE_VIEWS = ("the right to give views, in writing or by speaking", r"\bviews?\b")
    SEND_EVIDENCE = ("the right to send evidence", r"\bevidence\b")
    DECISION = ("what the authority has decided", r"\bdecided\b|\bdecision\b")
    REASONS = ("the reasons", r"\breasons?\b|\bbecause\b")
    APPEAL = ("the right to appeal to the tribunal", _all(r"\bappeal", r"\btribunal\b"))
    APPEAL_B_F_I = (
        "that the appeal may be about Sections B, F and I, or that no school or college is named",
        r"\bsections?\s+B\b",
    )
    TIME_LIMITS = (
        "the time limits for an appeal: two months from the notice, or one month from the certificate",
        _all(r"\b(two|2) months\b", r"\b(one|1|a) month\b"),
    )
    MEDIATION = ("the right to mediation", r"\bmediation\b")
    CERTIFICATE = ("that an appeal needs a mediation certificate, and when it does not", r"\bcertificate\b")
    MEDIATION_ADVISER = (
        "how to reach the mediation adviser",
        r"\bmediation advis[eo]r\b|\bmediation information\b",
    )
    MEDIATION_TIME = (
        "that the mediation adviser must be reached within two months",
        r"\b(two|2) months\b",
    )
    TELL_AUTHORITY = (
        "that the family tells the authority if it wants mediation, about what, and what health provision it "
        "seeks",
        r"\btell\b|\blet us know\b|\binform\b",
    )
    CONTACT = ("whom at the authority to contact", r"\bcontact\b|\btelephone\b|\bcall\b|@")
    DISAGREEMENT_RESOLUTION = ("the disagreement resolution service", r"\bdisagreement resolution\b")
    ADVICE_AND_SUPPORT = (
        "the information, advice and support service",
        r"\binformation,? advice and support\b|\bSENDIASS\b|\bIASS\b",
    )
    RECOMMENDATIONS = (
        "that the tribunal may make recommendations on health and social care",
        r"\brecommend",
    )
    TIMETABLE = ("what happens next, and when", None)
    ADVISERS = ("who will be asked for advice", r"\badvice\b")
    ASK_FOR_ADVISERS = ("the right to ask that others give advice too", r"\badvice\b")
    PLAN = ("the plan", None)
    DRAFT_PLAN = ("the draft plan", None)
    APPENDICES = ("the advice, as Section K", None)
    WINDOW = ("the last day for views, at least 15 days from service", r"\bby\b|\buntil\b")
    ASK_FOR_SETTING = ("the right to ask for a school or college", r"\bschool\b|\bcollege\b")
    MEETING = ("the right to a meeting with an officer", r"\bmeet")
    SCHOOL_INFORMATION = (
        "where to find information about schools and colleges",
        _all(r"\binformation\b", r"\b(schools?|colleges?)\b"),
    )
    PERSONAL_BUDGET = ("information about personal budgets", r"\bpersonal budgets?\b")
    TESTS = ("the tests in law for naming the school or college", _all(r"\bsuitable\b", r"\befficient\b"))
    REPLY_DATE = ("the day by which to reply", r"\bby\b")
    MEETING_DATE = ("the day of the meeting", r"\bmeeting\b")
    PAPERS = ("the advice and papers for the meeting", None)
    REVIEW_RECOMMENDATIONS = ("what the meeting recommends", r"\brecommend")
    DISAGREEMENTS = ("where those at the meeting disagreed", r"\bdisagree")
    CHANGES = ("the exact changes proposed", None)
    EVIDENCE = ("the evidence for the changes", None)
    ASKS_ABOUT_CEASING = ("that ceasing is considered, and a request for views on it", r"\bviews?\b")
    HELD = (
        "that the plan is kept while an appeal may be brought or is open",
        r"\bkeep\b|\bkept\b|\bmaintain",
    )
    TRANSFERRED = ("that the plan was transferred", r"\btransferred\b")
    WILL_ASSESS = ("whether the authority will assess", r"\bassess")
    REVIEW_DATE = ("when the plan will be reviewed", r"\breview")
    LATE_REASON = ("why the time limit is not met", r"\breasons?\b|\bbecause\b")
    LATE_EVIDENCE = ("the evidence for that", r"\bevidence\b")
    NEW_DATE = ("the new day aimed at", r"\bby\b")

    def __init__(self, words: str, pattern: str | None) -> None:
        self.words = words
        self.pattern = None if pattern is None else re.compile(pattern, re.IGNORECASE)

    def is_shown_by(self, text: str) -> bool:
        """Whether the text shows this element, wherever its lines break; always so for an enclosure."""
        return self.pattern is None or self.pattern.search(" ".join(text.split())) is not None
