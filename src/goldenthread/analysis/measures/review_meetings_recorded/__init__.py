"""Annual reviews with a meeting recorded."""
