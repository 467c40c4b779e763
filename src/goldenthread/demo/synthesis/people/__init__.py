"""People who do not exist: names, identifiers, households."""
