"""Who did what, when and why; how far they reach; and the one door into the journal."""
