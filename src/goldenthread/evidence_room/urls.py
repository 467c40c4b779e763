from django.urls import include, path

from goldenthread.evidence_room.views import opening, reading

ROOM = [
    path("", reading.front, name="evidence-room"),
    path("points/<int:point_id>/", reading.point, name="room-point"),
    path("promises/<int:promise_id>/", reading.promise, name="room-promise"),
    path("items/<int:evidence_id>/", reading.item, name="room-item"),
    path("items/<int:evidence_id>/file/", reading.file, name="room-file"),
    path("matrix.csv", reading.matrix_as_file, name="room-matrix-file"),
    path("figures/", reading.figures, name="room-figures"),
    path("figures/<slug:measure>/", reading.figure, name="room-figure"),
    path("figures/<slug:measure>/records/", reading.records, name="room-records"),
    path("search/", reading.search, name="room-search"),
    path("opened/", reading.log, name="room-log"),
    path("who/", opening.openings, name="room-openings"),
    path("who/open/", opening.open_room, name="open-room"),
    path("who/<int:opening_id>/close/", opening.close_room, name="close-room"),
    path("deeper/", opening.deeper, name="room-deeper"),
    path("deeper/ask/", opening.ask_for_deeper, name="ask-for-deeper"),
    path("deeper/guarding/", opening.guard_deeper, name="guard-deeper"),
    path("deeper/<int:number>/agree/", opening.agree_to_deeper, name="agree-to-deeper"),
    path("deeper/<int:number>/refuse/", opening.refuse_deeper, name="refuse-deeper"),
    path("deeper/<int:number>/end/", opening.end_deeper, name="end-deeper"),
]

urlpatterns = [path("evidence-room/", include(ROOM))]
