"""Who has seen and changed one child's record, for staff and for the family."""
