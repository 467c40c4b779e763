"""Days from request to plan, among plans issued."""
