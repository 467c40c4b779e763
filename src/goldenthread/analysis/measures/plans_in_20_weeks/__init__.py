"""Plans issued within 20 weeks."""
