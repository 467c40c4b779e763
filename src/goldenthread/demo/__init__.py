"""Invented people for the demonstration and for tests. Never installed in production."""
