"""Taking away what may no longer be kept, under an authority that itself can never be taken away.

    authority = ask_for_erasure(rows, why="kept long enough", rule="retention schedule 4.2", by=by)
    approve_erasure(authority, by=another_person)
    erase(rows, authority=authority, by=by)

Afterwards a row's erasable columns (`SealForm.erasable`) hold a tombstone, its salt is gone, and
`./gt audit verify` counts it as erased under that authority. The chain stays whole.
"""

from goldenthread.audit.erasure.actions import approve_erasure, ask_for_erasure, erase
from goldenthread.audit.erasure.tombstones import is_erased

__all__ = ["approve_erasure", "ask_for_erasure", "erase", "is_erased"]
