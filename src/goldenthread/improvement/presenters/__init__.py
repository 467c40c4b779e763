"""Improvement in words for its pages."""
