"""Is the service well, and what went wrong? Logs without personal data, health, counts, jobs that failed."""
