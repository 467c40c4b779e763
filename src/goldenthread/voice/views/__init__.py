"""Pages of what families said."""
