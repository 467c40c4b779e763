"""What every test may use; the fixtures live in modules of their own, named for what they give."""

import pytest
from hypothesis import settings

# The same examples in every run, so that a red run is of the change and not of the day. Searching further is
# the nightly run's work; what it finds becomes an @example.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=2_000, deadline=None)
settings.load_profile("fixed")

pytest_plugins = (
    "fixtures.database",
    "fixtures.browser",
    "fixtures.provider",
    "fixtures.clock",
    "fixtures.sixty",
    "fixtures.loaded_area",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgres",
        choices=["any", "installed", "wheel", "both", "every"],
        default="any",
        help="which PostgreSQL the tests run on; both: tests of areas bound to the database run on each; "
        "every: all tests of the database do",
    )
