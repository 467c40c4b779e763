"""Reads of improvement. No child is in them: reach is by permission."""
