"""What is asked of voice: surveys and answers, counts, and what was heard."""

from goldenthread.voice.queries.answered import answers
from goldenthread.voice.queries.asked import surveys
from goldenthread.voice.queries.counted import series
from goldenthread.voice.queries.said import heard

__all__ = ["answers", "heard", "series", "surveys"]
