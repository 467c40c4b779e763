"""The evidence room: what advisers and inspectors read of the partnership, until when, what they opened."""
