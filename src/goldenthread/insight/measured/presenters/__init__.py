"""Measures in words, charts and tables."""
