"""Children with a plan and a personal budget."""
