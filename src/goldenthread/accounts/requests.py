"""A request that knows who sent it: what `accounts.middleware` hands to every view."""

from django.http import HttpRequest

from goldenthread.audit.scope import Scope


class ScopedRequest(HttpRequest):
    """For annotations: Django's request with the scope that `ScopeMiddleware` sets."""

    scope: Scope
