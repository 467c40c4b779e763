"""Annual reviews."""
