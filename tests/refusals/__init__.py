"""What the refusal matrix needs: a world with every kind of record, addresses, and who reaches what."""
