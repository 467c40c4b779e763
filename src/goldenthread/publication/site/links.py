"""How one page of the site leads to another: from the root of the server, or relative in an export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import relpath

from django.templatetags.static import static


@dataclass(frozen=True, slots=True)
class Links:
    """`page` is where the reader is. Live and in a preview, pages lie below `root`.

    With `assets` the links are relative and end in a file, so that they work from any folder.
    """

    page: str
    root: str = "/"
    assets: Mapping[str, str] | None = field(default=None)
    find: str = ""
    """The address of the search, where there is a server for it."""
    updates: str = ""
    """Where one asks for e-mail, where there is a server for it."""
    law: str = ""

    def to(self, path: str) -> str:
        """The link to a page, with its place on it."""
        if self.assets is None:
            return f"{self.root}{path}"
        page, hash_, place = path.partition("#")
        return f"{self._relative(file_of(page))}{hash_}{place}"

    def asset(self, name: str) -> str:
        """The link to a style sheet, a typeface or a picture: what templates call `static`."""
        return static(name) if self.assets is None else self._relative(self.assets[name])

    def _relative(self, file: str) -> str:
        return relpath(file, f"/{file_of(self.page)}".rpartition("/")[0].lstrip("/") or ".")


def file_of(path: str) -> str:
    """The file of a page in an export."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
