"""Appeal rate, newer published method."""
