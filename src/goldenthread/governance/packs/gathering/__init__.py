"""What the packs say of each thing: read within a scope, put into blocks, told in finished words."""
