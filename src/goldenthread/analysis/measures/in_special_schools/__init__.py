"""Children with a plan in a special school."""
