"""Where may a person be sent on to? Only within this site: an address that was given elsewhere is dropped."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def within_this_site(request: HttpRequest, address: str) -> str:
    """The address if it stays on this site, else nothing."""
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else ""
