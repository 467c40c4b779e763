"""`./gt manage …`: Django's own commands, the database there; those that change its shape run as owner."""

from django.core.management import execute_from_command_line

from goldenthread.config.reaching_database import with_database

AS_OWNER = {"migrate", "sqlmigrate", "sqlflush", "flush", "dbshell", "createcachetable"}


def main(arguments: list[str]) -> int:
    def act() -> int:
        execute_from_command_line(["./gt manage", *arguments])
        return 0

    return with_database(act, as_owner=bool(AS_OWNER.intersection(arguments[:1])))
