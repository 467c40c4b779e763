"""What is asked about a file of counts."""

from goldenthread.ui.fields import FileField, TextField
from goldenthread.ui.forms import Form
from goldenthread.voice.forms.surveys import LARGEST_FILE


class CountsForm(Form):
    """Complaints, compliments and contacts as a spreadsheet."""

    file = FileField(
        label="The spreadsheet",
        called="the spreadsheet",
        help_text="An Excel or CSV file with the columns of the download: counts only. It is taken whole, or "
        "not at all. A count that is here already is replaced, and what it was stays on record.",
        endings=(".xlsx", ".csv"),
        largest=LARGEST_FILE,
    )
    source = TextField(
        label="Where do these counts come from?",
        called="where they come from",
        help_text="For example, the complaints team’s log, or the contact centre’s system.",
        max_length=500,
    )
