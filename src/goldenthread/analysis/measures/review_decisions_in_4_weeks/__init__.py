"""Decisions after a review within four weeks."""
