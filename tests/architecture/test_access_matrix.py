"""The page that says who may open what says what the code declares."""

from pathlib import Path

from goldenthread.accounts.matrix import document
from goldenthread.accounts.roles import Permission, Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "access-matrix.md"


def test_the_page_in_the_documentation_is_the_one_that_the_code_gives():
    assert PAGE.read_text() == document(), "Roles or pages changed. Run: ./gt access"


def test_it_names_every_role_and_every_permission():
    text = document().casefold()
    assert all(role.casefold() in text for role in Role)
    assert all(permission.replace("_", " ") in text for permission in Permission)
