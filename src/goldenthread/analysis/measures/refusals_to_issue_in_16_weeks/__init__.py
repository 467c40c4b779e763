"""Refusals to issue a plan told within 16 weeks."""
