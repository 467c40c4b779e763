"""Releases in words: the pages that the public sees, and those of the people who prepare and approve them."""
