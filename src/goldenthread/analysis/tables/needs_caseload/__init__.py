"""Primary need, all plans."""
