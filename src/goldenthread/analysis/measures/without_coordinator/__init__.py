"""Open work that nobody holds."""
