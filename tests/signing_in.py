"""Signs a test's client in with a proof of who one is that is as fresh as can be."""

import time

from django.test import Client

from goldenthread.accounts.models import User


def sign_in_afresh(client: Client, user: User) -> User:
    """As if they had just used a passkey: pages that ask who you are again let them through."""
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "type": "webauthn", "at": time.time(), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()
    return user
