"""Boards and their meetings in finished words."""
