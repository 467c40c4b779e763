"""Decisions whether to assess that are overdue."""
