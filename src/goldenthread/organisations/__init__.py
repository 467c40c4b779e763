"""The bodies of the partnership, teams, and the schools and other settings where people learn."""
