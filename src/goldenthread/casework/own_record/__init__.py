"""What a parent or young person sees of their own record, in plain words."""
