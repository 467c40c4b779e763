"""What would the public see now? All that is marked for it, read through the queries of those who own it."""
