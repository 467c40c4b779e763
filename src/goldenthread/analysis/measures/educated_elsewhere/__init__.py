"""Children with a plan educated otherwise than at a school."""
