from django.urls import path

from goldenthread.publication import views

urlpatterns = [
    path("", views.public_home, name="public-home"),
    path("release/", views.release, name="release-figures"),
]
