"""Young people with a plan, over 16 and not in education or training."""
