"""Plans that ceased."""
