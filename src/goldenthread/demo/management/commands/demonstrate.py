"""Does one act of the demonstration's scene; `./gt demo` calls it for each that is not done."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.demo.scene import ACTS


class Command(BaseCommand):
    help = "People the demonstration: one act of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=[act.name for act in ACTS])
        parser.add_argument("made_up", type=Path, help="the made-up return")

    def handle(self, *args: Any, **options: Any) -> None:
        next(act for act in ACTS if act.name == options["act"]).do(options["made_up"])
