from django.urls import path

from goldenthread.casework.own_record import views

urlpatterns = [
    path("family/", views.own_records, name="own-records"),
    path("family/<int:person_id>/", views.own_record, name="own-record"),
]
