"""The whole public site as files, for a web server of its own that knows nothing of this one."""
