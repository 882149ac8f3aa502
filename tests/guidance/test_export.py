"""Out: what is published becomes files with a diff that shows what was changed and nothing else."""

import difflib
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.container import ROOT, load_baseline
from bot.guidance.baseline import HOURS, Baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import as_text, contact_as_text, fields_of, link_as_text, platform_as_text
from bot.guidance.revisions import Item, Part, Published, Significance
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.store.guidance_export import GuidanceFiles, words_file
from bot.store.guidance_files import read_catalogue
from bot.store.opening_hours_file import hours_as_text, read_opening_hours
from tests.fakes.clock import StoppedClock
from tests.guidance.room import MENU, NEW, PAPS, UME, Room
from tests.guidance.translation_files import (
    FILES,
    HOURS_NOW,
    LINK,
    NOTHING,
    PLACE,
    Bodies,
    contact,
    differences,
    opened_room,
)


@pytest.fixture
async def room(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Room]:
    async with opened_room(tmp_path, catalogue) as opened:
        yield opened


def test_without_anything_published_an_export_changes_no_byte() -> None:
    for place, text in FILES.everything(NOTHING).items():
        assert text.encode() == (ROOT / place).read_bytes(), place


def test_only_the_lines_of_what_was_published_are_different() -> None:
    changed = differences(
        Published(
            version=1,
            bodies={
                (MENU, Language.EN): 'Say "what" you need.',
                (PAPS, None): contact(phone="03-1111-2222", hours_en="9:00-17:00", verified="2026-11-23"),
                (LINK, None): as_text({**fields_of(FILES.shipped.bodies(LINK)[None]), "speaks": "ja no"}),
                (PLACE, None): as_text({**fields_of(FILES.shipped.bodies(PLACE)[None]), "minor_links": ""}),
                (HOURS, None): json.dumps(HOURS_NOW),
            },
        )
    )
    words = changed.pop("locales/en/LC_MESSAGES/guidance.po")
    assert [line for line in words if line.startswith("+")] == ['+msgstr "Say \\"what\\" you need."']
    assert words[0] == '-msgstr ""'
    assert changed == {
        "data/guidance/contacts.yml": [
            '-    phone: "050-3177-5432"',
            '+    phone: "03-1111-2222"',
            '-    hours: {ja: "24時間", en: "24 hours"}',
            '+    hours: {ja: "24時間", en: "9:00-17:00"}',
            "-    verified: 2026-11-22",
            "+    verified: 2026-11-23",
        ],
        "data/guidance/links.yml": ['+    speaks: [ja, "no"]'],
        "data/guidance/platforms.yml": ["-    minor_links: [x_report]"],
        "data/opening_hours.yml": [
            "-shifts: []",
            "-closed_on_holidays: true  # Japan's public holidays",
            "-closed: []  # single days, as 2026-12-31",
            "+shifts:",
            '+  - {days: [mon, fri], begin: "10:00", until: "02:00"}',
            "+closed_on_holidays: false  # Japan's public holidays",
            "+closed: [2026-12-31, 2027-01-01]  # single days, as 2026-12-31",
        ],
    }


def test_what_was_exported_is_the_new_baseline(tmp_path: Path) -> None:
    bodies: Bodies = {
        (PAPS, None): contact(phone="", mail="", note_ja="", note_en="", speaks="", mark="verified", source='S1 "x"'),
        (LINK, None): as_text({**fields_of(FILES.shipped.bodies(LINK)[None]), "url": "", "note_en": "new\nline"}),
        (PLACE, None): as_text({**fields_of(FILES.shipped.bodies(PLACE)[None]), "links": "", "name_ja": "エックス"}),
        (MENU, Language.JA): NEW[Language.JA],
        (HOURS, None): json.dumps(HOURS_NOW),
    }
    shutil.copytree(ROOT / "data" / "guidance", tmp_path / "data" / "guidance")
    for place, text in FILES.everything(Published(version=1, bodies=bodies)).items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    for spoken in Language:
        file = tmp_path / words_file(spoken)
        with file.open("rb") as opened, file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(opened, locale=spoken.value))
    read = read_catalogue(folder=tmp_path / "data" / "guidance", locales=tmp_path / "locales")
    hours = hours_as_text(read_opening_hours(tmp_path / "data" / "opening_hours.yml"))
    baseline = Baseline(catalogue=read, hours=hours)
    for item in FILES.shipped.all_items():
        for language, text in baseline.bodies(item).items():
            expected = bodies.get((item, language), FILES.shipped.bodies(item)[language])
            assert (json.loads(text) == json.loads(expected)) if language is None else (text == expected), item
    again = GuidanceFiles(root=tmp_path, shipped=baseline)
    assert again.everything(Published(version=1, bodies=bodies)) == FILES.everything(
        Published(version=1, bodies=bodies)
    )


async def test_after_an_export_the_texts_in_use_are_not_taken_for_an_upgrade(room: Room) -> None:
    await room.published()
    shipped = Baseline(catalogue=read_after(room.shipped), hours=load_baseline().hours)
    history = await Editing(book=room.book, shipped=shipped, clock=StoppedClock()).history(MENU)
    assert history.shipped == NEW
    assert not any(history.upgraded(language, shipped="another hash") for language in Language)


def read_after(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue that was shipped with the new words."""

    class Words:
        def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
            del edition
            return NEW[language] if key == "menu" else catalogue.words.text(key, language=language)

    return Catalogue(**{**vars(catalogue), "words": Words()})


def test_every_fact_can_be_changed_and_changed_back(catalogue: Catalogue) -> None:
    tables = {
        Part.CONTACT: {key: contact_as_text(one) for key, one in catalogue.contacts.items()},
        Part.LINK: {key: link_as_text(one) for key, one in catalogue.links.items()},
        Part.PLATFORM: {key: platform_as_text(one) for key, one in catalogue.platforms.items()},
    }
    for part, table in tables.items():
        bodies: Bodies = {
            (Item(part=part, key=key), None): as_text({**fields_of(text), "name_en": f"New {key}"})
            for key, text in list(table.items())[::5]
        }
        changed = FILES.facts(Published(version=1, bodies=bodies), part=part)
        before = FILES.facts(NOTHING, part=part)
        lines = [line for line in difflib.ndiff(before.splitlines(), changed.splitlines()) if line.startswith("+ ")]
        assert len(lines) == len(bodies)


async def test_a_typo_that_was_published_is_exported_like_any_other_change(room: Room) -> None:
    one = await room.drafted(MENU, Language.EN, NEW[Language.EN], significance=Significance.TYPO)
    await room.editing.publish([one.id], by=UME)
    assert NEW[Language.EN] in FILES.words(await room.book.published(), language=Language.EN)
