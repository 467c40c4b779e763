"""Plans for which an exception is claimed."""
