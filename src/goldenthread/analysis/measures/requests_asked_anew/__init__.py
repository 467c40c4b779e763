"""Requests asked anew after one that ended without a plan."""
