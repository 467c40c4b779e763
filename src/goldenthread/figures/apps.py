from django.apps import AppConfig
from django.conf import settings

from goldenthread.figures.open_data.kept import look_in


class FiguresConfig(AppConfig):
    name = "goldenthread.figures"

    def ready(self) -> None:
        """Newer open data that was fetched stands in for what ships, from the start of a process."""
        look_in(settings.OPEN_DATA_ROOT)
