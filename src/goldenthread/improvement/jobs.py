"""Judging promises in the background, whenever measures were worked out."""

from procrastinate.contrib.django import app

from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.watching import look
from goldenthread.improvement.judging_promises import judge
from goldenthread.improvement.watching_promises import open_what_did_not_last


@app.task(name="improvement.judge", queue="figures", pass_context=False)
def judge_promises() -> None:
    """Named in `TASKS_AFTER_MEASURES` of the settings, for figures know nothing of promises."""
    by = Scope.system("measures were worked out")
    look(by=by)
    open_what_did_not_last(by=by)
    judge(by=by)


@app.task(name="improvement.judge_when_asked", queue="figures", pass_context=False)
def judge_when_asked(who: str) -> None:
    judge(by=Scope.system(f"{who} asked for it"))
