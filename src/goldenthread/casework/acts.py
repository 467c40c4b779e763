"""What can be recorded on a case by hand: one form for each act, in the words of those who do it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.rules.lifecycle import NO_DETAILS, Details, Step


@dataclass(frozen=True, slots=True)
class Choice:
    """One way in which an act may have gone."""

    step: Step
    words: str
    details: Details = NO_DETAILS

    @property
    def code(self) -> str:
        """What the form sends."""
        named = {True: "_with_setting", False: "_without_setting", None: ""}
        return self.step.value + named[self.details.names_setting]


@dataclass(frozen=True, slots=True)
class Act:
    """A form: `does` names the act as a link does, `title` heads the page, `day` asks when it happened.

    One choice: that is what happened. Several: `question` asks which. `told` asks besides when the
    family was told in writing of a decision.
    """

    slug: str
    does: str
    title: str
    day: str
    called: str
    choices: tuple[Choice, ...]
    question: str = ""
    told: bool = False
    advisers: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(choice.step for choice in self.choices)


def _single(slug: str, step: Step, does: str, title: str, when: tuple[str, str], **rest: str) -> Act:
    day, called = when
    return Act(slug, does, title, day, called, (Choice(step, title),), **rest)  # type: ignore[arg-type]


SENT = ("When was it sent?", "the day it was sent")
DECIDED = ("When was it decided?", "the day it was decided")
RECEIVED = ("When was it received?", "the day it was received")

REQUEST_TO_PLAN = (
    _single(
        "receive-the-request",
        Step.REQUEST_RECEIVED,
        "Record the day the request came",
        "Record the day the request was received",
        RECEIVED,
    ),
    _single(
        "tell-the-family",
        Step.FAMILY_CONSULTED,
        "Tell the family it is being considered",
        "Record that the family was told and asked for its views",
        ("When was the family told?", "the day the family was told"),
    ),
    Act(
        "decide-whether-to-assess",
        "Decide whether to assess",
        "Record the decision whether to assess",
        *DECIDED,
        (
            Choice(Step.DECIDED_TO_ASSESS, "We will assess"),
            Choice(Step.DECIDED_NOT_TO_ASSESS, "We will not assess"),
        ),
        question="What was decided?",
        told=True,
    ),
    _single(
        "seek-advice",
        Step.ADVICE_SOUGHT,
        "Ask for advice",
        "Record that advice was asked for",
        ("When was it asked for?", "the day it was asked for"),
        advisers="Who was asked?",
    ),
    _single(
        "receive-advice",
        Step.ADVICE_RECEIVED,
        "Record advice that came",
        "Record that advice was received",
        RECEIVED,
        advisers="Whose advice was it?",
    ),
    Act(
        "decide-whether-to-issue",
        "Decide whether to issue a plan",
        "Record the decision whether to issue a plan",
        *DECIDED,
        (
            Choice(Step.DECIDED_TO_ISSUE, "We will issue a plan"),
            Choice(Step.DECIDED_NOT_TO_ISSUE, "We will not issue a plan"),
        ),
        question="What was decided?",
        told=True,
    ),
    _single(
        "send-draft-plan",
        Step.DRAFT_SENT,
        "Send the draft plan",
        "Record that the draft plan was sent",
        SENT,
    ),
    _single(
        "receive-views",
        Step.REPRESENTATIONS_RECEIVED,
        "Record the family’s views on the draft",
        "Record that the family gave its views on the draft",
        RECEIVED,
    ),
    _single(
        "consult-a-setting",
        Step.SETTING_CONSULTED,
        "Consult a school or college",
        "Record that a school or college was consulted",
        ("When was it consulted?", "the day it was consulted"),
    ),
    _single(
        "receive-a-settings-reply",
        Step.SETTING_REPLIED,
        "Record the reply of a school or college",
        "Record that a school or college replied",
        RECEIVED,
    ),
    Act(
        "send-final-plan",
        "Send the final plan",
        "Record that the final plan was sent",
        *SENT,
        (
            Choice(Step.FINAL_PLAN_SENT, "Yes", Details(names_setting=True)),
            Choice(Step.FINAL_PLAN_SENT, "No", Details(names_setting=False)),
        ),
        question="Does the plan name a school or college?",
    ),
)

REVIEWS = (
    _single(
        "call-a-review",
        Step.REVIEW_CALLED,
        "Call a review meeting",
        "Record that a review meeting was called",
        ("When was notice given?", "the day notice was given"),
    ),
    _single(
        "hold-a-review-meeting",
        Step.REVIEW_MEETING_HELD,
        "Record a review meeting",
        "Record that a review meeting was held",
        ("When was it held?", "the day it was held"),
    ),
    _single(
        "send-a-review-report",
        Step.REVIEW_REPORT_SENT,
        "Record the report of a review meeting",
        "Record that the report of the review meeting was sent",
        SENT,
    ),
    Act(
        "decide-after-review",
        "Decide: keep, amend or cease",
        "Record the decision after the review",
        *DECIDED,
        (
            Choice(Step.DECIDED_TO_MAINTAIN, "Keep the plan as it is"),
            Choice(Step.DECIDED_TO_AMEND, "Amend the plan"),
            Choice(Step.DECIDED_TO_CEASE, "Cease the plan"),
        ),
        question="What was decided?",
        told=True,
    ),
    _single(
        "give-notice-of-changes",
        Step.AMENDMENT_NOTICE_SENT,
        "Send notice of the changes to the plan",
        "Record that notice of the changes was sent",
        SENT,
    ),
    _single(
        "send-amended-plan",
        Step.AMENDED_PLAN_SENT,
        "Send the amended plan",
        "Record that the amended plan was sent",
        SENT,
    ),
)

ENDS = (
    _single(
        "withdraw-the-request",
        Step.REQUEST_WITHDRAWN,
        "Record that the request was withdrawn",
        "Record that the request was withdrawn",
        ("When was it withdrawn?", "the day it was withdrawn"),
    ),
    _single(
        "consult-about-ceasing",
        Step.CEASING_PROPOSED,
        "Consult about ceasing the plan",
        "Record that the family and the setting were consulted about ceasing the plan",
        ("When were they consulted?", "the day they were consulted"),
    ),
    _single(
        "cease-the-plan",
        Step.PLAN_CEASED,
        "Record that the plan ceased",
        "Record that the plan ceased",
        ("When did it cease?", "the day it ceased"),
    ),
    _single(
        "move-away",
        Step.MOVED_AWAY,
        "Record that the family moved to another area",
        "Record that the family moved to another area",
        ("When did they move?", "the day they moved"),
    ),
    _single(
        "record-a-death",
        Step.PERSON_DIED,
        "Record a death",
        "Record that the child or young person died",
        ("When did they die?", "the day of the death"),
    ),
)

TELL_OF_DECISION = Act(
    "tell-of-decision",
    "Tell the family of the decision",
    "Record that the family was told of the decision",
    "When was the family told in writing?",
    "the day the family was told",
    tuple(
        Choice(Step.DECISION_NOTIFIED, words, Details(about=decision))
        for decision, words in (
            (Step.DECIDED_TO_ASSESS, "We will assess"),
            (Step.DECIDED_NOT_TO_ASSESS, "We will not assess"),
            (Step.DECIDED_NOT_TO_ISSUE, "We will not issue a plan"),
            (Step.DECIDED_TO_MAINTAIN, "The plan is kept as it is"),
            (Step.DECIDED_TO_CEASE, "The plan will cease"),
        )
    ),
    question="Of which decision?",
)

GROUPS: Mapping[str, tuple[Act, ...]] = {
    "From request to plan": (*REQUEST_TO_PLAN[:3], TELL_OF_DECISION, *REQUEST_TO_PLAN[3:]),
    "Reviews and changes": REVIEWS,
    "Endings": ENDS,
}
"""Every act, as the page that lists them groups them."""


def every_act() -> Iterator[Act]:
    for acts in GROUPS.values():
        yield from acts


BY_SLUG: Mapping[str, Act] = {act.slug: act for act in every_act()}
BY_STEP: Mapping[Step, Act] = {step: act for act in every_act() for step in act.steps}
