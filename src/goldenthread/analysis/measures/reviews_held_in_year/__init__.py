"""Annual reviews held within the year."""
