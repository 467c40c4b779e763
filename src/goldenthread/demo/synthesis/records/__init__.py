"""From cases, people and settings to the records of the return."""
