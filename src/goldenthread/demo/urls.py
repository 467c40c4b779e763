from django.urls import path

from goldenthread.demo import views

urlpatterns = [
    path("choose-who-to-be/", views.choose_who_to_be, name="choose-who-to-be"),
]
