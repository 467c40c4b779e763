"""Words that several parts of a pack need: who answers, what is invented, and states of a test."""

from goldenthread.governance.packs.contents import Tested, TestRow
from goldenthread.improvement.judging.values import FiveTests, State
from goldenthread.improvement.models import Promise
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import STATE_WORDS

EXAMPLE = "example: invented for the demonstration"


def as_example(words: str, is_example: bool) -> str:
    """The words, and where they are invented, that they are."""
    return f"{words} ({EXAMPLE})" if is_example else words


def who(role: str, body: str) -> str:
    """A role and its body, as one names them."""
    return f"{start_upper(role)}, {body}" if role else body


def state_words(state: State | None) -> str:
    return STATE_WORDS[state.value] if state is not None else "Not judged"


def tested(promise: Promise, five: FiveTests) -> Tested:
    """A promise and its tests, as they were worked out: no word is added, none is left out."""
    words = as_example(promise.words, promise.is_example)
    if promise.closed_on is not None:
        words = f"{words} Closed, and watched since."
    rows = (
        TestRow(one.test.value.capitalize(), one.state.value, one.says, one.limit)  # type: ignore[arg-type]
        for one in five.verdicts
    )
    return Tested(promise.code, words, who(promise.accountable_role, promise.accountable.name), tuple(rows))
