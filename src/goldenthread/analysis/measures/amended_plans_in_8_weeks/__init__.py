"""Amended plans within 8 weeks of the notice of changes."""
