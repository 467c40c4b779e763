"""What is asked when a measure or a voice is attached to a promise."""

from collections.abc import Mapping, Sequence
from typing import Any

from goldenthread.analysis.catalogue import Direction, Measure
from goldenthread.audit import clock
from goldenthread.improvement.actions.judging import MeasureDetails
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, NumberField, TextField
from goldenthread.ui.forms import Form
from goldenthread.voice.models import CountSeries, Heard, Question

Voice = Question | CountSeries | Heard
EVERYONE = ("", "Everyone")


class PromiseMeasureForm(Form):
    """A measure with where it stood and where it is promised to stand."""

    baseline = NumberField(
        label="Where did it stand?",
        called="where it stood",
        help_text="In the measure’s own unit: 26 for 26%, 40 for 40 children.",
    )
    baseline_on = DateField(label="On which day?", called="the day it stood there", today=clock.today)
    source = TextField(
        label="Who says so?",
        called="who says so",
        help_text="The paper or the publication that gives the figure.",
        max_length=200,
    )
    target = NumberField(label="Where will it stand?", called="where it will stand")
    target_on = DateField(label="By which day?", called="the day it will stand there")

    def __init__(
        self,
        *args: Any,
        measures: Sequence[tuple[Measure, str]],
        groups: Sequence[tuple[str, str, str]],
        **rest: Any,
    ) -> None:
        super().__init__(*args, **rest)
        self.measures = {one.name: one for one, _ in measures}
        titles = [(one.name, f"{one.title} (no figures yet)" if why else one.title) for one, why in measures]
        self.groups = {f"{way}/{group}": (way, group) for way, group, _ in groups}
        first = {
            "measure": ChoiceField(
                label="Which measure?",
                called="the measure",
                choices=[("", "Choose"), *titles],
                as_select=True,
                help_text="Only measures of which one direction is better, and that are counted every month.",
            )
        }
        if groups:
            first["group"] = ChoiceField(
                label="Of whom?",
                called="of whom",
                choices=[EVERYONE, *((f"{way}/{group}", title) for way, group, title in groups)],
                as_select=True,
                required=False,
            )
        self.fields = first | self.fields

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        begins, ends = cleaned.get("baseline_on"), cleaned.get("target_on")
        if begins and ends and ends <= begins:
            self.add_error("target_on", "The day it will stand there must be after the day it stood there")
        measure = self.measures.get(cleaned.get("measure", ""))
        was, will = cleaned.get("baseline"), cleaned.get("target")
        if measure is None or was is None or will is None:
            return cleaned
        rises = measure.direction is Direction.HIGHER
        if was == will or (will > was) != rises:
            way = "higher" if rises else "lower"
            self.add_error(
                "target", f"Where it will stand must be {way} than where it stood: {way} is better"
            )
        return cleaned

    def details(self) -> MeasureDetails:
        cleaned = self.cleaned_data
        dimension, group = self.groups.get(cleaned.get("group", ""), ("", ""))
        return MeasureDetails(
            measure=cleaned["measure"],
            baseline=cleaned["baseline"],
            baseline_on=cleaned["baseline_on"],
            source=cleaned["source"],
            target=cleaned["target"],
            target_on=cleaned["target_on"],
            dimension=dimension,
            group=group,
        )


class PromiseVoiceForm(Form):
    """A question of a survey, something that is counted, or something that was heard."""

    def __init__(self, *args: Any, voices: Mapping[str, Voice], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.voices = voices
        self.fields["voice"] = ChoiceField(
            label="What do families say?",
            called="what families say",
            choices=[("", "Choose"), *((key, voice_words(one)) for key, one in voices.items())],
            as_select=True,
            help_text="A question stands for itself and for the same question of later surveys.",
        )

    def voice(self) -> Voice:
        return self.voices[self.cleaned_data["voice"]]


def voice_words(voice: Voice) -> str:
    """What a voice is, on one line."""
    if isinstance(voice, Question):
        return f"Asked: “{voice.words}” ({voice.survey})"
    return f"Counted: {voice}" if isinstance(voice, CountSeries) else f"Heard: {str(voice)[:120]}"
