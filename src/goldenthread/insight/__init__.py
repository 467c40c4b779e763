"""Pages that set our figures beside those of others."""
