"""One folder a measure: what it means, one expression, one answer worked by hand. See `analysis.catalogue`."""
