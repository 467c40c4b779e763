from django.urls import path

from goldenthread.casework import views

urlpatterns = [
    path("work/", views.worklist, name="worklist"),
    path("work/<str:when>/", views.worklist_group, name="worklist-group"),
    path("team/", views.team, name="team"),
    path("find/", views.find_a_case, name="find-a-case"),
    path("cases/new/", views.new_request, name="new-request"),
    path("cases/<str:reference>/", views.case, name="case"),
    path("cases/<str:reference>/record/", views.record, name="record"),
    path("cases/<str:reference>/record/<slug:slug>/", views.record_step, name="record-step"),
    path("cases/<str:reference>/entries/", views.entries, name="entries"),
    path("cases/<str:reference>/entries/<int:entry_id>/", views.entry, name="entry"),
    path("cases/<str:reference>/entries/<int:entry_id>/correct/", views.correct_entry, name="correct-entry"),
    path("cases/<str:reference>/allocate/", views.allocate, name="allocate"),
]
