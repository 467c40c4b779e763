"""The statutory return as a value: read, check, write, by year. No Django, no database."""
