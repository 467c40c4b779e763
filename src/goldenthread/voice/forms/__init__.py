"""What is asked of those who keep what families said."""
