"""Children waiting more than 18 weeks for community paediatrics."""
