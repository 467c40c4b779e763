from django.urls import include, path

from goldenthread.governance.views import agenda, boards, decisions, meetings, minutes, seats

BOARD = [
    path("<int:board_id>/", boards.board, name="board"),
    path("<int:board_id>/change/", boards.change_board, name="change-board"),
    path("<int:board_id>/end/", boards.end_board, name="end-board"),
    path("<int:board_id>/terms/", boards.terms, name="board-terms"),
    path("<int:board_id>/terms/new/", boards.agree_terms, name="agree-terms"),
    path("<int:board_id>/seats/", seats.board_seats, name="board-seats"),
    path("<int:board_id>/seats/add/", seats.add_seat, name="add-seat"),
    path("<int:board_id>/meetings/", meetings.board_meetings, name="board-meetings"),
    path("<int:board_id>/meetings.ics", meetings.board_calendar, name="board-calendar"),
    path("<int:board_id>/meetings/call/", meetings.call_meeting, name="call-meeting"),
    path("<int:board_id>/decisions/", decisions.board_decisions, name="board-decisions"),
    path("<int:board_id>/actions/", decisions.board_actions, name="board-actions"),
    path("<int:board_id>/brought/", decisions.escalations, name="escalations"),
    path("<int:board_id>/brought/add/", decisions.escalate, name="escalate"),
]
MEETING = [
    path("meetings/<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("meetings/<int:meeting_id>/move/", meetings.move_meeting, name="move-meeting"),
    path("meetings/<int:meeting_id>/cancel/", meetings.cancel_meeting, name="cancel-meeting"),
    path("meetings/<int:meeting_id>/who-came/", meetings.hold_meeting, name="hold-meeting"),
    path("meetings/<int:meeting_id>/interest/", meetings.declare_conflict, name="declare-conflict"),
    path("meetings/<int:meeting_id>/agenda/add/", agenda.add_item, name="add-item"),
    path("meetings/<int:meeting_id>/papers/add/", agenda.add_paper, name="add-paper"),
    path("meetings/<int:meeting_id>/decide/", decisions.decide, name="decide"),
    path("meetings/<int:meeting_id>/action/", decisions.agree_action, name="agree-action"),
    path("meetings/<int:meeting_id>/minutes/write/", minutes.write_minutes, name="write-minutes"),
    path("meetings/<int:meeting_id>/minutes/agreed/", minutes.ratify_minutes, name="ratify-minutes"),
    path("meetings/<int:meeting_id>/minutes/<int:number>/", minutes.minutes, name="minutes"),
    path("meetings/<int:meeting_id>/update/", minutes.update, name="chair-update"),
    path("meetings/<int:meeting_id>/update/write/", minutes.write_update, name="write-update"),
    path("meetings/<int:meeting_id>/update/begin/", minutes.open_update, name="open-update"),
    path("meetings/<int:meeting_id>/update/add/", minutes.add_update_item, name="add-update-item"),
    path("meetings/<int:meeting_id>/update/publish/", minutes.publish_update, name="publish-update"),
]
OTHERS = [
    path("", boards.boards, name="boards"),
    path("set-up/", boards.set_up_board, name="set-up-board"),
    path("decisions/", decisions.all_decisions, name="all-decisions"),
    path("risks/", decisions.risks, name="board-risks"),
    path("seats/<int:seat_id>/give/", seats.give_seat, name="give-seat"),
    path("seats/<int:seat_id>/leave/", seats.leave_seat, name="leave-seat"),
    path("seats/<int:seat_id>/take-away/", seats.take_away_seat, name="take-away-seat"),
    path("items/<int:item_id>/", agenda.change_item, name="change-item"),
    path("items/<int:item_id>/off/", agenda.remove_item, name="remove-item"),
    path("papers/<int:paper_id>/", agenda.paper, name="paper"),
    path("papers/<int:paper_id>/<int:number>/", agenda.paper_file, name="paper-file"),
    path("papers/<int:paper_id>/version/", agenda.replace_paper, name="replace-paper"),
    path("papers/<int:paper_id>/who-sees/", agenda.say_who_sees, name="say-who-sees"),
    path("actions/<int:action_id>/", decisions.board_action, name="board-action"),
    path("actions/<int:action_id>/say/", decisions.say_of_action, name="say-of-board-action"),
    path("actions/<int:action_id>/reopen/", decisions.reopen_action, name="reopen-board-action"),
    path("brought/<int:escalation_id>/", decisions.escalation, name="escalation"),
    path("brought/<int:escalation_id>/answer/", decisions.answer_escalation, name="answer-escalation"),
    path("update-items/<int:item_id>/", minutes.change_update_item, name="change-update-item"),
    path("update-items/<int:item_id>/out/", minutes.remove_update_item, name="remove-update-item"),
]

urlpatterns = [path("boards/", include([*BOARD, *MEETING, *OTHERS]))]
