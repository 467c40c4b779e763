from django.apps import AppConfig
from django.core import checks

from goldenthread.accounts.access import every_page_has_a_rule


class AccountsConfig(AppConfig):
    name = "goldenthread.accounts"

    def ready(self) -> None:
        checks.register(every_page_has_a_rule, checks.Tags.security)
