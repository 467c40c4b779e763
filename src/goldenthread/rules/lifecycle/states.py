"""Where a child's casework stands: six tracks that run beside each other, each in one state."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """A state of one track. The value says it in words that finish "At this point ..."."""

    # whose child it is
    RESPONSIBLE = "the authority is responsible for the child or young person"
    MOVED = "the family has moved to another authority's area"
    DIED = "the child or young person has died"
    # the assessment or re-assessment
    NOT_ASKED = "no request is open"
    CONSIDERING = "a request is being considered and the family has not yet been asked for its views"
    CONSULTED = "a request is being considered and the family has been asked for its views"
    NOT_ASSESSED = "the authority has decided not to assess"
    ASSESSING = "an assessment is under way"
    NO_PLAN_DECIDED = "the authority has decided not to issue a plan"
    PLAN_AGREED = "the authority has decided to issue a plan"
    DRAFT = "a draft plan has been served"
    CONSIDERING_AGAIN = "a request for a re-assessment is being considered"
    NOT_REASSESSED = "the authority has decided not to re-assess"
    REASSESSING = "a re-assessment is under way"
    REDRAFT = "a draft plan has been served after a re-assessment"
    # the plan
    NO_PLAN = "there is no plan"
    IN_FORCE = "a plan is in force"
    KEPT = "the plan is kept while the person is detained"
    TRANSFERRED = "the plan has been transferred to another authority"
    CEASED = "the plan has ceased"
    # the review
    NO_REVIEW = "no review is under way"
    REVIEW_CALLED = "a review meeting has been called"
    REVIEW_MET = "a review meeting has been held and is not decided"
    # amendments
    NO_AMENDMENT = "no change to the plan is proposed"
    AMENDING = "the authority has decided to amend the plan"
    AMENDMENT_PROPOSED = "notice of proposed changes to the plan has been served"
    # ceasing
    NOT_CEASING = "ceasing the plan is not proposed"
    CEASING_PROPOSED = "the authority is consulting about ceasing the plan"
    CEASING_DECIDED = "the authority has decided to cease the plan and must keep it meanwhile"


class Track(Enum):
    """One thread of casework: its name, and its states, of which the first is where it begins."""

    RESPONSIBILITY = ("Responsibility", (State.RESPONSIBLE, State.MOVED, State.DIED))
    ASSESSMENT = (
        "Assessment",
        (
            State.NOT_ASKED,
            State.CONSIDERING,
            State.CONSULTED,
            State.NOT_ASSESSED,
            State.ASSESSING,
            State.NO_PLAN_DECIDED,
            State.PLAN_AGREED,
            State.DRAFT,
            State.CONSIDERING_AGAIN,
            State.NOT_REASSESSED,
            State.REASSESSING,
            State.REDRAFT,
        ),
    )
    PLAN = ("Plan", (State.NO_PLAN, State.IN_FORCE, State.KEPT, State.TRANSFERRED, State.CEASED))
    REVIEW = ("Review", (State.NO_REVIEW, State.REVIEW_CALLED, State.REVIEW_MET))
    AMENDMENT = ("Amendment", (State.NO_AMENDMENT, State.AMENDING, State.AMENDMENT_PROPOSED))
    CEASING = ("Ceasing", (State.NOT_CEASING, State.CEASING_PROPOSED, State.CEASING_DECIDED))

    def __init__(self, title: str, states: tuple[State, ...]) -> None:
        self.title = title
        self.states = states


Position = dict[Track, State]
"""The state of every track at one moment."""


def start() -> Position:
    """Where every child's casework begins."""
    return {track: track.states[0] for track in Track}
