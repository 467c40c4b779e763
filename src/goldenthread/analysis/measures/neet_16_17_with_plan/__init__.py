"""Young people of 16 and 17 with a plan, not in education, employment or training or not known."""
