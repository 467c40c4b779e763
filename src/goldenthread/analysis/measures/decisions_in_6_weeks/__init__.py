"""Decisions whether to assess within six weeks."""
