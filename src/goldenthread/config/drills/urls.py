"""The site as a drill serves it: every page, and one more where files and letters are brought."""

from django.urls import path

from goldenthread.config.drills import entrance
from goldenthread.config.urls import urlpatterns as pages

urlpatterns = [
    *pages,
    path("drill/<str:reference>/", entrance.bring, name="drill-bring"),
    path("drill/<str:reference>/letter/", entrance.letter, name="drill-letter"),
]
