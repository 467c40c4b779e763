"""What others said of the partnership, and what it must do about it by when."""
