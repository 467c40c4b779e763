"""Pages of publication: what everyone sees, and what makes it so."""
