from django.apps import AppConfig


class AccessReviewConfig(AppConfig):
    name = "goldenthread.casework.access_review"
