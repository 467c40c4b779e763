from django.urls import path

from goldenthread.casework.record_history import views

urlpatterns = [
    path("cases/<str:reference>/history/", views.record_history, name="record-history"),
    path(
        "cases/<str:reference>/history/for-the-family/", views.for_the_family, name="history-for-the-family"
    ),
    path("family/<int:person_id>/history/", views.own_history, name="own-history"),
    path("family/<int:person_id>/history/file/", views.own_history_file, name="own-history-file"),
]
