"""Who works here, as what and since when: giving and ending access."""
