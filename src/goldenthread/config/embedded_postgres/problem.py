"""What went wrong with the embedded server, as a sentence for the person at the keyboard."""


class CannotRunPostgres(RuntimeError):
    """The embedded server cannot be started; the message says why and what to do."""
