"""Requests refused."""
