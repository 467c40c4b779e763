"""What nobody should type, and does: odd and hostile values, and how a fault in an answer is known."""

import random
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from goldenthread.config.drills.visitor import REDIRECTED, Answer, Box, PageForm

MARK = "gtprobe"
SCRIPTS = (
    f"<script>{MARK}()</script>",
    f'"><img src=x onerror={MARK}()>',
    f"'><svg/onload={MARK}()>",
    f"</textarea><script>{MARK}()</script>",
)
"""Would run if a page gave them back as they are."""
ELSEWHERE = ("//gtprobe.example/", "https://gtprobe.example/", "/\\gtprobe.example/", "javascript:gtprobe()")
"""Would lead away from the site if a page sent people where it is told to."""
ODD = (
    "",
    " ",
    "\x00",
    "0",
    "-1",
    "99999999999999999999",
    "2147483648",
    "9223372036854775807",
    "1e400",
    "NaN",
    "31",
    "0000",
    "ÿ\u202e\u0000\ud7ff",
    "😀" * 50,
    "a" * 10_000,
    "' OR 1=1 --",
    "%00%ff%s%n",
    "{{7*7}}{% raw %}",
    "../../../etc/passwd",
    "null",
    "[]",
    "2025-02-30",
    "00000000-0000-0000-0000-000000000000",
)
VALUES = (*SCRIPTS, *ELSEWHERE, *ODD)
TRACES = ("Traceback (most recent call last)", "DoesNotExist at /", "psycopg.", "django.db.utils.")
SERVER_ERROR = 500
KEPT = frozenset({"csrfmiddlewaretoken"})
FILES = (
    ("empty.txt", b""),
    (f"<script>{MARK}()</script>.csv", b"name,urn\n=1+1,<script>gtprobe()</script>\n"),
    ("return.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ("return.xml", b"<Message><Header>" + b"<a>" * 5_000),
    ("zip.docx", b"PK\x03\x04" + b"\x00" * 200),
    ("../../outside.pdf", b"%PDF-1.7\n" + b"\xff" * 500),
)


def faults_in(answer: Answer, host: str) -> Iterator[str]:
    """What is wrong with an answer, in a few words each."""
    if answer.status >= SERVER_ERROR:
        yield f"status {answer.status}"
    if answer.status in REDIRECTED and not _stays(answer, host):
        yield f"a redirect away from the site, to {answer.location[:80]}"
    if not answer.is_page:
        return
    text = answer.text
    yield from (f"a stack trace ({trace})" for trace in TRACES if trace in text)
    yield from (f"a script given back as it came ({script})" for script in SCRIPTS if script in text)
    if "javascript:gtprobe" in text and _is_a_link(answer):
        yield "a link that would run a script"


def _stays(answer: Answer, host: str) -> bool:
    target = answer.location.replace("\\", "/")
    parts = urlsplit(urljoin(f"http://{host}{answer.address}", target))
    return parts.scheme in ("http", "https") and parts.netloc == host


def _is_a_link(answer: Answer) -> bool:
    found = answer.page.xpath("//@href | //@src | //@action | //@formaction")
    return any(str(one).strip().lower().startswith("javascript:") for one in found)


def typed_into(form: PageForm, chance: random.Random) -> dict[str, str]:
    """Values for the boxes of a form: some as they should be, most as they should not."""
    return {
        box.name: _value(box, chance) for box in form.boxes if box.name not in KEPT and box.kind != "file"
    }


def _value(box: Box, chance: random.Random) -> str:
    if box.choices and chance.random() < 0.7:
        return chance.choice(box.choices)
    if box.value and chance.random() < 0.4:
        return box.value
    if chance.random() < 0.2:
        return chance.choice(("1", "2", "2024", "Ash", "3"))
    return chance.choice(VALUES)


def odd_address(route: str, chance: random.Random) -> str:
    """An address of a route with odd values for its parts, and an odd question after it."""
    parts = []
    for part in route.split("/"):
        parts.append(quote(chance.choice(VALUES), safe="") if part.startswith("<") else part)
    name = chance.choice(("q", "next", "page", "when", "area", "measure", "year", "format"))
    return f"/{'/'.join(parts)}?{name}={quote(chance.choice(VALUES), safe='')}"
