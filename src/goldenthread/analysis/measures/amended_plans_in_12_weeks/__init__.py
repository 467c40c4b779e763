"""Amended plans within 12 weeks of the review meeting."""
