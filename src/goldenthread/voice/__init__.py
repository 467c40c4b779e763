"""What families said: surveys with their questions, complaints and contacts, and what we did about it."""
