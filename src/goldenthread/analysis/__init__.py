"""The numbers: facts in, figures out, each with its definition. No Django, no database."""
