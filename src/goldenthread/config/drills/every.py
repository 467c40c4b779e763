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
)

BY_NAME = {drill.name: drill for drill in EVERY}
