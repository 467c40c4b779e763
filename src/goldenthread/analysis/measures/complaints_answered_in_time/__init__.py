"""Complaints answered in time."""
