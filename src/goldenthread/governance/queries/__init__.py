"""What is asked of boards and their meetings."""
