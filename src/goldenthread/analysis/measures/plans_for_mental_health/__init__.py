"""Children with a plan whose primary need is social, emotional and mental health."""
