from django.urls import path

from goldenthread.operations import views

urlpatterns = [
    path("healthy", views.healthy, name="healthy"),
    path("ready", views.ready, name="ready"),
    path("metrics", views.counts, name="metrics"),
    path("service/", views.service, name="service"),
    path("service/jobs/<int:job_id>/", views.failed_job, name="failed-job"),
    path("service/jobs/<int:job_id>/retry/", views.retry_job, name="retry-job"),
]
