"""Assessments and decisions to issue a plan."""
