"""The site as files: whole by itself, put in place in one move, and with nothing of the service in it."""

import os

import pytest

from areas.publication.partnership import SECRETS
from areas.publication.releasing import a_letter, release
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.config.site_export import export_to
from goldenthread.publication.exporting.checking import problems
from goldenthread.publication.exporting.writing import MARK, NotExported, export, whole_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def style(tmp_path, settings):
    """Style sheets as they are built, so that no test waits for them."""
    made = tmp_path / "static" / "ui"
    (made / "fonts").mkdir(parents=True)
    (made / "golden-thread.css").write_text("@font-face{src:url(fonts/a.woff2)}")
    (made / "fonts" / "a.woff2").write_bytes(b"a typeface")
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    return made


@pytest.fixture
def typefaces(monkeypatch, style):
    name = "ui/fonts/source-sans-3-latin-wght-normal.woff2"
    (style.parent / name).write_bytes(b"the typeface that pages ask for first")
    (style / "golden-thread.css").write_text(
        "@font-face{src:url(fonts/source-sans-3-latin-wght-normal.woff2)}"
    )


def test_the_export_is_whole_by_itself(released, typefaces):
    written = whole_site()
    assert problems(written) == []
    assert {"index.html", "404.html", "progress/feed.xml", "progress/find/index.html"} <= written.keys()
    pages = [held.decode() for path, held in written.items() if path.endswith(".html")]
    assert len(pages) > 30
    assert not [page for page in pages if "<form" in page or "<script" in page or "/release/" in page]
    assert any(path.startswith("progress/files/") for path in written)


def test_nothing_that_is_not_public_is_exported(released, typefaces):
    site = whole_site()
    found = [(path, secret) for path, held in site.items() for secret in SECRETS if secret.encode() in held]
    assert found == []


def test_nothing_of_those_who_made_it_is_exported(released, typefaces):
    everything = b"".join(whole_site().values())
    for name in (b"Lena Example", b"Dora Example", b"sessionid", b"csrf", b"sign-in"):
        assert name not in everything


def test_it_is_put_in_place_in_one_move_and_keeps_what_is_unchanged(
    released, typefaces, lead, director, tmp_path
):
    out = tmp_path / "public" / "site"
    first = export(out)
    assert (out / "index.html").is_file()
    assert first.unchanged == 0
    figures = (out / "assets").iterdir()
    before = {path: os.stat(path).st_ino for path in figures}
    again = export(out)
    assert again.unchanged == again.files
    letter = a_letter(lead, "A new letter")
    release(lead, director)
    newer = export(out)
    assert 0 < newer.unchanged < newer.files
    assert (out / f"progress/letters/{letter.pk}/index.html").is_file()
    assert {path: os.stat(path).st_ino for path in (out / "assets").iterdir()} == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_folder_of_something_else_is_never_replaced(released, typefaces, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    with pytest.raises(NotExported, match="something else"):
        export(tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"


def test_before_the_first_release_there_is_nothing_to_export(db, tmp_path, capsys):
    with pytest.raises(NotPossibleNow):
        whole_site()
    assert export_to(tmp_path / "site") == 1
    assert "Nothing was released yet" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_the_command_says_what_it_wrote(released, typefaces, tmp_path, capsys):
    assert export_to(tmp_path / "site") == 0
    assert "No dead link" in capsys.readouterr().out
    assert (tmp_path / "site" / MARK).read_text() == f"{released.digest}\n"


def page(body):
    return {"index.html": f"<html><body>{body}</body></html>".encode(), "404.html": b""}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<a href="gone/index.html">x</a>', "which is not there"),
        ('<a href="index.html#nowhere">x</a>', "a place that is not on that page"),
        ('<form action="/x"></form>', "has a <form>"),
        ("<script>1</script>", "has a <script>"),
        ('<img src="https://tracker.example/x.gif">', "from elsewhere"),
        ('<link rel="stylesheet" href="//fonts.example/x.css">', "from elsewhere"),
        ('<p onclick="x()">x</p>', "has onclick"),
        ('<a href="http://insecure.example/">x</a>', "not https"),
        ('<a href="javascript:x()">x</a>', "more than lead"),
        ('<meta http-equiv="set-cookie" content="a=b">', "http-equiv"),
    ],
)
def test_what_must_not_be_in_an_export_is_found(body, found):
    assert any(found in one for one in problems(page(body))), problems(page(body))


def test_a_page_that_nobody_can_come_to_is_found():
    assert "lost.html is reached from no page." in problems({**page("x"), "lost.html": b"x"})
