"""Backlog."""
