"""Someone at a browser, for drills: opens pages over HTTP, keeps cookies, reads forms and sends them."""

import http.client
from dataclasses import dataclass, field
from email.message import Message
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit
from uuid import uuid4

from lxml import html

SECONDS_TO_WAIT = 60
REDIRECTED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `address` is path and query that were asked for."""

    address: str
    status: int
    headers: Message
    body: bytes

    @property
    def location(self) -> str:
        """Where a redirect leads."""
        return str(self.headers.get("Location", ""))

    @property
    def is_page(self) -> bool:
        return "text/html" in str(self.headers.get("Content-Type", "")) and bool(self.body.strip())

    @property
    def page(self) -> Any:
        """The page as a tree."""
        return html.document_fromstring(self.body)

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    def links(self) -> list[str]:
        """Addresses that the page leads to, without their fragments; only those of this same site."""
        if not self.is_page:
            return []
        found = (urljoin(self.address, link) for link in self.page.xpath("//a[@href]/@href"))
        return [link.partition("#")[0] for link in found if not urlsplit(link).netloc and link[:1] == "/"]

    def forms(self) -> list["PageForm"]:
        """The forms of the page."""
        return [PageForm.of(form, self.address) for form in self.page.forms] if self.is_page else []


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a form: its name, what stands in it, and what may be chosen where it is a choice."""

    name: str
    kind: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageForm:
    """A form as the page shows it."""

    action: str
    method: str
    boxes: tuple[Box, ...]

    @classmethod
    def of(cls, form: Any, address: str) -> "PageForm":
        boxes: dict[str, Box] = {}
        for one in form.xpath(".//input[@name] | .//select[@name] | .//textarea[@name] | .//button[@name]"):
            box = _box(one)
            known = boxes.get(box.name)
            if known and box.choices:
                checked = box.value or known.value
                box = Box(box.name, box.kind, checked, (*known.choices, *box.choices))
            boxes[box.name] = box
        target = urljoin(address, form.get("action") or address)
        return cls(target, (form.get("method") or "get").lower(), tuple(boxes.values()))

    @property
    def values(self) -> dict[str, str]:
        """What the form would send if nothing were typed."""
        return {box.name: box.value for box in self.boxes if box.value and box.kind != "file"}


def _box(one: Any) -> Box:
    name, kind = str(one.get("name")), str(one.get("type") or one.tag)
    if one.tag == "select":
        return Box(name, "select", one.value or "", tuple(one.value_options))
    if one.tag == "textarea":
        return Box(name, kind, one.value or "")
    given = str(one.get("value") or "")
    if kind in ("radio", "checkbox"):
        return Box(name, kind, given if one.get("checked") is not None else "", (given,))
    return Box(name, kind, given)


@dataclass
class Visitor:
    """One browser. Each request has a connection of its own, so a killed server is met at once."""

    port: int
    seconds: float = SECONDS_TO_WAIT
    host: str = "localhost"
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> Answer:
        """One page, redirects not followed. Raises `OSError` or `HTTPException` where no answer comes."""
        return self._ask("GET", address, None, {})

    def post(
        self, address: str, values: dict[str, Any], files: dict[str, tuple[str, bytes]] | None = None
    ) -> Answer:
        """Sends a form; with `files` (name of the box to name and content of the file) as one with files."""
        if files is None:
            kind, body = "application/x-www-form-urlencoded", urlencode(values, doseq=True).encode()
        else:
            kind, body = with_files(values, files)
        return self._ask("POST", address, body, {"Content-Type": kind})

    def send(self, form: PageForm, typed: dict[str, Any]) -> Answer:
        """Sends a form of a page with what was typed into it; what stands in the others is sent too."""
        if form.method == "get":
            return self.get(
                f"{form.action.partition('?')[0]}?{urlencode({**form.values, **typed}, doseq=True)}"
            )
        return self.post(form.action, {**form.values, **typed})

    def sign_in(self, user_id: int) -> None:
        """Be one of the demonstration's people. Raises `PermissionError` where the page does not let us."""
        door = self.get("/choose-who-to-be/")
        form = next((one for one in door.forms() if any(box.name == "persona" for box in one.boxes)), None)
        if form is None or self.send(form, {"persona": user_id}).status not in REDIRECTED:
            raise PermissionError(f"person {user_id} could not sign in")

    def _ask(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.seconds)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            sent = {"Host": f"{self.host}:{self.port}", "Cookie": cookies, **self.headers, **headers}
            asking.request(method, address, body, sent)
            answer = asking.getresponse()
            content = answer.read()
        finally:
            asking.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: part.value for name, part in SimpleCookie(line).items()}
        return Answer(address, answer.status, answer.headers, content)


def with_files(values: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    """A form with files as it is sent: its content type and body."""
    mark = uuid4().hex
    parts = []
    for name, value in values.items():
        for each in value if isinstance(value, list | tuple) else [value]:
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
            parts.append(head.encode() + str(each).encode())
    for name, (called, content) in files.items():
        head = (
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{called}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        parts.append(head.encode() + content)
    return f"multipart/form-data; boundary={mark}", b"\r\n".join(parts) + f"\r\n--{mark}--\r\n".encode()
