"""Carriers that tests choose: one that counts, and dies where it is told to."""

from goldenthread.outbox.channels import NotHandedOver


class Killed(BaseException):
    """Stands for SIGKILL: nothing of ours catches it."""


class Recording:
    """Takes messages and remembers them by key. Class attributes, since every delivery makes its own."""

    taken: list[str] = []
    dies_before = dies_after = False
    refuses: NotHandedOver | None = None
    breaks_off: Exception | None = None
    can_tell = True

    def hand_over(self, message, *, key):
        cls = type(self)
        if cls.refuses:
            raise cls.refuses
        if cls.dies_before:
            cls.dies_before = False
            raise Killed
        if key not in cls.taken or not cls.can_tell:
            cls.taken.append(key)
        if cls.breaks_off:
            raise cls.breaks_off
        if cls.dies_after:
            cls.dies_after = False
            raise Killed
        return f"reference {len(cls.taken)}"

    def has_it(self, message, *, key):
        cls = type(self)
        if not cls.can_tell:
            return None
        return "found" if key in cls.taken else False


def refuse_everyone(message):
    return "This person must not be written to."
