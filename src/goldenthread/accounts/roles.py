"""What each kind of work allows: roles, their permissions, and how far they reach."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.audit.scope import Reach


class Permission(StrEnum):
    """What a person may do, in the words of a refusal: "Your role does not let you …"."""

    SEE_CASES = "see_children's_records"
    RECORD_ON_CASES = "record_on_children's_records"
    ALLOCATE_CASES = "allocate_children's_records"
    LOAD_RETURNS = "load_a_return"
    DECIDE_MATCHES = "decide_whether_two_records_are_one_person"
    SEE_FIGURES = "see_figures"
    REFRESH_FIGURES = "work_out_figures_again"
    DECLARE_STEPS = "declare_that_a_process_has_changed"
    KEEP_WATCH = "keep_watch_on_a_measure"
    TEND_OUTBOX = "look_after_what_is_sent"
    SEE_RETENTION = "see_how_long_records_are_kept"
    PREPARE_ERASURE = "prepare_what_may_no_longer_be_kept"
    APPROVE_ERASURE = "agree_that_records_are_erased"
    SEE_FAMILY = "see_a_child's_family_and_court_orders"
    SEE_OWN_RECORD = "see_your_own_child's_record"
    SEE_HISTORY = "see_who_opened_and_changed_a_record"
    OPEN_SEALED = "open_a_sealed_record_in_an_emergency"
    GUARD_RECORDS = "seal_records_and_judge_who_opened_them"
    LOOK_AFTER_PEOPLE = "give_and_end_people's_access"
    SEE_IMPROVEMENT = "see_what_is_asked_of_the_partnership"
    KEEP_IMPROVEMENT = "keep_what_is_asked_of_the_partnership"
    KEEP_EVIDENCE = "put_evidence_beside_a_promise"
    CHECK_EVIDENCE = "check_the_evidence_of_others"
    COMMENT_ON_PROMISES = "comment_on_how_a_promise_is_kept"
    SPEAK_FOR_FORUM = "write_for_the_parent_carer_forum"
    SEE_VOICE = "see_what_families_said"
    KEEP_VOICE = "keep_what_families_said"
    SEE_GOVERNANCE = "see_the_work_of_the_boards"
    KEEP_GOVERNANCE = "keep_the_work_of_the_boards"
    CHAIR_MEETINGS = "chair_a_board"
    MAKE_PACKS = "make_a_pack"
    SEE_EVIDENCE_ROOM = "see_the_evidence_room"
    OPEN_EVIDENCE_ROOM = "open_the_evidence_room_to_someone"
    PREPARE_RELEASE = "prepare_what_the_public_will_see"
    APPROVE_RELEASE = "agree_to_what_the_public_will_see"
    TAKE_DOWN = "take_down_what_the_public_sees"
    OPERATE = "look_after_the_service"
    INVITE_PEOPLE = "invite_people_and_end_their_access"
    REVIEW_ACCESS = "review_who_still_needs_access"


class Role(StrEnum):
    COORDINATOR = "coordinator"
    TEAM_MANAGER = "team manager"
    ANALYST = "analyst"
    DIRECTOR = "director"
    SENCO = "SENCO"
    ADVICE_GIVER = "advice giver"
    GUARDIAN = "guardian of information"
    RECORDS_OFFICER = "records officer"
    ADMINISTRATOR = "administrator of people"
    PARENT = "parent or carer"
    YOUNG_PERSON = "young person"
    ORGANISATION_LEAD = "lead for an organisation"
    FORUM_MEMBER = "forum member"
    CHAIR = "independent chair"
    INSPECTOR = "adviser or inspector"
    IMPROVEMENT_LEAD = "improvement lead"
    OPERATOR = "operator of the service"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role brings."""

    reach: Reach
    permissions: frozenset[Permission]


def _grant(reach: Reach, *permissions: Permission) -> Grant:
    return Grant(reach, frozenset(permissions))


GRANTS: dict[Role, Grant] = {
    Role.COORDINATOR: _grant(
        Reach.CASELOAD,
        Permission.SEE_CASES,
        Permission.SEE_FAMILY,
        Permission.RECORD_ON_CASES,
        Permission.OPEN_SEALED,
        Permission.SEE_FIGURES,
    ),
    Role.TEAM_MANAGER: _grant(
        Reach.TEAM,
        Permission.SEE_CASES,
        Permission.SEE_FAMILY,
        Permission.RECORD_ON_CASES,
        Permission.ALLOCATE_CASES,
        Permission.OPEN_SEALED,
        Permission.SEE_HISTORY,
        Permission.INVITE_PEOPLE,
        Permission.REVIEW_ACCESS,
        Permission.SEE_FIGURES,
    ),
    Role.ANALYST: _grant(
        Reach.AREA,
        Permission.SEE_CASES,
        Permission.LOAD_RETURNS,
        Permission.DECIDE_MATCHES,
        Permission.SEE_FIGURES,
        Permission.REFRESH_FIGURES,
        Permission.CHECK_EVIDENCE,
        Permission.SEE_IMPROVEMENT,
        Permission.SEE_VOICE,
        Permission.KEEP_VOICE,
        Permission.DECLARE_STEPS,
        Permission.KEEP_WATCH,
    ),
    Role.DIRECTOR: _grant(
        Reach.NOBODY,
        Permission.SEE_FIGURES,
        Permission.SEE_IMPROVEMENT,
        Permission.COMMENT_ON_PROMISES,
        Permission.SEE_VOICE,
        Permission.SEE_GOVERNANCE,
        Permission.MAKE_PACKS,
        Permission.APPROVE_RELEASE,
        Permission.TAKE_DOWN,
        Permission.DECLARE_STEPS,
        Permission.KEEP_WATCH,
        Permission.REVIEW_ACCESS,
    ),
    Role.SENCO: _grant(Reach.ORGANISATION, Permission.SEE_CASES),
    Role.ADVICE_GIVER: _grant(Reach.ORGANISATION, Permission.SEE_CASES),
    Role.GUARDIAN: _grant(
        Reach.AREA,
        Permission.SEE_CASES,
        Permission.SEE_FAMILY,
        Permission.SEE_HISTORY,
        Permission.GUARD_RECORDS,
        Permission.DECIDE_MATCHES,
        Permission.SEE_RETENTION,
        Permission.APPROVE_ERASURE,
    ),
    Role.RECORDS_OFFICER: _grant(
        Reach.AREA,
        Permission.SEE_CASES,
        Permission.SEE_FAMILY,
        Permission.SEE_HISTORY,
        Permission.TEND_OUTBOX,
        Permission.SEE_RETENTION,
        Permission.PREPARE_ERASURE,
    ),
    Role.ADMINISTRATOR: _grant(
        Reach.NOBODY, Permission.LOOK_AFTER_PEOPLE, Permission.INVITE_PEOPLE, Permission.REVIEW_ACCESS
    ),
    Role.ORGANISATION_LEAD: _grant(Reach.ORGANISATION, Permission.INVITE_PEOPLE),
    Role.PARENT: _grant(Reach.FAMILY, Permission.SEE_OWN_RECORD),
    Role.YOUNG_PERSON: _grant(Reach.FAMILY, Permission.SEE_OWN_RECORD),
    Role.FORUM_MEMBER: _grant(
        Reach.NOBODY,
        Permission.SEE_FIGURES,
        Permission.SEE_IMPROVEMENT,
        Permission.CHECK_EVIDENCE,
        Permission.SPEAK_FOR_FORUM,
        Permission.SEE_VOICE,
        Permission.SEE_GOVERNANCE,
    ),
    Role.CHAIR: _grant(
        Reach.NOBODY,
        Permission.SEE_FIGURES,
        Permission.SEE_IMPROVEMENT,
        Permission.CHECK_EVIDENCE,
        Permission.SEE_VOICE,
        Permission.SEE_GOVERNANCE,
        Permission.CHAIR_MEETINGS,
        Permission.APPROVE_RELEASE,
    ),
    Role.INSPECTOR: _grant(Reach.NOBODY, Permission.SEE_EVIDENCE_ROOM),
    Role.IMPROVEMENT_LEAD: _grant(
        Reach.NOBODY,
        Permission.SEE_FIGURES,
        Permission.SEE_IMPROVEMENT,
        Permission.KEEP_IMPROVEMENT,
        Permission.KEEP_EVIDENCE,
        Permission.COMMENT_ON_PROMISES,
        Permission.SEE_VOICE,
        Permission.KEEP_VOICE,
        Permission.SEE_GOVERNANCE,
        Permission.KEEP_GOVERNANCE,
        Permission.MAKE_PACKS,
        Permission.SEE_EVIDENCE_ROOM,
        Permission.OPEN_EVIDENCE_ROOM,
        Permission.PREPARE_RELEASE,
        Permission.KEEP_WATCH,
    ),
    Role.OPERATOR: _grant(Reach.NOBODY, Permission.OPERATE),
}
"""Each role with its reach and permissions. The access matrix is generated from this table."""

WITHIN_ORGANISATION = frozenset(role for role, grant in GRANTS.items() if grant.reach is Reach.ORGANISATION)
"""Roles whose appointment names the setting or organisation that they reach."""

WITH_AN_END = frozenset({Role.INSPECTOR})
"""Roles that are held until a day: an appointment to one of them without that day holds never."""
