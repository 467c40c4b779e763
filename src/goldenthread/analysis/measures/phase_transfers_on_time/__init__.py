"""Phase transfers named by their day."""
