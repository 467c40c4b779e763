"""Residential settings."""
