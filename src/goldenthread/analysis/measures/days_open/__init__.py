"""Age of open requests."""
