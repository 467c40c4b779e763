"""Plans that took more than a year."""
