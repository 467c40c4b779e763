"""The room in words: what is read, and who may come in."""
