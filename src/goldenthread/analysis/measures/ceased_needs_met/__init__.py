"""Plans that ceased because needs were met."""
