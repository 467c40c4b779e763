"""Why a file was not taken in, in one plain sentence."""


class Refused(Exception):
    """The file was refused as a whole and nothing was written. The message is for the person who sent it."""
