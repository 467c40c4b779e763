"""Absence of pupils with a plan."""
