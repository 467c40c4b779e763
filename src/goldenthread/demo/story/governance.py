"""Sets up the boards of the public record with their meetings. What they decide is invented, marked so."""

import io
from datetime import date, time
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.audit.scope import Scope
from goldenthread.demo.story.said_of_us import bodies
from goldenthread.documents.actions import Brought
from goldenthread.governance.actions import agenda, boards, decisions, meetings, minutes
from goldenthread.governance.carried import Said
from goldenthread.governance.models import AgendaItem, Board, Decision, Meeting, Paper, Seat
from goldenthread.governance.queries.boards import other_boards
from goldenthread.improvement.queries.risks import open_promises, open_risks
from goldenthread.organisations.actions import add_organisation
from goldenthread.organisations.models import Organisation, OrganisationKind

STORY = Path(__file__).with_suffix(".yaml")


def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(STORY.read_text())
    return told


def is_there(by: Scope) -> bool:
    """Whether every board of the record is set up."""
    names = {row.name for row in other_boards(by)}
    return all(board["name"] in names for board in _told()["boards"])


@transaction.atomic
def set_up_boards(by: Scope) -> None:
    """Sets up every board with its seats and meetings: all of it, or nothing."""
    told = _told()
    known = _bodies(told, by)
    there: dict[str, Board] = {}
    for board in told["boards"]:
        details = boards.BoardDetails(
            kind=Board.Kind(board["kind"]),
            name=board["name"],
            purpose=board["purpose"],
            started_on=board.get("started_on"),
            reports_to=there.get(board.get("reports_to", "")),
        )
        there[board["key"]] = boards.set_up_board(details, by=by)
    improvement = there["improvement"]
    boards.agree_terms(improvement, **told["terms"], is_example=True, by=by)
    for seat in told["seats"]:
        _seat(improvement, seat, known, by)
    met = {row["day"]: _meeting(improvement, row, told, known, by) for row in told["meetings"]}
    for telling in told["told"]:
        _tell(met[telling["day"]], telling, met, known, by)
    for brought in told["brought"]:
        _bring(brought, there, by)


def _bodies(told: dict[str, Any], by: Scope) -> dict[str, Organisation]:
    known = bodies(by)
    there = {row.name: row for row in Organisation.objects.all()}
    for key, body in told["bodies"].items():
        known[key] = there.get(body["name"]) or add_organisation(
            body["name"], kind=OrganisationKind(body["kind"]), by=by
        )
    return known


def _seat(board: Board, told: dict[str, Any], known: dict[str, Organisation], by: Scope) -> None:
    body = known[told["body"]] if "body" in told else None
    details = boards.SeatDetails(Seat.Kind(told["kind"]), told["role"], told["from"], body, is_example=True)
    seat = boards.add_seat(board, details, by=by)
    if "holder" in told:
        boards.give_seat(seat, holder=told["holder"], from_on=told["from"], is_example=True, by=by)


def _meeting(
    board: Board, told: dict[str, Any], story: dict[str, Any], known: dict[str, Organisation], by: Scope
) -> Meeting:
    planned, cancelled = told.get("planned", False), told.get("cancelled", "")
    hours: dict[str, Any] = next((row for row in story["told"] if row["day"] == told["day"] and planned), {})
    details = meetings.MeetingDetails(
        on=told["day"],
        starts_at=time.fromisoformat(hours["starts_at"]) if "starts_at" in hours else None,
        ends_at=time.fromisoformat(hours["ends_at"]) if "ends_at" in hours else None,
        title=told.get("title", ""),
        with_body=known[told["with"]] if "with" in told else None,
        record_elsewhere="" if planned or cancelled else told.get("record", story["record"]),
        day_known=told.get("day_known", True),
    )
    meeting = meetings.call_meeting(board, details, by=by)
    if cancelled:
        return meetings.cancel_meeting(meeting, because=cancelled, by=by)
    return meeting if planned else meetings.hold_meeting(meeting, {}, by=by)


def _tell(
    meeting: Meeting,
    told: dict[str, Any],
    met: dict[date, Meeting],
    known: dict[str, Organisation],
    by: Scope,
) -> None:
    """What is invented of one meeting: its agenda, decisions, actions, minutes, update and paper."""
    for place, item in enumerate(told.get("agenda", ()), start=1):
        _item(meeting, place, item, by)
    for decision in told.get("decisions", ()):
        earlier = Decision.objects.filter(words=decision.get("supersedes")).first()
        details = decisions.DecisionDetails(
            decision["words"], decision["because"], supersedes=earlier, is_example=True
        )
        decisions.decide(meeting, details, by=by)
    for action in told.get("actions", ()):
        _action(meeting, action, met, known, by)
    if "paper" in told:
        _paper(meeting, told["paper"], by)
    if "update" in told:
        _update(meeting, told["update"], by)
    if "minutes" in told:
        written = minutes.write_minutes(meeting, words=told["minutes"], shared=True, is_example=True, by=by)
        if "agreed_at" in told:
            minutes.ratify_minutes(written, at=met[told["agreed_at"]], by=by)


def _item(meeting: Meeting, place: int, told: dict[str, Any], by: Scope) -> None:
    promises = {row.code: row for row in reversed(open_promises(by))}
    details = agenda.ItemDetails(
        place=place,
        title=told["title"],
        purpose=AgendaItem.Purpose(told["purpose"]),
        asked=told.get("asked", ""),
        presenter_role=told["role"],
        minutes_given=told["minutes"],
        promise=promises.get(told.get("promise", "")),
        is_example=True,
    )
    agenda.add_item(meeting, details, by=by)


def _action(
    meeting: Meeting,
    told: dict[str, Any],
    met: dict[date, Meeting],
    known: dict[str, Organisation],
    by: Scope,
) -> None:
    details = decisions.BoardActionDetails(
        told["words"], told["role"], known[told["body"]], told["due"], is_example=True
    )
    action = decisions.agree_action(meeting, details, by=by)
    for said in told.get("said", ()):
        saying = decisions.Saying(
            Said(said["kind"]), said["day"], said["because"], said.get("due"), met[said["day"]]
        )
        decisions.say_of_action(action, saying, by=by)


def _paper(meeting: Meeting, told: dict[str, Any], by: Scope) -> None:
    content = told["words"].encode()
    details = agenda.PaperDetails(
        told["title"],
        Paper.Visibility(told["visibility"]),
        item=meeting.items.filter(title=told.get("item")).first(),
        is_example=True,
    )
    agenda.add_paper(meeting, Brought(told["file"], len(content), io.BytesIO(content)), details, by=by)


def _update(meeting: Meeting, told: dict[str, Any], by: Scope) -> None:
    update = minutes.write_update(meeting, opening=told["opening"], is_example=True, by=by)
    for item in told["items"]:
        minutes.add_update_item(update, minutes.UpdateItemDetails(**item), by=by)
    minutes.publish_update(update, by=by)


def _bring(told: dict[str, Any], there: dict[str, Board], by: Scope) -> None:
    details = decisions.EscalationDetails(
        words=told["words"],
        asked=told["asked"],
        from_board=there[told["from"]],
        risk=next((row for row in open_risks(by) if row.words == told["risk"]), None),
        raised_on=told["day"],
        is_example=True,
    )
    decisions.escalate(there[told["to"]], details, by=by)
