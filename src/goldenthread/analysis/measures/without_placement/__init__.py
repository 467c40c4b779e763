"""Children with a plan and no place to learn."""
