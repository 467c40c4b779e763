"""Children with a plan in a mainstream school."""
