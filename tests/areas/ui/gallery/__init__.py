"""Every component and page pattern with example values: what tests read and pictures show."""
