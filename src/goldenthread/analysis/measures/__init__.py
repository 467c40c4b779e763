"""One folder a measure: what it means, one expression, one answer by hand. See `analysis.catalogue`."""
