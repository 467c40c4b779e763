"""Figures that were cited: citing one, all of them, and one beside what it would be now."""
