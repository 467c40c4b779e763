"""What people are asked about boards and their meetings."""
