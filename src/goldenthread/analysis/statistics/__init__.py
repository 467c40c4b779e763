"""Is it really better, for everyone, and how do we know? Pure functions: numbers in, answers in words out."""
