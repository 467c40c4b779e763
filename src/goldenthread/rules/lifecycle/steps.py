"""What can happen in a child's casework, in the law's own verbs, and who does each thing."""

from __future__ import annotations

from enum import Enum


class Party(Enum):
    """Who does a step. Only what the authority does can be refused before it is issued."""

    AUTHORITY = "the local authority"
    FAMILY = "the parent or young person"
    REQUESTER = "the parent, the young person, or the school or college"
    ADVISER = "the adviser"
    SETTING = "the school or college"
    MEDIATION_ADVISER = "the mediation adviser"
    TRIBUNAL = "the tribunal"
    NOBODY = "nobody: it happens"


class Adviser(Enum):
    """Whom the authority must ask for advice and information: regulation 6(1)."""

    FAMILY = "family"
    EDUCATION = "education"
    HEALTH = "health"
    PSYCHOLOGIST = "psychologist"
    SOCIAL_CARE = "social_care"
    OTHER = "other"
    ADULTHOOD = "adulthood"
    ASKED_FOR_BY_FAMILY = "asked_for_by_family"


class Step(Enum):
    """One thing that can happen. The value is the code that a journal stores."""

    # asking, and deciding whether to assess
    REQUEST_RECEIVED = "request_received"
    BECAME_RESPONSIBLE = "became_responsible"
    FAMILY_CONSULTED = "family_consulted"
    REQUEST_WITHDRAWN = "request_withdrawn"
    DECIDED_TO_ASSESS = "decided_to_assess"
    DECIDED_NOT_TO_ASSESS = "decided_not_to_assess"
    DECISION_NOTIFIED = "decision_notified"
    # the assessment
    ADVICE_SOUGHT = "advice_sought"
    ADVICE_RECEIVED = "advice_received"
    ADVICE_REUSED = "advice_reused"
    DECIDED_TO_ISSUE = "decided_to_issue"
    DECIDED_NOT_TO_ISSUE = "decided_not_to_issue"
    # the plan
    DRAFT_SENT = "draft_sent"
    REPRESENTATIONS_RECEIVED = "representations_received"
    SETTING_CONSULTED = "setting_consulted"
    SETTING_REPLIED = "setting_replied"
    FINAL_PLAN_SENT = "final_plan_sent"
    # the annual review and amendments
    REVIEW_CALLED = "review_called"
    REVIEW_MEETING_HELD = "review_meeting_held"
    REVIEW_REPORT_SENT = "review_report_sent"
    DECIDED_TO_MAINTAIN = "decided_to_maintain"
    DECIDED_TO_AMEND = "decided_to_amend"
    AMENDMENT_NOTICE_SENT = "amendment_notice_sent"
    DECIDED_NOT_TO_AMEND = "decided_not_to_amend"
    AMENDED_PLAN_SENT = "amended_plan_sent"
    # re-assessment
    REASSESSMENT_REQUESTED = "reassessment_requested"
    DECIDED_TO_REASSESS = "decided_to_reassess"
    DECIDED_NOT_TO_REASSESS = "decided_not_to_reassess"
    DECIDED_NOT_TO_REPLACE = "decided_not_to_replace"
    # ceasing
    CEASING_PROPOSED = "ceasing_proposed"
    CEASING_DROPPED = "ceasing_dropped"
    DECIDED_TO_CEASE = "decided_to_cease"
    PLAN_CEASED = "plan_ceased"
    # moves, custody, death
    MOVED_AWAY = "moved_away"
    PLAN_TRANSFERRED = "plan_transferred"
    PLAN_RECEIVED = "plan_received"
    TOLD_OF_TRANSFER = "told_of_transfer"
    DETAINED = "detained"
    RELEASED = "released"
    PERSON_DIED = "person_died"
    # mediation and appeals
    MEDIATION_ASKED_FOR = "mediation_asked_for"
    MEDIATION_CERTIFICATE_ISSUED = "mediation_certificate_issued"
    APPEAL_LODGED = "appeal_lodged"
    APPEAL_WITHDRAWN = "appeal_withdrawn"
    APPEAL_CONCEDED = "appeal_conceded"
    APPEAL_DISMISSED = "appeal_dismissed"
    APPEAL_ALLOWED = "appeal_allowed"
    ORDERED_PLAN_SENT = "ordered_plan_sent"

    @property
    def by(self) -> Party:
        """Who does this."""
        return _DONE[self][0]

    @property
    def done(self) -> str:
        """What happened, as a clause without its day: "the authority sent the draft plan"."""
        return _DONE[self][1]

    @property
    def is_issued(self) -> bool:
        """Whether the authority does it and the law can stand against it, so that it is asked about first."""
        return self.by is Party.AUTHORITY and self is not Step.APPEAL_CONCEDED


_DONE: dict[Step, tuple[Party, str]] = {
    Step.REQUEST_RECEIVED: (Party.REQUESTER, "a request for an assessment was received"),
    Step.BECAME_RESPONSIBLE: (
        Party.NOBODY,
        "the child or young person was brought to the authority's notice and it became responsible",
    ),
    Step.FAMILY_CONSULTED: (
        Party.AUTHORITY,
        "the authority told the family that it was considering an assessment and asked for their views",
    ),
    Step.REQUEST_WITHDRAWN: (Party.FAMILY, "the request was withdrawn"),
    Step.DECIDED_TO_ASSESS: (Party.AUTHORITY, "the authority decided to assess"),
    Step.DECIDED_NOT_TO_ASSESS: (Party.AUTHORITY, "the authority decided not to assess"),
    Step.DECISION_NOTIFIED: (Party.AUTHORITY, "the authority told the family of its decision in writing"),
    Step.ADVICE_SOUGHT: (Party.AUTHORITY, "the authority asked for advice"),
    Step.ADVICE_RECEIVED: (Party.ADVISER, "advice was received"),
    Step.ADVICE_REUSED: (
        Party.AUTHORITY,
        "the authority, the adviser and the family agreed that earlier advice is enough",
    ),
    Step.DECIDED_TO_ISSUE: (Party.AUTHORITY, "the authority decided to issue a plan"),
    Step.DECIDED_NOT_TO_ISSUE: (Party.AUTHORITY, "the authority decided not to issue a plan"),
    Step.DRAFT_SENT: (Party.AUTHORITY, "the authority served the draft plan"),
    Step.REPRESENTATIONS_RECEIVED: (Party.FAMILY, "the family made representations"),
    Step.SETTING_CONSULTED: (Party.AUTHORITY, "the authority consulted a school or college"),
    Step.SETTING_REPLIED: (Party.SETTING, "the school or college replied to the consultation"),
    Step.FINAL_PLAN_SENT: (Party.AUTHORITY, "the authority sent the final plan"),
    Step.REVIEW_CALLED: (Party.AUTHORITY, "notice of the review meeting was given"),
    Step.REVIEW_MEETING_HELD: (Party.AUTHORITY, "the review meeting was held"),
    Step.REVIEW_REPORT_SENT: (Party.AUTHORITY, "the report of the review meeting was sent"),
    Step.DECIDED_TO_MAINTAIN: (Party.AUTHORITY, "the authority decided to keep the plan as it is"),
    Step.DECIDED_TO_AMEND: (Party.AUTHORITY, "the authority decided to amend the plan"),
    Step.AMENDMENT_NOTICE_SENT: (Party.AUTHORITY, "the authority served notice of the changes it proposed"),
    Step.DECIDED_NOT_TO_AMEND: (Party.AUTHORITY, "the authority decided not to make the changes"),
    Step.AMENDED_PLAN_SENT: (Party.AUTHORITY, "the authority sent the amended plan"),
    Step.REASSESSMENT_REQUESTED: (Party.REQUESTER, "a request for a re-assessment was received"),
    Step.DECIDED_TO_REASSESS: (Party.AUTHORITY, "the authority decided to re-assess"),
    Step.DECIDED_NOT_TO_REASSESS: (Party.AUTHORITY, "the authority decided not to re-assess"),
    Step.DECIDED_NOT_TO_REPLACE: (
        Party.AUTHORITY,
        "the authority decided, after the re-assessment, not to amend or replace the plan",
    ),
    Step.CEASING_PROPOSED: (
        Party.AUTHORITY,
        "the authority told and consulted the family and the school or college about ceasing the plan",
    ),
    Step.CEASING_DROPPED: (Party.AUTHORITY, "the authority decided not to cease the plan"),
    Step.DECIDED_TO_CEASE: (Party.AUTHORITY, "the authority decided to cease the plan"),
    Step.PLAN_CEASED: (Party.AUTHORITY, "the authority ceased to maintain the plan"),
    Step.MOVED_AWAY: (Party.NOBODY, "the family moved to another authority's area"),
    Step.PLAN_TRANSFERRED: (Party.AUTHORITY, "the authority transferred the plan to the new authority"),
    Step.PLAN_RECEIVED: (Party.NOBODY, "the plan was transferred to this authority"),
    Step.TOLD_OF_TRANSFER: (
        Party.AUTHORITY,
        "the authority told the family that the plan was transferred, whether it will assess "
        "and when it will review",
    ),
    Step.DETAINED: (Party.NOBODY, "the person was detained in youth accommodation"),
    Step.RELEASED: (Party.NOBODY, "the person was released"),
    Step.PERSON_DIED: (Party.NOBODY, "the child or young person died"),
    Step.MEDIATION_ASKED_FOR: (Party.FAMILY, "the family asked for mediation"),
    Step.MEDIATION_CERTIFICATE_ISSUED: (
        Party.MEDIATION_ADVISER,
        "the mediation adviser or mediator issued a certificate",
    ),
    Step.APPEAL_LODGED: (Party.FAMILY, "the family appealed"),
    Step.APPEAL_WITHDRAWN: (Party.FAMILY, "the family withdrew the appeal"),
    Step.APPEAL_CONCEDED: (
        Party.AUTHORITY,
        "the authority told the tribunal that it would not oppose the appeal",
    ),
    Step.APPEAL_DISMISSED: (Party.TRIBUNAL, "the tribunal dismissed the appeal"),
    Step.APPEAL_ALLOWED: (Party.TRIBUNAL, "the tribunal allowed the appeal"),
    Step.ORDERED_PLAN_SENT: (
        Party.AUTHORITY,
        "the authority sent the plan as the tribunal ordered or as it had conceded",
    ),
}

NEEDS_ADVISER = frozenset({Step.ADVICE_SOUGHT, Step.ADVICE_RECEIVED, Step.ADVICE_REUSED})

NEEDS_ABOUT = frozenset(
    {
        Step.DECISION_NOTIFIED,
        Step.MEDIATION_ASKED_FOR,
        Step.MEDIATION_CERTIFICATE_ISSUED,
        Step.APPEAL_LODGED,
        Step.APPEAL_WITHDRAWN,
        Step.APPEAL_CONCEDED,
        Step.APPEAL_DISMISSED,
        Step.APPEAL_ALLOWED,
    }
)

APPEAL_ENDS = (Step.APPEAL_WITHDRAWN, Step.APPEAL_CONCEDED, Step.APPEAL_DISMISSED, Step.APPEAL_ALLOWED)

APPEALABLE = frozenset(
    {
        Step.DECIDED_NOT_TO_ASSESS,
        Step.DECIDED_NOT_TO_ISSUE,
        Step.FINAL_PLAN_SENT,
        Step.AMENDED_PLAN_SENT,
        Step.DECIDED_NOT_TO_REASSESS,
        Step.DECIDED_TO_MAINTAIN,
        Step.DECIDED_NOT_TO_AMEND,
        Step.DECIDED_NOT_TO_REPLACE,
        Step.DECIDED_TO_CEASE,
    }
)
"""What section 51(2) lets a family appeal against."""
