"""Complaints upheld."""
