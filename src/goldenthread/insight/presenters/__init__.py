"""Figures in words, charts and tables."""
