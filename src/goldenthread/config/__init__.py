"""What joins the areas: settings, addresses, the commands behind `./gt`, the database."""
