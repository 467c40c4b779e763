"""The kinds of pack: one module each, with its `KIND`."""
