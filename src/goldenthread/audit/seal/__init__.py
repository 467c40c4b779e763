"""The one chain: every row of a journal has its place in it, and whoever changes a row breaks it."""
