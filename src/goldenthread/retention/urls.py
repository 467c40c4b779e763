from django.urls import path

from goldenthread.retention import views

urlpatterns = [
    path("retention/", views.retention, name="retention"),
    path("retention/policy/<slug:slug>/", views.policy, name="retention-policy"),
    path("retention/holds/new/", views.hold_record, name="hold-record"),
    path("retention/holds/<int:hold_id>/lift/", views.lift_hold, name="lift-hold"),
    path("retention/runs/new/", views.prepare_run, name="prepare-run"),
    path("retention/runs/<int:run_id>/", views.show_run, name="retention-run"),
    path("retention/runs/<int:run_id>/approve/", views.approve_run, name="approve-run"),
    path("retention/runs/<int:run_id>/refuse/", views.refuse_run, name="refuse-run"),
]
