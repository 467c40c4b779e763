"""Sealed records on pages: the guardian's queue, and opening one in an emergency."""
