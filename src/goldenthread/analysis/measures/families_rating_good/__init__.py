"""Families who say their experience is good."""
