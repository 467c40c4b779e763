"""Primary need, new plans."""
