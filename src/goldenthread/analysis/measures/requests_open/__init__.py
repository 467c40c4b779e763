"""Children waiting for a decision or a plan."""
