"""What every test may use; the fixtures live in modules of their own, named for what they give."""

import pytest

pytest_plugins = (
    "fixtures.database",
    "fixtures.browser",
    "fixtures.clock",
    "fixtures.sixty",
    "fixtures.loaded_area",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="take the documentation's pictures anew")
    parser.addoption(
        "--postgres",
        choices=["any", "installed", "wheel", "both"],
        default="any",
        help="which PostgreSQL the tests run on; both: every test of the database runs on each",
    )
