"""How is a file handed to a browser so that it is kept and never run?

Whatever a file holds, the browser saves it under the name given, guesses no other kind, and runs nothing
of it.
"""

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header


def download(content: bytes | str, *, name: str, kind: str) -> HttpResponse:
    """A whole file. `kind` is its media type, as in "text/csv; charset=utf-8"."""
    response = HttpResponse(content, content_type=kind)
    keep_from_running(response, name)
    return response


def streamed(pieces: Iterable[bytes | str], *, name: str, kind: str) -> StreamingHttpResponse:
    """The same, piece by piece."""
    response = StreamingHttpResponse(pieces, content_type=kind)
    keep_from_running(response, name)
    return response


def keep_from_running(response: HttpResponseBase, name: str) -> None:
    """Sets the headers of a file that is saved, not shown."""
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
