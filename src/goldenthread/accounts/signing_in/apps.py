from django.apps import AppConfig


class SigningInConfig(AppConfig):
    name = "goldenthread.accounts.signing_in"
