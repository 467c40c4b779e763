"""Surveys, counts and what was heard, in words."""
