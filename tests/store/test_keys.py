"""One key a day: sealed for a conversation, readable while the key is there, then never again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.keys import FolderKeyStore, KeyDestroyed, KeyLost, Keyring, MemoryKeyStore

TODAY = date(2026, 11, 22)
MASTER = b"m" * 32


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])), about=st.text(alphabet="0123456789abcdef"))
def test_what_was_sealed_can_be_opened(text: str, about: str) -> None:
    keyring = Keyring(MemoryKeyStore(), master_key=MASTER)
    sealed = keyring.encrypt(text, day=TODAY, about=about)
    assert keyring.decrypt(sealed, day=TODAY, about=about) == text
    assert len(sealed) == len(text.encode()) + 28


def test_the_same_words_are_never_sealed_the_same() -> None:
    keyring = Keyring(MemoryKeyStore(), master_key=MASTER)
    assert len({keyring.encrypt("死にたい", day=TODAY, about="a") for _ in range(20)}) == 20


def test_a_row_cannot_be_moved_to_another_conversation_or_day() -> None:
    keyring = Keyring(MemoryKeyStore(), master_key=MASTER)
    sealed = keyring.encrypt("words", day=TODAY, about="a")
    keyring.encrypt("words", day=TODAY + timedelta(days=1), about="a")
    for day, about in ((TODAY, "b"), (TODAY + timedelta(days=1), "a"), (TODAY - timedelta(days=1), "a")):
        with pytest.raises(KeyDestroyed):
            keyring.decrypt(sealed, day=day, about=about)


def test_a_destroyed_key_opens_nothing_in_any_process(tmp_path: Path) -> None:
    one, other = (Keyring(FolderKeyStore(tmp_path / "keys"), master_key=MASTER) for _ in range(2))
    sealed = one.encrypt("words", day=TODAY, about="a")
    assert other.decrypt(sealed, day=TODAY, about="a") == "words"
    assert one.destroy_unneeded(needed=set(), today=TODAY + timedelta(days=1)) == {TODAY}
    for keyring in (one, other):
        with pytest.raises(KeyDestroyed, match="2026-11-22"):
            keyring.decrypt(sealed, day=TODAY, about="a")


def test_a_key_that_is_needed_or_of_today_stays() -> None:
    keyring = Keyring(MemoryKeyStore(), master_key=MASTER)
    days = [TODAY - timedelta(days=number) for number in range(4)]
    for day in days:
        keyring.encrypt("words", day=day, about="a")
    assert keyring.destroy_unneeded(needed={days[2]}, today=TODAY) == {days[1], days[3]}


def test_two_processes_use_the_same_key_of_a_day(tmp_path: Path) -> None:
    first, second = (Keyring(FolderKeyStore(tmp_path / "keys"), master_key=MASTER) for _ in range(2))
    sealed = [keyring.encrypt("words", day=TODAY, about="a") for keyring in (first, second)]
    assert [keyring.decrypt(words, day=TODAY, about="a") for keyring in (second, first) for words in sealed] == [
        "words"
    ] * 4


def test_a_key_file_alone_opens_nothing(tmp_path: Path) -> None:
    sealed = Keyring(FolderKeyStore(tmp_path / "keys"), master_key=MASTER).encrypt("words", day=TODAY, about="a")
    stranger = Keyring(FolderKeyStore(tmp_path / "keys"), master_key=b"x" * 32)
    with pytest.raises(Exception, match=r".*"):
        stranger.decrypt(sealed, day=TODAY, about="a")


def test_a_half_written_key_is_never_left_in_the_folder(tmp_path: Path) -> None:
    store = FolderKeyStore(tmp_path / "keys")
    store.write(TODAY, b"one")
    store.write(TODAY, b"two")
    assert [file.name for file in (tmp_path / "keys").iterdir()] == ["2026-11-22.key"]


def test_todays_key_that_vanished_is_put_back_by_who_still_knows_it(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    one = Keyring(FolderKeyStore(folder), master_key=MASTER, today=lambda: TODAY)
    sealed = one.encrypt("words", day=TODAY, about="a")
    (folder / "2026-11-22.key").unlink()
    later = one.encrypt("more words", day=TODAY, about="a")
    other = Keyring(FolderKeyStore(folder), master_key=MASTER, today=lambda: TODAY)
    assert [other.decrypt(words, day=TODAY, about="a") for words in (sealed, later)] == ["words", "more words"]


def test_a_past_days_key_is_never_put_back(tmp_path: Path) -> None:
    folder, tomorrow = tmp_path / "keys", TODAY + timedelta(days=1)
    one = Keyring(FolderKeyStore(folder), master_key=MASTER, today=lambda: tomorrow)
    sealed = one.encrypt("words", day=TODAY, about="a")
    one.destroy_unneeded(needed=set(), today=tomorrow)
    one.note_needed({TODAY})
    assert one.lost == {TODAY}
    with pytest.raises(KeyDestroyed):
        one.decrypt(sealed, day=TODAY, about="a")


def test_a_day_whose_key_is_lost_gets_no_second_one_until_the_operator_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    Keyring(FolderKeyStore(folder), master_key=MASTER).encrypt("words", day=TODAY, about="a")
    key = folder / "2026-11-22.key"
    kept = key.read_bytes()
    key.unlink()
    started_anew = Keyring(FolderKeyStore(folder), master_key=MASTER)
    started_anew.note_needed({TODAY})
    with pytest.raises(KeyLost, match="2026-11-22"):
        started_anew.encrypt("more words", day=TODAY, about="a")
    assert list(folder.iterdir()) == []
    key.write_bytes(kept)
    started_anew.note_needed({TODAY})
    assert started_anew.lost == set()
    started_anew.encrypt("more words", day=TODAY, about="a")
    key.unlink()
    (folder / "2026-11-22.lost").touch()
    given_up = Keyring(FolderKeyStore(folder), master_key=MASTER)
    given_up.note_needed({TODAY})
    assert given_up.decrypt(given_up.encrypt("new", day=TODAY, about="a"), day=TODAY, about="a") == "new"
