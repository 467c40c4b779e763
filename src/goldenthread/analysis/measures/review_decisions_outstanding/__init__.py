"""Decisions after a review that are overdue."""
