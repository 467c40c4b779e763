"""Plans that took more than 20 weeks, up to a year."""
