"""Does any page fail, give back a script or lead away, whoever opens it and whatever they type?

A crawler follows links and sends forms as every role and as a stranger; then schemathesis asks every address
of a description generated from the declared addresses and the forms that were found (`description.py`).
"""

import http.client
import random
import re
import threading
import time
from collections import Counter, deque
from contextlib import ExitStack
from dataclasses import dataclass, field

from django.db import connection
from django.urls import resolve
from django.urls.exceptions import Resolver404

from goldenthread.accounts.access import pages
from goldenthread.config.drills import by_schemathesis
from goldenthread.config.drills.drill import Outcome, Progress
from goldenthread.config.drills.hostile import FILES, faults_in, odd_address, typed_into
from goldenthread.config.drills.scratch import ScratchArea
from goldenthread.config.drills.visitor import Answer, PageForm, Visitor
from goldenthread.demo.queries import personas

SEED = 12
THREADS = 2
SHARE_OF_THE_CRAWLER = 0.6
MOST_OF_A_ROUTE = 6  # addresses of one page that a role visits for its links: a list has thousands
ENDS_THE_SESSION = re.compile(r"sign-out|choose-who-to-be|accounts/logout")


@dataclass
class Found:
    """What all crawlers together have asked and found wrong."""

    asked: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    forms: dict[str, PageForm] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Crawler:
    """One role at a browser."""

    role: str
    visitor: Visitor
    found: Found
    chance: random.Random
    routes: list[str]
    waiting: deque[str] = field(default_factory=lambda: deque(["/", "/start/"]))
    seen: Counter[str] = field(default_factory=Counter)
    forms: list[PageForm] = field(default_factory=list)

    def step(self) -> None:
        """One request: a page not seen yet, or else a form or an address with odd values."""
        if self.waiting:
            self._read(self.visitor.get(self.waiting.popleft()))
        elif self.forms and self.chance.random() < 0.6:
            self._read(self._send(self.chance.choice(self.forms)))
        else:
            self._read(self.visitor.get(odd_address(self.chance.choice(self.routes), self.chance)))

    def _send(self, form: PageForm) -> Answer:
        typed = typed_into(form, self.chance)
        boxes = [box.name for box in form.boxes if box.kind == "file"]
        if boxes and form.method == "post":
            files = {name: self.chance.choice(FILES) for name in boxes}
            return self.visitor.post(form.action, {**form.values, **typed}, files)
        return self.visitor.send(form, typed)

    def _read(self, answer: Answer) -> None:
        route = _route(answer.address)
        faults = list(faults_in(answer, f"{self.visitor.host}:{self.visitor.port}"))
        with self.found.lock:
            self.found.asked += 1
            self.found.faults.update(f"{fault} at {route} as {self.role}" for fault in faults)
        links = [*answer.links(), answer.location if answer.location.startswith("/") else ""]
        for link in links:
            self._note(link)
        for form in answer.forms():
            self._keep(form)

    def _note(self, link: str) -> None:
        if not link or ENDS_THE_SESSION.search(link) or self.seen[link]:
            return
        route = _route(link)
        if route and self.seen[route] < MOST_OF_A_ROUTE:
            self.seen.update([link, route])
            self.waiting.append(link)

    def _keep(self, form: PageForm) -> None:
        if ENDS_THE_SESSION.search(form.action) or self.seen[f"form {form.action}"]:
            return
        self.seen[f"form {form.action}"] += 1
        self.forms.append(form)
        with self.found.lock:
            self.found.forms.setdefault(_route(form.action), form)


def _route(address: str) -> str:
    try:
        return str(resolve(address.partition("?")[0]).route)
    except Resolver404:
        return ""


def run(area: ScratchArea, size: int, progress: Progress) -> Outcome:
    """Ask for `size` seconds. What is tried is counted in answers; every different fault is one lost."""
    with ExitStack() as stack:
        web = stack.enter_context(area.started("web"))
        found = Found()
        crawlers = [_crawler(role, user, web.port, found) for role, user in roles()]
        connection.close()
        progress(f"crawling as {len(crawlers)} roles")
        _crawl(crawlers, time.monotonic() + size * SHARE_OF_THE_CRAWLER, progress)
        left = int(size * (1 - SHARE_OF_THE_CRAWLER))
        busiest = sorted(crawlers, key=lambda one: -len(one.forms))
        by_schemathesis.ask(
            [(one.role, one.visitor) for one in busiest], found.forms, left, area.home, progress
        ).add_to(found)
    for fault, often in sorted(found.faults.items()):
        progress(f"{fault} ({often} times)")
    lost = len(found.faults)
    return Outcome(tried=found.asked, found=found.asked - sum(found.faults.values()), lost=lost)


def roles() -> list[tuple[str, int | None]]:
    """A stranger, and one person of each role."""
    first = {persona.role: persona.id for persona in reversed(personas())}
    return [("a stranger", None), *sorted(first.items())]


def _crawler(role: str, user: int | None, port: int, found: Found) -> Crawler:
    visitor = Visitor(port)
    if user is not None:
        visitor.sign_in(user)
    routes = [route for route, _ in pages() if not ENDS_THE_SESSION.search(route) and "(" not in route]
    return Crawler(role, visitor, found, random.Random(f"{SEED} {role}"), routes)  # noqa: S311  not a secret


def _crawl(crawlers: list[Crawler], end: float, progress: Progress) -> None:
    problems: list[str] = []
    threads = [
        threading.Thread(target=_in_turn, args=(crawlers[place::THREADS], end, problems), daemon=True)
        for place in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked = crawlers[0].found.asked
    opened = {name for one in crawlers for name in one.seen if not name.startswith(("/", "form "))}
    progress(f"{asked} answers of {len(opened)} pages; {len(crawlers[0].found.forms)} forms")
    crawlers[0].found.faults.update(problems)


def _in_turn(crawlers: list[Crawler], end: float, problems: list[str]) -> None:
    while time.monotonic() < end:
        for crawler in crawlers:
            try:
                crawler.step()
            except (OSError, http.client.HTTPException) as problem:
                problems.append(f"no answer ({type(problem).__name__}) as {crawler.role}")
