"""Plans issued within 20 weeks, exceptions left out."""
