"""Settings fail at the start, naming the variable and the cure; production knows no demonstration."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.database import databases
from goldenthread.config.environment import Environment

WHOLE = {
    "GOLDEN_THREAD_SECRET_KEY": "x" * 64,
    "GOLDEN_THREAD_HOSTS": "send.example.org",
    "GOLDEN_THREAD_AREA": "935",
    "GOLDEN_THREAD_HEAD_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "DATABASE_URL": "postgres://app:secret@localhost:5432/thread",
}


def load_production(variables):
    asked = (
        "from goldenthread.config.settings import production as s; "
        "print(s.DEMONSTRATION, 'goldenthread.demo' in s.INSTALLED_APPS, s.SESSION_COOKIE_SECURE)"
    )
    environment = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True)


def test_production_starts_with_its_variables_and_without_the_demonstration():
    assert load_production(WHOLE).stdout.split() == ["False", "False", "True"]


@pytest.mark.parametrize("missing", sorted(WHOLE))
def test_production_does_not_start_without_a_variable_and_names_it(missing):
    done = load_production({name: value for name, value in WHOLE.items() if name != missing})
    assert done.returncode != 0
    assert missing in done.stderr


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"GOLDEN_THREAD_SECRET_KEY": "short"}, "50 characters"),
        ({"GOLDEN_THREAD_AREA": "Suffolk"}, "three digits"),
        ({"GOLDEN_THREAD_SMALLEST_COUNT_SHOWN": "3"}, "5 or more"),
        ({"GOLDEN_THREAD_HEAD_KEY": "a word"}, "audit key"),
        ({"GOLDEN_THREAD_DEMONSTRATION_DAY": "soon"}, "2025-02-03"),
    ],
)
def test_a_wrong_variable_is_named_with_its_cure(variables, says):
    environment = Environment({**WHOLE, **variables})
    asked = ("secret_key", "area", "head_key", "demonstration_day", "smallest_count_shown")
    with pytest.raises(ImproperlyConfigured, match=says):
        _ = [getattr(environment, name) for name in asked]


@pytest.mark.parametrize(
    ("address", "says"),
    [("", "is not set"), ("sqlite:///thread.db", "runs on PostgreSQL"), ("nonsense", "DATABASE_URL")],
)
def test_a_database_of_another_kind_is_refused(address, says):
    with pytest.raises(ImproperlyConfigured, match=says):
        databases({"DATABASE_URL": address})
