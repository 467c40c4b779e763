"""How are the payloads of entries about a person read, whichever version of this system wrote them?

Both kinds have had one version so far; see `goldenthread.casework.payloads`.
"""

from goldenthread.audit.payloads import Readers

ENTRIES = Readers({})
