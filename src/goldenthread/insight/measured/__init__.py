"""Pages of measures: overview, each measure, everywhere, exploring, the catalogue, watches."""
