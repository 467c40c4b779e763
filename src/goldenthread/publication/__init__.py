"""What the public sees: released figures, and the law for everyone."""
