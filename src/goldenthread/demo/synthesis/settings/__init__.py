"""Schools and colleges that do not exist, of the types that the area's placements need."""
