"""What is asked when a document is added."""

from uuid import uuid4

from django import forms

from goldenthread.documents.checking.judging import LARGEST
from goldenthread.documents.checking.kinds import ALLOWED, ENDINGS
from goldenthread.ui.fields import ChoiceField, FileField, TextField
from goldenthread.ui.forms import Form

KINDS = [
    ("advice", "Advice or a report"),
    ("letter received", "A letter that came"),
    ("letter sent", "A letter that we sent"),
    ("views", "Views of the child, young person or family"),
    ("meeting", "Notes of a meeting"),
    ("other", "Something else"),
]


class NewVersionForm(Form):
    """The file alone, and the mark that tells a form sent twice from two forms."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    file = FileField(
        label="The document",
        called="the document",
        help_text=f"{ALLOWED}, up to 50 MB. Files with macros or scripts are not kept.",
        endings=ENDINGS,
        largest=LARGEST,
    )


class AddDocumentForm(NewVersionForm):
    """The file, what it is and what it is called."""

    kind = ChoiceField(label="What is it?", called="what it is", choices=KINDS)
    title = TextField(
        label="Title",
        called="a title",
        help_text="As a colleague would look for it, for example: Speech and language advice, March 2025.",
        max_length=200,
    )
    field_order = ("kind", "title", "file")
