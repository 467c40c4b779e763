"""Suspensions of pupils with a plan."""
