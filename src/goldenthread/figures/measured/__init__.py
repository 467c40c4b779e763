"""Measures worked out from the record in every period and breakdown, and the way back to the cases."""
