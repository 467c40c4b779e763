from django.urls import include, path

from goldenthread.voice.views import counts, heard, surveys

SURVEYS = [
    path("", surveys.surveys, name="surveys"),
    path("add/", surveys.add_survey, name="add-survey"),
    path("<int:survey_id>/", surveys.survey, name="survey"),
    path("<int:survey_id>/correct/", surveys.correct_survey, name="correct-survey"),
    path("<int:survey_id>/answers/", surveys.bring_answers, name="bring-answers"),
    path("<int:survey_id>/columns.<str:form>", surveys.survey_columns, name="survey-columns"),
    path("<int:survey_id>/themes/<slug:theme>/", surveys.answer_theme, name="answer-theme"),
]
COUNTS = [
    path("", counts.counts, name="counts"),
    path("bring/", counts.bring_counts, name="bring-counts"),
    path("columns.<str:form>", counts.count_columns, name="count-columns"),
    path("<slug:key>/", counts.count_series, name="count-series"),
]
HEARD = [
    path("", heard.heard, name="heard"),
    path("add/", heard.add_heard, name="add-heard"),
    path("<int:heard_id>/correct/", heard.correct_heard, name="correct-heard"),
    path("<int:heard_id>/not-changed/", heard.take_back_what_changed, name="take-back-what-changed"),
    path("<int:heard_id>/done/", heard.say_what_was_done, name="say-what-was-done"),
    path("<int:heard_id>/changed/", heard.say_what_changed, name="say-what-changed"),
]

urlpatterns = [
    path("voice/surveys/", include(SURVEYS)),
    path("voice/counts/", include(COUNTS)),
    path("voice/heard/", include(HEARD)),
]
