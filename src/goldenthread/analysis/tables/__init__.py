"""The measures: a folder each, with its definition, its expression and a worked answer."""
