"""The rule of each step: when it may come, what it changes, why, and where that is written."""
