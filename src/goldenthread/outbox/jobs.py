"""Delivering in the background, and finding what a lost job left behind."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.outbox import delivering, queries

REASON = "a message that was queued is delivered"


@app.task(name="outbox.deliver", queue="outbox", pass_context=False)
def deliver(message_id: int) -> None:
    delivering.deliver(message_id, by=Scope.system(REASON))


@app.periodic(cron="* * * * *")
@app.task(name="outbox.deliver_what_is_due", queue="outbox", queueing_lock="outbox.due", pass_context=False)
def deliver_what_is_due(timestamp: int) -> None:
    """Each minute: attempts whose time has come, and those of workers that died."""
    by = Scope.system(REASON)
    for message_id in queries.due(by):
        delivering.deliver(message_id, by=by)
