"""Share of open requests past 20 weeks."""
