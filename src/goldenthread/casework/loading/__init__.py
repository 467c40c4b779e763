"""Bringing a statutory return into people and casework, as what it declares."""
