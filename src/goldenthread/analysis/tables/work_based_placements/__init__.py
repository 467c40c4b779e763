"""Work-based learning."""
