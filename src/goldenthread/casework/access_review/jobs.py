"""Opens the month's reviews of access."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review import actions


@app.periodic(cron="10 5 1 * *")
@app.task(name="access_review.open", queue="access_review", lock="access_review.open")
def open_on_the_first(timestamp: int) -> None:
    """Ten past five on the first day of the month."""
    open_reviews()


def open_reviews() -> int:
    """How many are new. Opening twice makes one."""
    return actions.open_reviews(by=Scope.system("the monthly review of access"))
