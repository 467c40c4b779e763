"""What is asked about items of an agenda and papers."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms

from goldenthread.documents.actions import Brought
from goldenthread.documents.checking.judging import LARGEST
from goldenthread.documents.checking.kinds import ALLOWED, ENDINGS
from goldenthread.governance.actions.agenda import ItemDetails, PaperDetails
from goldenthread.governance.forms.choices import by_key, one_of, sentences
from goldenthread.governance.models import AgendaItem, Paper
from goldenthread.improvement.models import Promise
from goldenthread.ui.fields import ChoiceField, FileField, TextAreaField, TextField, WholeNumberField
from goldenthread.ui.forms import Form


class ItemForm(Form):
    """An item: its place, what for, what is asked of the board."""

    title = TextField(label="What is the item about?", called="what it is about", max_length=200)
    purpose = ChoiceField(
        label="What is it for?", called="what it is for", choices=sentences(AgendaItem.Purpose.choices)
    )
    asked = TextAreaField(
        label="What is the board asked?",
        called="what the board is asked",
        help_text="For a decision, what it is to decide: “Decide: pay for two psychologist posts”.",
        rows=3,
        required=False,
    )
    presenter_role = TextField(
        label="Which role presents it? (optional)",
        called="who presents it",
        max_length=200,
        required=False,
    )
    minutes_given = WholeNumberField(
        label="How many minutes does it have? (optional)",
        called="its minutes",
        min_value=1,
        max_value=480,
        required=False,
    )
    place = WholeNumberField(
        label="Which place does it have on the agenda?",
        called="its place",
        help_text="1 is first. Families and young people come before figures.",
        min_value=1,
        max_value=200,
    )

    def __init__(
        self,
        *args: Any,
        promises: Sequence[Promise],
        places: int,
        item: AgendaItem | None = None,
        **rest: Any,
    ) -> None:
        rest["initial"] = {"place": places + 1}
        if item is not None:
            rest["initial"] = {
                name: getattr(item, name)
                for name in ("title", "purpose", "asked", "presenter_role", "minutes_given", "place")
            } | {"promise": str(item.promise_id or "")}
        super().__init__(*args, **rest)
        self.promises = by_key(promises)
        if item is not None and item.promise is not None:
            self.promises[str(item.promise_id)] = item.promise
        self.fields["promise"] = one_of(
            self.promises,
            label="Which promise is it about? (optional)",
            called="the promise",
            required=False,
            none="No one promise",
        )

    def clean(self) -> dict[str, Any]:
        """A decision says what is to be decided."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("purpose") == AgendaItem.Purpose.DECIDE and not cleaned.get("asked"):
            self.add_error("asked", "Enter what the board is to decide")
        return cleaned

    def details(self) -> ItemDetails:
        cleaned = self.cleaned_data
        return ItemDetails(
            place=cleaned["place"],
            title=cleaned["title"],
            purpose=AgendaItem.Purpose(cleaned["purpose"]),
            asked=cleaned["asked"],
            presenter_role=cleaned["presenter_role"],
            minutes_given=cleaned["minutes_given"],
            promise=self.promises.get(cleaned["promise"]),
        )


def _file_field() -> FileField:
    return FileField(
        label="The paper",
        called="the paper",
        help_text=f"{ALLOWED}, up to 50 MB, without macros or scripts. It names no child.",
        endings=ENDINGS,
        largest=LARGEST,
    )


class BroughtForm(Form):
    """A file, and the mark that tells a form sent twice from two forms."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    file = _file_field()

    def brought(self) -> Brought:
        file = self.cleaned_data["file"]
        return Brought(str(file.name), file.size, file.file, self.cleaned_data["submission"])


class WhoSees(Form):
    """Who may see a paper; for a restricted one, why."""

    visibility = ChoiceField(
        label="Who may see it?", called="who may see it", choices=sentences(Paper.Visibility.choices)
    )
    restricted_because = TextField(
        label="Why is it restricted?",
        called="why it is restricted",
        help_text="Only for a restricted paper. Everyone on the board reads this reason, but not the title.",
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A reason where it is restricted, and no reason where it is not."""
        cleaned: dict[str, Any] = super().clean() or {}
        restricted = cleaned.get("visibility") == Paper.Visibility.RESTRICTED
        if restricted and not cleaned.get("restricted_because"):
            self.add_error("restricted_because", "Enter why it is restricted")
        if not restricted:
            cleaned["restricted_because"] = ""
        return cleaned


class PaperForm(WhoSees, BroughtForm):
    """A paper with its file."""

    title = TextField(label="Title", called="the title", max_length=200)
    field_order = ("title", "item", "file", "visibility", "restricted_because")

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.items = by_key(items)
        self.fields["item"] = one_of(
            self.items,
            label="For which item? (optional)",
            called="the item",
            required=False,
            none="For the whole meeting",
        )
        self.order_fields(self.field_order)

    def details(self) -> PaperDetails:
        cleaned = self.cleaned_data
        return PaperDetails(
            title=cleaned["title"],
            visibility=Paper.Visibility(cleaned["visibility"]),
            restricted_because=cleaned["restricted_because"],
            item=self.items.get(cleaned["item"]),
        )


class ReplacePaperForm(BroughtForm):
    """A newer version, and what is new."""

    because = TextAreaField(label="What is new in it?", called="what is new", rows=2)


class SayWhoSeesForm(WhoSees):
    """Another answer to who may see a paper, and why."""

    because = TextAreaField(label="Why does it change?", called="why it changes", rows=2)

    def __init__(self, *args: Any, paper: Paper, **rest: Any) -> None:
        rest["initial"] = {
            "visibility": paper.visibility,
            "restricted_because": paper.restricted_because,
        }
        super().__init__(*args, **rest)
