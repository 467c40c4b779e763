"""What voice keeps: surveys and their answers as counts, counts by month or year, and what came of them."""

from goldenthread.voice.models.counts import CountSeries, PeriodCount
from goldenthread.voice.models.heard import Heard
from goldenthread.voice.models.surveys import Answer, Question, Rating, Survey, ThemeResponse

__all__ = [
    "Answer",
    "CountSeries",
    "Heard",
    "PeriodCount",
    "Question",
    "Rating",
    "Survey",
    "ThemeResponse",
]
