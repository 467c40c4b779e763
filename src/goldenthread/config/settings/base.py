"""What every way of running shares."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from goldenthread.config.environment import CHECKOUT, ENVIRONMENT
from goldenthread.config.operations_environment import OPERATIONS_ENVIRONMENT
from goldenthread.config.settings.signing_in import *  # noqa: F403  settings files build on one another
from goldenthread.config.settings.signing_in import SIGNING_IN_APPS
from goldenthread.operations.logs import logging_of

INSTALLED_APPS = [
    "goldenthread.ui",
    "goldenthread.audit",
    "goldenthread.organisations",
    "goldenthread.accounts",
    *SIGNING_IN_APPS,
    "goldenthread.outbox",
    "goldenthread.documents",
    "goldenthread.backups",
    "goldenthread.people",
    "goldenthread.casework",
    "goldenthread.casework.access_review",
    "goldenthread.voice",
    "goldenthread.figures",
    "goldenthread.improvement",
    "goldenthread.insight",
    "goldenthread.governance",
    "goldenthread.governance.packs",
    "goldenthread.evidence_room",
    "goldenthread.publication",
    "goldenthread.retention",
    "goldenthread.operations",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "goldenthread.operations.middleware.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "goldenthread.accounts.edges.EdgeMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goldenthread.accounts.middleware.ScopeMiddleware",
    "goldenthread.accounts.middleware.AccessMiddleware",
]

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "goldenthread.ui.jinja_environment.environment",
            "context_processors": ["goldenthread.accounts.context.page_frame"],
        },
    },
    # For what allauth draws and we do not: nothing that can be reached, and a test says so.
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

AUTH_USER_MODEL = "accounts.User"

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATICFILES_DIRS = [built] if (built := CHECKOUT / "build" / "static").is_dir() else []
STATIC_ROOT = CHECKOUT / "build" / "collected"
MEDIA_ROOT = ENVIRONMENT.home / "files"
FACTS_ROOT = ENVIRONMENT.home / "facts"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = ENVIRONMENT.home / "letters-about-signing-in"
OUTBOX_ROOT = ENVIRONMENT.home / "outbox"
HEADS_ROOT = ENVIRONMENT.heads
HEAD_KEY = ""
"""The key that heads of the journal are signed with; where it is empty, one is made in `HEAD_KEY_FILE`."""
HEAD_KEY_FILE = ENVIRONMENT.home / "head-key"
OPEN_DATA_ROOT: Path | None = ENVIRONMENT.home / "open_data"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
COUNT_WHO_ASKS = True
"""Whether `at_most` is kept: off in drills that ask as fast as they can, on everywhere else."""
X_FRAME_OPTIONS = "DENY"

OUTBOX_CARRIERS = {
    channel: "goldenthread.outbox.channels.readable.ReadableOutbox" for channel in ("email", "text", "post")
}
"""Who carries what. By default every message becomes a file that a person reads, prints or posts."""

OUTBOX_GUARDS: list[str] = [
    "goldenthread.people.letters.nothing_after_a_death",
    "goldenthread.people.letters.nothing_to_the_dead",
    "goldenthread.people.letters.no_withheld_address",
]
"""Functions that may refuse a message to its recipient: see `goldenthread.outbox.guards`."""

OUTBOX_HIDDEN_PEOPLE: list[str] = ["goldenthread.people.letters.hidden_people"]
"""Functions from a scope to the numbers of people of whom the outbox may show it nothing."""

PUBLIC_ADDRESS = ENVIRONMENT.public_address
"""Where everyone reads the public site, for links that must be whole; empty where nobody said."""

SMALLEST_COUNT_SHOWN = ENVIRONMENT.smallest_count_shown
"""The public sees no count below this but nought (`goldenthread.analysis.disclosure`)."""
WHAT_TESTS_ASK: dict[str, Any] = {}
"""Numbers of `goldenthread.improvement.judging.asks` that the partnership decided otherwise."""
TASKS_AFTER_MEASURES = ("improvement.judge",)
"""Background tasks, by name, that follow when measures that stand for everyone are worked out."""
RETENTION_DECLARATIONS = [
    f"goldenthread.{area}.retention"
    for area in ["improvement", "outbox", "documents", "casework", "figures", "audit", "people", "config"]
]
"""What each area keeps about a child, in the order in which it is taken away: see `audit.kept`."""

RETENTION_LEDGER = ""
"""The function that is told of each run that erased someone, for restores of older backups."""

CLAMAV = ENVIRONMENT.clamav
"""Where a virus scanner listens; empty where there is none, and pages say so."""

SEALING_REASONS = {
    "adoption": "The child is adopted",
    "witness protection": "Witness protection",
    "staff family": "The family of someone who works here",
    "other": "Another risk to someone’s safety",
}
"""Why a record may be sealed, by code: each partnership's own list."""

SEAL_OPEN_HOURS = 4
"""How long a sealed record stays open to whoever opened it in an emergency. No source gives this number: it
is unconfirmed, and for each partnership to decide."""

ACCESS_REVIEW_DAYS = 14
"""Within how many days of the first of the month access is reviewed. No source gives this number: it is
unconfirmed, and for each partnership to decide."""

UNUSUAL_READING_TIMES = 2
UNUSUAL_READING_AT_LEAST = 5
"""When a review of access marks how many children someone read outside their own work: more than so many
times what is usual for them, and at least so many children more. Both are unconfirmed, as above."""

NAMED_TO_FAMILIES = frozenset({"coordinator", "team manager"})
"""Roles whose holders are named in the history that a family is given; others stand there by their role."""

WHOM_TO_CALL = "the guardian of information, through the council’s main number"
"""Whom staff call about a record that they cannot find: each partnership names its own."""

LAW_FLAGS: frozenset[str] = frozenset()
"""Parts of the law that pages offer only where turned on, such as that of detained persons."""

DEMONSTRATION = False
"""True only in the demonstration: people are invented, and anyone may choose who to be."""

LOGGING = logging_of(sealed=False)
TRUSTED_PROXIES = OPERATIONS_ENVIRONMENT.proxy_addresses
METRICS_TOKEN = OPERATIONS_ENVIRONMENT.metrics_token
SECONDS_TO_STOP = OPERATIONS_ENVIRONMENT.seconds_to_stop
BACKUP_HOURS = OPERATIONS_ENVIRONMENT.backup_hours
SECONDS_TO_CALL_A_WORKER_DEAD = 30
WORKER_OPTIONS: dict[str, float] = {}
"""How often a worker says that it lives, where another pace than the library's is wanted."""

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

NAVIGATION: list[tuple[str, list[tuple[str, str]]]] = [
    ("Your records", [("Your records", "own-records")]),
    ("My work", [("My work", "worklist")]),
    ("Team", [("Team", "team")]),
    ("Find a record", [("Find a record", "find-a-case")]),
    (
        "Figures",
        [
            ("Overview", "overview"),
            ("Everywhere", "everywhere"),
            ("Explore", "explore"),
            ("Clearing the backlog", "clearing"),
            ("Catalogue", "catalogue"),
            ("Watches", "watches"),
            ("Cited", "cited-figures"),
            ("Published tables", "figures"),
        ],
    ),
    (
        "What families said",
        [("Surveys", "surveys"), ("Complaints and contacts", "counts"), ("You said, we did", "heard")],
    ),
    (
        "Promises",
        [
            ("Promises", "promises"),
            ("Plans", "plans"),
            ("Evidence", "evidence-matrix"),
            ("Said of us", "origins"),
        ],
    ),
    (
        "Boards",
        [("Boards", "boards"), ("Packs", "packs"), ("Decisions", "all-decisions"), ("Risks", "board-risks")],
    ),
    (
        "Evidence room",
        [
            ("Evidence room", "evidence-room"),
            ("Figures", "room-figures"),
            ("Search", "room-search"),
            ("What was opened", "room-log"),
            ("Who may come in", "room-openings"),
        ],
    ),
    ("Returns", [("Returns", "returns")]),
    ("Who is who", [("Who is who", "match-questions")]),
    (
        "Release",
        [
            ("Prepare", "prepare-release"),
            ("What may be public", "what-may-be-public"),
            ("Letters", "open-letters"),
            ("Easy words", "easy-words"),
            ("Approve", "approve-release"),
            ("Take down", "take-down"),
        ],
    ),
    ("Outbox", [("Outbox", "outbox")]),
    ("Retention", [("Retention", "retention")]),
    ("Guardian", [("Guardian", "guardian"), ("Who may see deeper", "guard-deeper")]),
    (
        "People",
        [
            ("Partnership", "partnership"),
            ("People with access", "people-with-access"),
            ("Reviews of access", "access-reviews"),
        ],
    ),
    ("The service", [("The service", "service")]),
]
"""Sections of the navigation in order, and the pages of each: words and the page's name. Each person sees
those that they may open; a section leads to the first of them."""

START_PAGES = {"independent chair": "boards"}
"""Where work begins for a role, where that is not the first entry of the navigation."""
