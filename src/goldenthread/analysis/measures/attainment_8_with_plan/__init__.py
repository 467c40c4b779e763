"""Attainment 8 of pupils with a plan."""
