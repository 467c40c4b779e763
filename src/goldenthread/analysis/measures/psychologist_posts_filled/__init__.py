"""Educational psychologist posts that are filled."""
