"""Children with a plan whose place is not recorded."""
