"""The commands behind `./gt`. Each imports only its own area, so that what needs no database starts none."""
