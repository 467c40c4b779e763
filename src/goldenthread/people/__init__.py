"""Children and young people, their numbers, and whether two records are one person."""
