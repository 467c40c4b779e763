"""What can be done in voice: surveys and answers to them, counts, and what was heard."""
