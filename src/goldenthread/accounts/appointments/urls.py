from django.urls import path

from goldenthread.accounts.appointments import views

urlpatterns = [
    path("access/", views.appointments, name="appointments"),
    path("access/appoint/", views.appoint, name="appoint"),
    path("access/<int:appointment_id>/end/", views.end, name="end-appointment"),
]
