"""Every page of the site, by area."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.accounts.urls")),
]
