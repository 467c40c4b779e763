"""Assessments that led to a plan."""
