"""What every test may use; the fixtures live in modules of their own, named for what they give."""

pytest_plugins = ("fixtures.database", "fixtures.sixty")
