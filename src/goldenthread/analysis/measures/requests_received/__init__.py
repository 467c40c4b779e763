"""Requests received."""
