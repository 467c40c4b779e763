"""What can go wrong in words that a person can read: `accounts.middleware` turns these into pages."""


class NotPermitted(Exception):
    """This person may not do this. The sentence says what they would need."""


class NotPossibleNow(Exception):
    """The state of the record, or the law, does not allow it. The sentence says why, and when it will."""


class NotFound(Exception):
    """There is no such record within this person's reach; whether it exists elsewhere is not said."""
