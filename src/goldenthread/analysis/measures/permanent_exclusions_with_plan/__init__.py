"""Permanent exclusions of pupils with a plan."""
