"""Children with a plan in an independent special school."""
