"""Every page of the site, by area."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.accounts.urls")),
    path("", include("goldenthread.outbox.urls")),
    path("", include("goldenthread.people.urls")),
    path("", include("goldenthread.casework.urls")),
    path("", include("goldenthread.casework.loading.urls")),
    path("", include("goldenthread.casework.filing.urls")),
    path("", include("goldenthread.voice.urls")),
    path("", include("goldenthread.improvement.urls")),
    path("", include("goldenthread.accounts.partnership.urls")),
    path("", include("goldenthread.governance.packs.urls")),
    path("", include("goldenthread.governance.urls")),
    path("", include("goldenthread.casework.details.urls")),
    path("", include("goldenthread.casework.family.urls")),
    path("", include("goldenthread.casework.sealing.urls")),
    path("", include("goldenthread.casework.record_history.urls")),
    path("", include("goldenthread.casework.access_review.urls")),
    path("", include("goldenthread.casework.own_record.urls")),
    path("", include("goldenthread.insight.citing.urls")),
    path("", include("goldenthread.insight.urls")),
    path("", include("goldenthread.operations.urls")),
    path("", include("goldenthread.insight.measured.urls")),
    path("", include("goldenthread.evidence_room.urls")),
    path("", include("goldenthread.publication.urls")),
    path("", include("goldenthread.retention.urls")),
    path("", include("goldenthread.publication.law.urls")),
]

if settings.DEMONSTRATION:
    urlpatterns.append(path("", include("goldenthread.demo.urls")))
