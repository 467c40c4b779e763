"""An OpenAPI description of the site, from the declared addresses and the forms that pages show."""

from collections.abc import Mapping
from typing import Any

from django.urls import URLPattern

from goldenthread.accounts.access import pages
from goldenthread.config.drills.visitor import Box, PageForm

KINDS: dict[str, dict[str, Any]] = {
    "IntConverter": {"type": "integer", "minimum": 0},
    "UUIDConverter": {"type": "string", "format": "uuid"},
    "SlugConverter": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
}
TEXT = {"type": "string", "minLength": 1}
ANSWERS = {"default": {"description": "A page, a redirect or a refusal."}}


def openapi(forms: Mapping[str, PageForm]) -> dict[str, Any]:
    """The description. `forms` maps a route to the form that is sent to it."""
    paths: dict[str, Any] = {}
    for route, pattern in pages():
        if "(" in route or "^" in route:
            continue  # allauth's own expressions; the crawler visits them
        paths["/" + _address(route)] = _page(route, pattern, forms.get(route))
    return {"openapi": "3.0.3", "info": {"title": "Golden Thread", "version": "1"}, "paths": paths}


def _address(route: str) -> str:
    """cases/<str:reference>/ as cases/{reference}/"""
    for part in route.split("<")[1:]:
        named = part.partition(">")[0]
        route = route.replace(f"<{named}>", "{" + named.rpartition(":")[2] + "}")
    return route


def _page(route: str, pattern: URLPattern, form: PageForm | None) -> dict[str, Any]:
    page: dict[str, Any] = {
        "parameters": [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": KINDS.get(type(converter).__name__, TEXT),
            }
            for name, converter in pattern.pattern.converters.items()
            if f":{name}>" in route or f"<{name}>" in route
        ],
        "get": {"responses": ANSWERS, "parameters": []},
    }
    if form is not None and form.method == "get":
        page["get"]["parameters"] = [
            {"name": box.name, "in": "query", "schema": _schema(box)} for box in form.boxes
        ]
    if form is not None and form.method == "post":
        page["post"] = {"responses": ANSWERS, "requestBody": _body(form)}
    return page


def _body(form: PageForm) -> dict[str, Any]:
    with_files = any(box.kind == "file" for box in form.boxes)
    kind = "multipart/form-data" if with_files else "application/x-www-form-urlencoded"
    boxes = {box.name: _schema(box) for box in form.boxes if box.name != "csrfmiddlewaretoken"}
    return {"content": {kind: {"schema": {"type": "object", "properties": boxes}}}}


def _schema(box: Box) -> dict[str, Any]:
    if box.kind == "file":
        return {"type": "string", "format": "binary"}
    if box.choices:
        return {"type": "string", "enum": list(dict.fromkeys(box.choices))}
    return {"type": "string"}
