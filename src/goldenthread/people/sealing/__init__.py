"""Records that only named people open: sealing them, opening one in an emergency, judging that."""
