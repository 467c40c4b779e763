"""Children who asked and had a plan within 20 weeks."""
