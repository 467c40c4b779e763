"""Requests agreed to."""
