"""Makes a person-level return of people who do not exist, whose totals are the ones published for an area."""
