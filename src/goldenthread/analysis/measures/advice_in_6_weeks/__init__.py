"""Advice that came within six weeks."""
