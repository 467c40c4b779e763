"""Every drill there is. A drill is added here, with its module beside this one."""

from goldenthread.config.drills.drill import Drill

EVERY = (
    Drill(
        name="kill",
        does="kills web server, job worker and database in turn while eight people write",
        size=50,
        of="kills",
        held="survived",
        module="goldenthread.config.drills.kill",
    ),
    Drill(
        name="restore",
        does="backs up a made-up area and restores it, and says how long each took",
        size=12_000,
        of="people",
        held="restored",
        module="goldenthread.config.drills.restore",
        children=0,
    ),
    Drill(
        name="crawl",
        does="opens every page and sends every form as every role, with odd and hostile values",
        size=600,
        of="seconds",
        held="answered well",
        module="goldenthread.config.drills.crawl",
    ),
    Drill(
        name="refusals",
        does="asks every page as every role about every kind of record, and compares with the table",
        size=10_000,
        of="questions",
        held="answered as they must",
        module="goldenthread.config.drills.refusals",
        children=None,
    ),
    Drill(
        name="tamper",
        does="changes, removes, inserts, reorders and cuts off rows behind the journal's back",
        size=500,
        of="attacks",
        held="found and named",
        module="goldenthread.config.drills.tamper",
    ),
)

BY_NAME = {drill.name: drill for drill in EVERY}
