"""Opens the month's reviews of access."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review import actions


@app.periodic(cron="10 5 1-7 * *")
@app.task(name="access_review.open", queue="access_review", lock="access_review.open")
def open_at_the_beginning_of_the_month(timestamp: int) -> None:
    """On the first of the month, and for a week after: no month is missed where nothing ran that morning."""
    open_reviews()


def open_reviews() -> int:
    """How many are new. Opening twice makes one."""
    return actions.open_reviews(by=Scope.system("the monthly review of access"))
