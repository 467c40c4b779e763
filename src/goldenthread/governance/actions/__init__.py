"""Everything that is written about boards and their meetings."""
