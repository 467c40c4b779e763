from django.urls import path

from goldenthread.people import views

urlpatterns = [
    path("people/who-is-who/", views.match_questions, name="match-questions"),
    path("people/who-is-who/<int:question_id>/", views.match_question, name="match-question"),
]
