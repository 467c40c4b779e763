"""What is counted of complaints, compliments and contacts, and which count is a part of which?"""

from enum import StrEnum

from goldenthread.analysis.statistics.polarity import Polarity


class Counts(StrEnum):
    """What a series counts. The value stands in files and tables."""

    COMPLAINTS_RECEIVED = "complaints received"
    COMPLAINTS_ANSWERED = "complaints answered"
    COMPLAINTS_IN_TIME = "complaints answered in time"
    COMPLAINTS_UPHELD = "complaints upheld"
    COMPLIMENTS = "compliments received"
    MESSAGES_RECEIVED = "messages received"
    MESSAGES_ANSWERED = "messages answered"
    OMBUDSMAN_INVESTIGATED = "ombudsman investigations"
    OMBUDSMAN_UPHELD = "ombudsman investigations upheld"

    @property
    def words(self) -> str:
        return f"{self.value[0].upper()}{self.value[1:]}"

    @property
    def out_of(self) -> "Counts | None":
        """What these are a part of; None for what stands alone."""
        return PART_OF.get(self)

    @property
    def by_working_days(self) -> bool:
        """Does each count say how many working days these took?"""
        return self is Counts.MESSAGES_ANSWERED

    @property
    def better(self) -> Polarity:
        """Which way is better; of answered messages, of the days that it took.

        More complaints received can mean that people trust that they are heard.
        """
        return BETTER.get(self, Polarity.NEITHER)


PART_OF = {
    Counts.COMPLAINTS_IN_TIME: Counts.COMPLAINTS_ANSWERED,
    Counts.COMPLAINTS_UPHELD: Counts.COMPLAINTS_ANSWERED,
    Counts.OMBUDSMAN_UPHELD: Counts.OMBUDSMAN_INVESTIGATED,
}
BETTER = {
    Counts.COMPLAINTS_IN_TIME: Polarity.HIGHER_IS_BETTER,
    Counts.COMPLIMENTS: Polarity.HIGHER_IS_BETTER,
    Counts.MESSAGES_ANSWERED: Polarity.LOWER_IS_BETTER,
    Counts.OMBUDSMAN_INVESTIGATED: Polarity.LOWER_IS_BETTER,
    Counts.OMBUDSMAN_UPHELD: Polarity.LOWER_IS_BETTER,
}
