"""Documents on a child's record: adding, listing and reading them, within reach of the case."""
