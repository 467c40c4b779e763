"""What Django must be told of the world outside: the mail server, and where files lie."""

from typing import Any

from goldenthread.config.environment import S3, MailServer

SECONDS = 30


def by_mail_server(server: MailServer) -> dict[str, Any]:
    """Django's settings for sending e-mail."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": server.host,
        "EMAIL_PORT": server.port,
        "EMAIL_HOST_USER": server.user,
        "EMAIL_HOST_PASSWORD": server.password,
        "EMAIL_USE_SSL": server.tls_at_once,
        "EMAIL_USE_TLS": not server.tls_at_once,
        "EMAIL_TIMEOUT": SECONDS,
        "DEFAULT_FROM_EMAIL": server.sender,
    }


def storage(bucket: S3 | None) -> dict[str, Any]:
    """The storage of files: a bucket, nothing in it public and nothing overwritten; else the disk."""
    if bucket is None:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket.bucket,
            "location": bucket.folder,
            "endpoint_url": bucket.endpoint,
            "default_acl": "private",
            "file_overwrite": False,
            "querystring_auth": True,
        },
    }
