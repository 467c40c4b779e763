from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "goldenthread.governance.packs"
