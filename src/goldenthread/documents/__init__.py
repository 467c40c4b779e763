"""Keeps the bytes of documents safe: checked before they come in, whole on disk before they are known of."""
