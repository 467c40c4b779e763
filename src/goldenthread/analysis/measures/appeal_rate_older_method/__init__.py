"""Appeal rate, older published method."""
