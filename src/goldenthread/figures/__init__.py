"""Figures worked out from the journal and kept with what they rest on, beside open data of every area."""
