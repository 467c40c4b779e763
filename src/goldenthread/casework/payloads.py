"""How are the payloads of a case's entries read, whichever version of this system wrote them?

Every kind has had one version so far. Whoever changes what a payload holds adds the reader of the version
before here, `(kind, version): function`, and keeps the examples in the tests as they are.
"""

from goldenthread.audit.payloads import Readers

ENTRIES = Readers({})
