"""Who a child is: name, day of birth and the like, where each of them was said, and putting them right."""
