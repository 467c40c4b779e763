"""Fetches newer releases of the published tables, checks them, and puts them in place in one go."""
