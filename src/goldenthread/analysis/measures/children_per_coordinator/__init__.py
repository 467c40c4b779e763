"""Children per coordinator."""
