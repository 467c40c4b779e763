"""Days until a family's message is answered."""
