"""Plans in force on census day."""
