"""What can be wrong with what a measure is given? One error, in a sentence that its giver can act on."""


class Unusable(ValueError):
    """Facts or settings that cannot be computed with, and why."""
