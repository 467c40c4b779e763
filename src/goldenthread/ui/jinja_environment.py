"""The Jinja environment of every page: GOV.UK components beside our own templates."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader


def environment(**options: Any) -> Environment:
    options["loader"] = ChoiceLoader(
        [options["loader"], PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    made = Environment(**options)  # noqa: S701  Django's backend turns escaping on
    made.globals.update(
        static=static, url=lambda name, *args, **kwargs: reverse(name, args=args, kwargs=kwargs)
    )
    return made
