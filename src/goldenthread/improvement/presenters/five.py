"""The five tests as the component draws them."""

from typing import Any

from django.urls import reverse

from goldenthread.improvement.judging.values import FiveTests, Test, Verdict
from goldenthread.ui.values import Link, State, TestName, TestResult

NAMES: dict[Test, TestName] = {
    Test.DONE: "Done",
    Test.WORKING: "Working",
    Test.FELT: "Felt",
    Test.EVERYWHERE: "Everywhere",
    Test.LASTING: "Lasting",
}


def results(five: FiveTests, *, with_links: bool = False) -> list[TestResult]:
    """In their order. Links lead to pages of staff: not for what leaves the service."""
    return [
        TestResult(
            NAMES[one.test],
            state_of(one),
            one.says,
            one.limit,
            _link(one) if with_links else None,
        )
        for one in five.verdicts
    ]


def state_of(one: Verdict) -> State:
    """The state as the component names it."""
    state: State = one.state.value
    return state


def _link(one: Verdict) -> Link | None:
    """Where to see what a test rests on."""
    if one.test is Test.DONE:
        return Link("Milestones and first dates", "#work")
    kept: list[dict[str, Any]] = [*one.rests_on.get("measures", ())]
    if one.test is Test.WORKING and kept:
        return Link("Charts and definition", reverse("measure", args=[kept[0]["measure"]]))
    groups = [row for row in one.rests_on.get("groups", ()) if row.get("measure")]
    if one.test is Test.EVERYWHERE and groups:
        query = f"?measure={groups[0]['measure']}&dimension={groups[0]['dimension']}"
        return Link("By place, need, age and group", f"{reverse('everywhere')}{query}")
    if one.test is Test.LASTING and one.rests_on.get("watches"):
        return Link("What is watched", reverse("watches"))
    return None
