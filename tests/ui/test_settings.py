"""What is remembered of the user survives, and what cannot be understood is as if it was not there."""

from pathlib import Path

import pytest

from gvkaart.ui import settings
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.settings import MAX_BASES, MAX_RECENT, Settings


def test_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    chosen = Settings("en", Scheme.DARK).with_recent(tmp_path / "é & <b>.gvkaart")
    settings.save(chosen, tmp_path / "map" / "s.json")
    assert settings.load(tmp_path / "map" / "s.json") == chosen
    assert (tmp_path / "map" / "s.json").stat().st_mode & 0o077 == 0


NONSENSE = ("", "[]", "null", "{", '{"scheme": "paars"}', '{"recent": 3}', "\x00", '"x"', "[" * 100_000)
FAR_AWAY = '{"places": {"a": ["m", 1' + "0" * 400 + ", 0, 0]}}"


@pytest.mark.parametrize("text", [*NONSENSE, FAR_AWAY])
def test_nonsense_is_no_settings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(text)
    assert settings.load(path) == Settings()


def test_recent_are_few_and_each_once(tmp_path: Path) -> None:
    chosen = Settings()
    for number in (*range(20), 5):
        chosen = chosen.with_recent(tmp_path / str(number))
    assert len(chosen.recent) == MAX_RECENT
    assert chosen.recent[0] == str(tmp_path / "5")
    assert len(set(chosen.recent)) == MAX_RECENT


def test_what_web_addresses_begin_with_is_kept_for_some_documents(tmp_path: Path) -> None:
    chosen = Settings()
    for number in (*range(MAX_BASES + 5), 7):
        chosen = chosen.with_base(str(number), f"https://example.org/{number}/")
    assert (len(chosen.bases), next(iter(chosen.bases))) == (MAX_BASES, "7")
    settings.save(chosen, tmp_path / "s.json")
    assert settings.load(tmp_path / "s.json") == chosen
    assert "7" not in chosen.with_base("7", "").bases


def test_folder_that_cannot_be_written_is_nobodys_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.save(Settings(), tmp_path / "file" / "s.json")
