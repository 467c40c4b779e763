"""Requests for an assessment."""
