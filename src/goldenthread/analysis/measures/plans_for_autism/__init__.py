"""Children with a plan whose primary need is autism."""
