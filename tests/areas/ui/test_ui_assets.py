"""Style sheets are made once, made again when a source changes, and a failure says what to do."""

import gzip
import re
import sys
from pathlib import Path

import pytest

from goldenthread.ui import assets

PUBLIC_PAGE_AT_MOST = 20_000
"""Bytes of style sheet for a public page, compressed; the whole page is to stay far below 100 KB."""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A build in a folder of its own whose slow steps only write what they would have made."""
    served, done = tmp_path / "served", []
    monkeypatch.setattr(assets, "SERVED", served)
    monkeypatch.setattr(assets, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(assets, "NODE_HOME", tmp_path / "node")

    def compile_them() -> None:
        done.append("compiled")
        for path in assets.made_files():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")

    monkeypatch.setattr(assets, "install_packages", lambda: done.append("installed"))
    monkeypatch.setattr(assets, "compile_style_sheets", compile_them)
    monkeypatch.setattr(assets, "copy_fonts", lambda: done.append("copied"))
    return done


def test_nothing_is_made_twice_from_the_same_sources(elsewhere: list[str]) -> None:
    assert assets.build(quietly=True) is True
    assert assets.build(quietly=True) is False
    assert elsewhere == ["installed", "compiled", "copied"]


def test_a_changed_source_or_a_lost_file_is_made_again(
    elsewhere: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assets.build(quietly=True)
    next(iter(assets.made_files())).unlink()
    assert assets.build(quietly=True) is True
    changed = tmp_path / "one-more.scss"
    changed.write_text("a {}")
    before = assets.sources()
    monkeypatch.setattr(assets, "sources", lambda: [*before, changed])
    assert assets.build(quietly=True) is True


def test_a_build_that_fails_is_not_taken_for_done(
    elsewhere: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise assets.AssetsNotBuilt("compiling failed")

    assets.build(quietly=True)
    monkeypatch.setattr(assets, "digest_of", lambda paths: "another")
    monkeypatch.setattr(assets, "copy_fonts", fail)
    with pytest.raises(assets.AssetsNotBuilt):
        assets.build(quietly=True)
    assert not assets.STAMP.exists()


def test_what_a_program_said_is_shown_only_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "NODE_HOME", tmp_path)
    assets.run(sys.executable, "-c", "print('chatter')", doing="compiling")
    with pytest.raises(assets.AssetsNotBuilt, match=r"compiling failed\. The program said:\nno such colour"):
        assets.run(sys.executable, "-c", "raise SystemExit('no such colour')", doing="compiling")


def test_a_missing_node_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(assets.AssetsNotBuilt, match=r"node is missing\. Run \./gt"):
        assets.program("node")


def test_the_lock_of_npm_names_no_host() -> None:
    lock = (assets.CHECKOUT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert not re.findall(r'"(?:tarball|registry)"', lock)


@pytest.mark.journey
def test_the_style_sheets_are_small_ours_and_ask_nobody_else() -> None:
    sheets = {name: (assets.SERVED / f"{name}.css").read_bytes() for name in assets.STYLE_SHEETS}
    assert len(gzip.compress(sheets["golden-thread"])) < PUBLIC_PAGE_AT_MOST
    for sheet in sheets.values():
        text = sheet.decode()
        assert "GDS Transport" not in text
        assert "crown" not in text
        assert all(
            address.startswith("fonts/") or address.startswith("data:")
            for address in re.findall(r'url\("?([^")]+)', text)
        )
