"""Children with a plan whose need is not recorded."""
