"""Charts as SVG text: pure functions of values, drawn at two widths, with a title that tells the finding.

Each returns a `Drawn`, whose parts may be kept and printed as they are. `gt.chart` adds caption, source
and table.
"""
