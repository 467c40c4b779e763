"""Writes of improvement: documents and their points; plans and what they promise; the work on them."""
