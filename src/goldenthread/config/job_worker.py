"""The process that does background jobs, from the queue in the database."""

from importlib import import_module

import django

from goldenthread.config.processes import end_with_starter
from goldenthread.operations.logs import log_what_ends_a_program

AFTER_SET_UP = "goldenthread.operations.worker"


def main() -> None:
    end_with_starter()
    django.setup()
    log_what_ends_a_program()
    import_module(AFTER_SET_UP).work()


if __name__ == "__main__":
    main()
