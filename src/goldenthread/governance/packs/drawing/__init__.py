"""Contents as files: HTML, PDF for print and screen readers, and Word."""
