"""The process that does background jobs, from the queue in the database."""

import django
from django.core.management import call_command

from goldenthread.config.processes import end_with_starter


def main() -> None:
    end_with_starter()
    django.setup()
    call_command("procrastinate", "worker", "--shutdown-graceful-timeout", "5", verbosity=0)


if __name__ == "__main__":
    main()
