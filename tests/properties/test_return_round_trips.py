"""What is written is read back as it was, through either form of the return and in every year."""

import tempfile
from contextlib import closing
from dataclasses import fields
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.sen2.facts import facts_of
from goldenthread.sen2.folder import FactsFolder
from goldenthread.sen2.people import people_in
from goldenthread.sen2.reading import open_return
from goldenthread.sen2.reading.raw import RECORD_TABLES
from goldenthread.sen2.records import NESTED, RECORDS
from goldenthread.sen2.schemas import DAY, FLAG, RANK, TABLES
from goldenthread.sen2.years import LAYOUTS, layout
from made_up_returns import a_header, as_xml, write_exports

TEXTS = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zs", "Zl", "Zp"]), min_size=1, max_size=12)
    | st.text("<>&'\"]=;, \n", min_size=1, max_size=8).map(lambda text: f"a{text}z")
    | st.sampled_from(["H", "0", "1", "UN1", "=1+1", "O'Neil", "N/A", "null"])
)
VALUES = {
    DAY: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    FLAG: st.booleans(),
    RANK: st.integers(-128, 127),
}


@st.composite
def records(draw, year, table):
    """A record that the year's return can hold, whether or not it makes sense."""
    columns = {element.column for element in layout(year).blocks[table].elements}
    values = {
        column: draw(st.none() | VALUES.get(TABLES[table].field(column).type, TEXTS)) for column in columns
    }
    for attribute, inner in zip(NESTED.get(table, ()), layout(year).blocks[table].holds, strict=True):
        many = str(next(f.type for f in fields(RECORDS[table]) if f.name == attribute)).startswith("tuple")
        inside = records(year, inner)
        values[attribute] = draw(st.lists(inside, max_size=2).map(tuple) if many else st.none() | inside)
    return RECORDS[table](**values)


RETURNS = st.sampled_from(sorted(LAYOUTS)).flatmap(
    lambda year: st.tuples(st.just(year), st.lists(records(year, "people"), max_size=3))
)


def facts_at(path: Path, into: Path) -> Path:
    """The facts as read, before any check."""
    into.mkdir()
    with closing(open_return(path)) as reading, closing(FactsFolder(into)) as folder:
        for batch in reading.batches():
            facts, unreadable = facts_of(batch)
            assert not unreadable
            assert not batch.oddities
            folder.add(facts)
    return into


@given(RETURNS)
@settings(max_examples=40, deadline=None)
def test_what_is_written_as_xml_is_read_back_as_it_was(made):
    year, people = made
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "return.xml"
        path.write_bytes(as_xml(*people, header=a_header(year)))
        read = [person for _, person in people_in(facts_at(path, Path(folder) / "facts"))]
    assert read == people


@given(RETURNS)
@settings(max_examples=40, deadline=None)
def test_collects_exports_give_the_same_facts_as_the_xml(made):
    year, people = made
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "return.xml"
        path.write_bytes(as_xml(*people, header=a_header(year)))
        exports = write_exports(Path(folder) / "exports", a_header(year), people)
        from_xml = facts_at(path, Path(folder) / "a")
        from_exports = facts_at(exports, Path(folder) / "b")
        for table in RECORD_TABLES:
            name = f"{table}.parquet"
            assert pq.read_table(from_xml / name).equals(pq.read_table(from_exports / name)), table
