"""What came of a spreadsheet, row by row."""

from collections.abc import Sequence

from goldenthread.documents.spreadsheets import Problem
from goldenthread.ui.values import Cell, Column, Table
from goldenthread.voice.actions.survey_files import RowAnswer


def answers_table(answers: Sequence[RowAnswer]) -> Table:
    """What came of each row."""
    columns = [Column("Row", number=True), Column("What came of it")]
    return Table(columns, [[each.row, each.says] for each in answers], "Row by row")


def problems_table(problems: Sequence[Problem]) -> Table:
    """What is wrong, row by row, and how to mend it."""
    columns = [Column("Row"), Column("Column"), Column("What is wrong"), Column("How to mend it")]
    return Table(
        columns,
        [
            [Cell(f"Row {each.row}" if each.row else "The file"), each.column or None, each.says, each.fix]
            for each in problems
        ],
        "What is wrong",
        missing="all",
    )
