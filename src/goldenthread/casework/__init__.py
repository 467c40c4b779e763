"""Cases, the journal of what happened to them, and the work that the law asks for next."""
