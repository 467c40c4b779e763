"""PostgreSQL that this project starts itself, where no `DATABASE_URL` names a server.

`binaries` finds the programs, `account` says who runs them, `folder` where everything lies, `cluster` makes
the database and its roles, `process` and `keeper` run the server, `upgrade` moves data to a newer version,
and `server` joins them: `with running() as server: server.url("app")`.
"""

from goldenthread.config.embedded_postgres.problem import CannotRunPostgres
from goldenthread.config.embedded_postgres.server import Server, running

__all__ = ["CannotRunPostgres", "Server", "running"]
