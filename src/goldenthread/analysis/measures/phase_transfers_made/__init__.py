"""Phase transfers made so far, of those still to come."""
