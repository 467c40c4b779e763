from django.apps import AppConfig
from django.conf import settings

from goldenthread.audit import clock


class DemoConfig(AppConfig):
    name = "goldenthread.demo"

    def ready(self) -> None:
        clock.told_by(clock.always_on(settings.DEMONSTRATION_DAY))
