"""Packs: papers that are made from the record for a board, the Department or scrutiny, kept as issued."""
