from django.urls import path

from goldenthread.casework.details import views

urlpatterns = [
    path("cases/<str:reference>/details/", views.details, name="details"),
    path("cases/<str:reference>/details/correct/", views.correct_details, name="correct-details"),
]
