"""Children with a plan."""
