"""Phonics standard met by pupils with a plan."""
