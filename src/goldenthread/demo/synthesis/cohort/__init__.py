"""How many of each kind of case make up an area: whole numbers solved from its published totals."""
