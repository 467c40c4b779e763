"""What stops a backup or a restore, in a sentence for the person at the keyboard."""


class BackupProblem(RuntimeError):
    """It could not be done, or what was found is not whole. The message says why and what to do."""
