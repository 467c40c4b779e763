"""What a pack may say, and that it is kept whole."""

from dataclasses import replace

import pytest

from areas.governance.packs.papers import EVERY_BLOCK, figure, five_tests, paper, table
from goldenthread.governance.packs import contents as c
from goldenthread.governance.packs.written import BLOCKS, digest_of, read, written


def test_what_was_written_reads_back_as_it_was():
    assert read(written(paper())) == paper()


def test_the_same_contents_are_the_same_text_and_others_another():
    assert written(paper()) == written(paper())
    assert digest_of(written(paper())) != digest_of(written(paper(summary="Otherwise.")))


def test_every_kind_of_block_is_in_the_paper_of_these_tests():
    assert {type(block).__name__ for block in EVERY_BLOCK} == set(BLOCKS)


@pytest.mark.parametrize("lost", ["definition", "as_at", "citation"])
def test_no_figure_stands_without_definition_day_and_citation(lost):
    with pytest.raises(c.NotAPaper):
        figure(**{lost: ""})


def test_a_figure_that_is_not_there_says_why():
    with pytest.raises(c.NotAPaper):
        c.Figure("Waits")


def test_the_five_tests_stand_in_their_order_and_each_once():
    with pytest.raises(c.NotAPaper):
        replace(five_tests(), tests=five_tests().tests[::-1])
    with pytest.raises(c.NotAPaper):
        replace(five_tests(), tests=five_tests().tests[:4])


def test_a_table_has_heads_and_says_what_it_means_to_be_empty():
    with pytest.raises(c.NotAPaper):
        replace(table(), missing="")
    with pytest.raises(c.NotAPaper):
        replace(table(), rows=(("one cell",),))


def test_no_heading_stands_below_none():
    with pytest.raises(c.NotAPaper):
        paper(c.Heading("Two steps down", 2))


def test_a_quotation_says_whose_words_it_gives():
    with pytest.raises(c.NotAPaper):
        c.Quote("Words", " ")
