"""Documents on S3 instead of the disk, on a server that moto plays on this computer."""

import boto3
import pytest
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from areas.documents import files
from areas.documents.test_documents import bring
from goldenthread.config.environment import S3, Environment
from goldenthread.config.outside import storage as storage_of
from goldenthread.documents import storing

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.allow_hosts(["127.0.0.1", "localhost"])]


@pytest.fixture
def bucket(settings, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "of the test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-2")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    boto3.client("s3", endpoint_url=endpoint).create_bucket(
        Bucket="records", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"}
    )
    given = {"GOLDEN_THREAD_FILES": "s3://records/council", "GOLDEN_THREAD_BUCKET_ENDPOINT": endpoint}
    settings.STORAGES = {**settings.STORAGES, "default": storage_of(Environment(given).files_on_s3)}
    yield boto3.client("s3", endpoint_url=endpoint)
    server.stop()
    s3_backends.reset()  # moto keeps its buckets for as long as the process lives


def test_a_document_lies_in_the_bucket_and_comes_back_byte_by_byte(bucket):
    version = bring()
    found = bucket.list_objects_v2(Bucket="records")["Contents"]
    assert [one["Key"] for one in found] == [f"council/{version.stored_as}"]
    assert b"".join(storing.pieces_of(version.stored_as)) == files.PDF
    assert list(storing.names()) == [version.stored_as]
    storing.remove(version.stored_as)
    assert storing.digest_of(version.stored_as) is None


def test_a_wrong_address_of_a_bucket_is_named_with_its_cure():
    assert Environment({}).files_on_s3 is None
    assert Environment({"GOLDEN_THREAD_FILES": "s3://b/f"}).files_on_s3 == S3("b", "f", None)
