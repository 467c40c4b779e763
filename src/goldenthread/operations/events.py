"""What does our own code write into the log? Every event there is; nothing else gets through."""

from enum import StrEnum


class Event(StrEnum):
    """Everything that our own code writes into the log."""

    REQUEST_ANSWERED = "a request was answered"
    JOB_DONE = "a job was done"
    JOB_FAILED = "a job failed"
    JOB_WAITS_FOR_DATABASE = "a job waits for the database to come back"
    JOBS_TAKEN_UP = "abandoned jobs were taken up again"
    WORKER_BEGINS_ANEW = "the worker lost the database and begins anew"
    PROGRAM_ENDED = "a program ended by an error"
    CHECK_FAILED = "a check of the service failed"
