"""Every way in which words leave the system besides the answers of its pages: what is withheld is in none.

A new kind of output (an API, an export, a search of its own) adds its function to `OUTPUTS`; the matrix then
asks it as every role. The pages themselves are looked through where the matrix opens them.
"""

from collections.abc import Callable, Iterator

from django.test import Client

from refusals.world import SEALED_NAME, SECRETS, World

Said = tuple[str, bytes]
"""Where it was said, and what."""


def searches(world: World, client: Client) -> Iterator[Said]:
    """Searches by what is withheld, and by the name of the sealed child. What was typed is shown again."""
    for words in (*SECRETS, SEALED_NAME):
        answer = client.get("/find/", {"words": words})
        yield f"/find/?words={words}", answer.content.replace(words.encode(), b"")


OUTPUTS: dict[str, Callable[[World, Client], Iterator[Said]]] = {"searches": searches}
