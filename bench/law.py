"""How dear is the law? Every date and status of 12,000 cases, against building the answers alone.

Prints one ratio. The floor is the same number of answer objects (a deadline and a verdict for each duty)
built with no rule at all, in the same process and the same rounds; the ratio may be at most 6.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from goldenthread.rules.counting import Counting
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.excuses import Excuse, Finding
from goldenthread.rules.lateness import Lateness, Verdict, lateness
from goldenthread.rules.timetable.advice import advice_due
from goldenthread.rules.timetable.appeals import appeal_due, tribunal_response_due
from goldenthread.rules.timetable.assessment import (
    TIME_TO_SEND_FINAL_PLAN,
    decision_whether_to_assess_due,
    final_plan_due,
    refusal_to_issue_due,
)
from goldenthread.rules.timetable.draft import (
    consultation_reply_due,
    final_plan_earliest_due,
    representations_due,
)
from goldenthread.rules.timetable.mediation import certificate_without_mediation_due
from goldenthread.rules.timetable.orders import Order, tribunal_order_due
from goldenthread.rules.timetable.review import (
    amended_plan_after_review_due,
    amended_plan_due,
    amendment_notice_due,
    decision_after_review_due,
    review_notice_due,
    review_report_due,
)
from goldenthread.rules.timetable.review_cycle import first_review_due, next_review_due

CASES = 12_000
ROUNDS = 3
AT_MOST = 6.0
TODAY = date(2026, 11, 22)

Duty = Callable[[date], Deadline]
Step = tuple[Duty, date, date | None, tuple[Excuse, ...]]
"""Which duty, from which day, done when, with which excuses."""

_SOURCE = TIME_TO_SEND_FINAL_PLAN.versions[0].source
_EXCUSE = Excuse("absence", Finding.MADE_OUT, "away for five weeks", _SOURCE)


def _order(made_on: date) -> Deadline:
    return tribunal_order_due(Order.AMEND_PLAN, made_on)


REQUEST_TO_PLAN: tuple[tuple[Duty, int], ...] = (
    (decision_whether_to_assess_due, 0),
    (refusal_to_issue_due, 0),
    (final_plan_due, 0),
    *((advice_due, 42) for _ in range(6)),
    (representations_due, 110),
    (final_plan_earliest_due, 110),
    (consultation_reply_due, 112),
    (consultation_reply_due, 113),
)
REVIEW: tuple[tuple[Duty, int], ...] = (
    (review_notice_due, 330),
    (review_report_due, 330),
    (decision_after_review_due, 330),
    (amendment_notice_due, 330),
    (amended_plan_due, 355),
    (amended_plan_after_review_due, 330),
    (next_review_due, 356),
)
DISPUTE: tuple[tuple[Duty, int], ...] = (
    (certificate_without_mediation_due, 160),
    (appeal_due, 150),
    (tribunal_response_due, 200),
    (_order, 300),
)


def history(case: int, chance: random.Random) -> list[Step]:
    """One case from request to its latest review, with delays, open ends, disputes and excuses."""
    asked_on = date(2019, 1, 7) + timedelta(days=chance.randrange(2400))
    planned = [*REQUEST_TO_PLAN, (first_review_due, 140)]
    for year in range((TODAY - asked_on).days // 365):
        planned += [(duty, after + 365 * year) for duty, after in REVIEW]
    if case % 12 == 0:
        planned += DISPUTE
    steps: list[Step] = []
    for duty, after in planned:
        event = asked_on + timedelta(days=after)
        if event > TODAY:
            continue
        done_on = event + timedelta(days=chance.randrange(1, 200))
        excuses = (_EXCUSE,) if chance.random() < 0.03 else ()
        steps.append((duty, event, done_on if done_on <= TODAY else None, excuses))
    return steps


def derive(steps: list[Step]) -> list[tuple[Deadline, Lateness]]:
    """Every date and status of the steps, by the rules."""
    answers = []
    for duty, event, done_on, excuses in steps:
        due = duty(event)
        answers.append((due, lateness(due, done_on=done_on, today=TODAY, excuses=excuses)))
    return answers


def build(steps: list[Step]) -> list[tuple[Deadline, Lateness]]:
    """As many answers, with no rule: every field is at hand."""
    answers = []
    way, verdict = Counting.WITHIN, Verdict.LATE
    for _duty, event, done_on, _excuses in steps:
        due = Deadline(event, event, event, way, _SOURCE, event, None, None)
        answers.append((due, Lateness(verdict, event, done_on, None, 1, None, ())))
    return answers


def seconds(work: Callable[[list[Step]], object], cases: list[list[Step]]) -> float:
    """Processor time for all cases, one after the other; answers are dropped, so memory stays small."""
    began = time.process_time()
    for steps in cases:
        work(steps)
    return time.process_time() - began


def main() -> int:
    chance = random.Random(2026)  # noqa: S311 (made-up histories, no secrets)
    cases = [history(case, chance) for case in range(CASES)]
    gc.collect()
    gc.disable()
    floor, law = [], []
    for _ in range(ROUNDS):
        floor.append(seconds(build, cases))
        law.append(seconds(derive, cases))
    ratio = min(law) / min(floor)
    print(f"{CASES} cases, {sum(map(len, cases))} duties with a date and a status each")
    print(f"answers without a rule {min(floor):.2f} s; with the law {min(law):.2f} s")
    print(f"ratio {ratio:.2f}, at most {AT_MOST:.0f}: {'met' if ratio <= AT_MOST else 'NOT MET'}")
    return 0 if ratio <= AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
