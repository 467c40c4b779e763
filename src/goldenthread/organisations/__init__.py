"""Teams, and the schools and other settings where people learn."""
