"""The public site, drawn from one release and nothing else: the same live, as a preview, and exported."""
