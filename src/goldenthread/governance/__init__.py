"""Boards, groups and review meetings: who sits there, what is decided, and what the public may see of it."""
