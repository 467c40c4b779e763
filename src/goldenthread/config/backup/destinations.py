"""Where do archives lie: in a folder, or in a bucket? Each appears there whole or not at all."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol, cast
from urllib.parse import urlsplit

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from goldenthread.config.backup.problem import BackupProblem

ENDING = ".tar.age"


class Destination(Protocol):
    """A place for archives and small encrypted notes, by name."""

    def write(self, name: str, fill: Callable[[IO[bytes]], None]) -> int:
        """Has `fill` write it; its size. When `fill` raises, nothing of that name is there."""
        ...

    def read(self, name: str) -> IO[bytes]: ...

    def names(self) -> list[str]:
        """Every name, in the order of the alphabet: archives are named by their moment."""
        ...

    def remove(self, name: str) -> None: ...


def destination(address: str, endpoint: str | None) -> Destination:
    """The place that an address names: `s3://BUCKET/FOLDER` or a folder. Raises `BackupProblem`."""
    where = urlsplit(address)
    if where.scheme == "s3":
        return Bucket(where.netloc, where.path.strip("/"), endpoint)
    if where.scheme:
        raise BackupProblem(f"Backups cannot go to {address}. Give a folder, or s3://BUCKET/FOLDER.")
    return Folder(Path(address))


class Folder:
    """A folder of this computer; better a disk of its own, or one of another computer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, fill: Callable[[IO[bytes]], None]) -> int:
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.path / f"{name}.part"
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                fill(out)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        draft.rename(self.path / name)
        folder = os.open(self.path, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        return (self.path / name).stat().st_size

    def read(self, name: str) -> IO[bytes]:
        try:
            return (self.path / name).open("rb")
        except OSError as problem:
            raise BackupProblem(f"{self.path / name} cannot be read: {problem.strerror}.") from None

    def names(self) -> list[str]:
        if not self.path.is_dir():
            return []
        return sorted(path.name for path in self.path.iterdir() if path.suffix == ".age")

    def remove(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)


class Bucket:
    """A bucket on S3. Keys come from the environment, as every S3 client reads them."""

    def __init__(self, bucket: str, folder: str, endpoint: str | None) -> None:
        self.bucket, self.folder = bucket, folder
        self.client = boto3.client("s3", endpoint_url=endpoint)

    def _key(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    def write(self, name: str, fill: Callable[[IO[bytes]], None]) -> int:
        """Streams through a pipe; a `fill` that raises aborts the upload, so no object appears."""
        reading, writing = os.pipe()
        problems: list[BaseException] = []

        def work() -> None:
            try:
                with os.fdopen(writing, "wb") as out:
                    fill(out)
            except BaseException as problem:  # raised again by the upload, which aborts
                problems.append(problem)

        thread = threading.Thread(target=work, name="filling")
        thread.start()
        source = _UntilAProblem(os.fdopen(reading, "rb"), thread, problems)
        try:
            self.client.upload_fileobj(source, self.bucket, self._key(name))
            return int(self.client.head_object(Bucket=self.bucket, Key=self._key(name))["ContentLength"])
        except (BotoCoreError, ClientError) as problem:
            raise BackupProblem(f"The bucket does not take the backup: {problem}.") from problem
        finally:
            source.close()
            thread.join()

    def read(self, name: str) -> IO[bytes]:
        try:
            found = self.client.get_object(Bucket=self.bucket, Key=self._key(name))
        except (BotoCoreError, ClientError) as problem:
            raise BackupProblem(f"{name} cannot be read from the bucket: {problem}.") from problem
        return cast(IO[bytes], found["Body"])

    def names(self) -> list[str]:
        prefix = self._key("")
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=prefix)
        keys = [one["Key"] for page in pages for one in page.get("Contents", ())]
        return sorted(key.removeprefix(prefix) for key in keys if key.endswith(".age"))

    def remove(self, name: str) -> None:
        self.client.delete_object(Bucket=self.bucket, Key=self._key(name))


class _UntilAProblem:
    """The reading end of a pipe that, at its end, raises what its writer met instead of ending."""

    def __init__(self, stream: IO[bytes], writer: threading.Thread, problems: list[BaseException]) -> None:
        self.stream, self.writer, self.problems = stream, writer, problems

    def read(self, size: int = -1) -> bytes:
        given = self.stream.read(size)
        if len(given) < size or size < 0 or not given:
            self.writer.join()
            if self.problems:
                raise self.problems[0]
        return given

    def close(self) -> None:
        self.stream.close()
