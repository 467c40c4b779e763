"""Backups in a bucket, on an S3 server that moto plays: streamed there, whole or not at all, and read
back."""

import boto3
import pytest
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from areas.backups.test_archive import KEY, fill
from goldenthread.config.backup.archive import pack
from goldenthread.config.backup.checking import check
from goldenthread.config.backup.destinations import Bucket, destination
from goldenthread.config.backup.problem import BackupProblem

pytestmark = [pytest.mark.slow, pytest.mark.allow_hosts(["127.0.0.1", "localhost"])]


@pytest.fixture
def bucket(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "of the test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="backups")
    yield destination("s3://backups/council", endpoint)
    server.stop()
    s3_backends.reset()  # moto keeps its buckets for as long as the process lives


def test_an_archive_is_streamed_to_a_bucket_and_checked_there(bucket):
    assert isinstance(bucket, Bucket)
    size = bucket.write("one.tar.age", lambda out: pack(out, KEY.to_public(), fill))
    assert size > 5_000_000, "more than one part of an upload"
    assert bucket.names() == ["one.tar.age"]
    assert check(bucket, "one.tar.age", KEY).head.position == 7
    bucket.remove("one.tar.age")
    assert bucket.names() == []


def test_what_stops_half_way_leaves_nothing_in_the_bucket(bucket):
    def stops(packing):
        fill(packing)
        raise OSError("the disk is on fire")

    with pytest.raises(OSError, match="on fire"):
        bucket.write("one.tar.age", lambda out: pack(out, KEY.to_public(), stops))
    assert bucket.names() == []


def test_what_is_not_there_is_said_in_a_sentence(bucket):
    with pytest.raises(BackupProblem, match="cannot be read"):
        bucket.read("none")
    with pytest.raises(BackupProblem, match="cannot go to ftp"):
        destination("ftp://backups", None)
