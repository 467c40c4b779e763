"""The key that heads are signed with (Ed25519): whoever holds a signed head can tell that the chain was cut.

The key is 32 random bytes in base64, from the settings. Where none is set, as in the demonstration, one is
made in a file that only this account can read.
"""

import base64
import os
from contextlib import suppress

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings


def new_key() -> str:
    """A new private key, for the setting."""
    return _text(Ed25519PrivateKey.generate().private_bytes_raw())


def private_key() -> Ed25519PrivateKey:
    """The key of this installation. Raises `ValueError` where the setting is not a key."""
    if settings.HEAD_KEY:
        return Ed25519PrivateKey.from_private_bytes(_bytes(settings.HEAD_KEY))
    path = settings.HEAD_KEY_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), os.fdopen(_only_ours(path), "w") as out:
        out.write(new_key() + "\n")
    return Ed25519PrivateKey.from_private_bytes(_bytes(path.read_text().strip()))


def _only_ours(path: os.PathLike[str]) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half, to be given to whoever verifies elsewhere."""
    return _text(key.public_key().public_bytes_raw())


def public_half(key: str) -> str:
    """The same, of a key as `new_key` gives it."""
    return public_text(Ed25519PrivateKey.from_private_bytes(_bytes(key)))


def sign(words: bytes, key: Ed25519PrivateKey) -> str:
    return _text(key.sign(words))


def is_signed(words: bytes, signature: str, public: str) -> bool:
    """Whether the holder of the private half of `public` signed these words."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(public)).verify(_bytes(signature), words)
    except (InvalidSignature, ValueError):
        return False
    return True


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
