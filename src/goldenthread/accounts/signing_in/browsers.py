"""Which browser is this, in words that its owner recognises? No address and no fingerprint is kept."""

from django.http import HttpRequest

NAMES = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def browser_of(request: HttpRequest) -> str:
    """As in "Chrome on Windows"; "a browser" where it does not say."""
    said = request.headers.get("User-Agent", "")
    name = next((name for mark, name in NAMES if mark in said), "a browser")
    machine = next((machine for mark, machine in MACHINES if mark in said), "")
    return f"{name} on {machine}" if machine else name
