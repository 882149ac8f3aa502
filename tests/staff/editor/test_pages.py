"""What the editor's pages show: the list and its search, an item with where it is used, how it will look, what happened."""

import re

import pytest

from bot.permissions import Role
from bot.staff.site import FOLDER
from bot.web.pages import COMMON_STATIC
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.editor.steps import MENU, NEW, PAPS, approves, at, changes, offered, writes

KEYS = re.compile(r'<a class="row" href="/guidance/([^"]+)"')
CHAT = FOLDER.parent / "channels" / "webchat"
CHAT_CSS = CHAT / "static" / "chat.css"
CHAT_TEMPLATE = CHAT / "templates" / "chat.html"


def keys(page: str) -> list[str]:
    return KEYS.findall(page)


async def test_every_piece_has_a_page(site: StaffSite, aki: Colleague) -> None:
    for item in site.editor.editing.shipped.all_items():
        answer = await aki.opens(at(item))
        assert answer.status_code == 200, item


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("goodbye", "words/goodbye"),
        ("050-3177", "contact/paps"),
        ("０５０-３１７７", "contact/paps"),
        ("ぱっぷす", "contact/paps"),
        ("writing courage", "words/thanks"),
        ("勇気", "words/thanks"),
        ("脅されて", "words/step.threat.first"),
        ("hours", "hours/hours"),
    ],
)
async def test_it_is_found_by_words_in_either_language_by_key_topic_or_fact(
    aki: Colleague, query: str, key: str
) -> None:
    found = keys((await aki.http.get("/guidance", params={"q": query})).text)
    assert key in found


async def test_the_list_is_filtered_by_kind_and_state(aki: Colleague) -> None:
    assert all(key.startswith("words/reply.") for key in keys((await aki.opens("/guidance?kind=replies")).text))
    assert keys((await aki.opens("/guidance?kind=hours")).text) == ["hours/hours"]
    assert keys((await aki.opens("/guidance?state=in_review")).text) == []
    await changes(aki)
    await changes(aki, {"ja": "またね。"}, item=type(MENU)(part=MENU.part, key="goodbye"), do="save")
    assert keys((await aki.opens("/guidance?state=in_review")).text) == ["words/menu"]
    assert keys((await aki.opens("/guidance?state=draft")).text) == ["words/goodbye"]
    assert (await aki.opens("/guidance?kind=x&state=y&page=-1&q=%00")).status_code == 200


async def test_what_was_published_in_one_language_is_marked_in_the_list(aki: Colleague, ume: Colleague) -> None:
    await changes(aki, {"ja": NEW["ja"]})
    await approves(ume, stale=str(MENU))
    for state in ("published", "out_of_date"):
        assert keys((await aki.opens(f"/guidance?state={state}")).text) == ["words/menu"]
    assert "Out of date" in (await aki.opens(at(MENU))).text


async def test_a_piece_says_where_it_is_used(aki: Colleague) -> None:
    page = (await aki.opens("/guidance/words/step.record.minor")).text
    assert "A step of a plan" in page
    assert "Plan: helping somebody" in page
    assert "/guidance/words/button." in (await aki.opens("/guidance/words/plan.why_record")).text
    assert "/guidance/words/goodbye" in (await aki.opens(at(PAPS))).text
    assert "A topic begins with it" in (await aki.opens("/guidance/words/crisis.suicide")).text


async def test_while_writing_the_page_says_what_is_wrong_and_how_it_will_look(aki: Colleague) -> None:
    typed = {"part": "words", "key": "paps", "body-ja": "またね。", "body-en": "Call 0120-000 now. {x}"}
    answer = (await aki.sends("/guidance/check", **typed)).text
    assert "A number is in it (0120-000)" in answer
    assert "{x} is no placeholder" in answer
    assert '<p class="text" dir="auto">またね。</p>' in answer
    assert '<span class="number">050-3177-5432</span>' in answer
    assert '<p class="message" dir="auto">またね。' in answer
    assert (await aki.opens("/guidance?state=draft")).text.count('class="row"') == 0


async def test_placeholders_have_an_example_in_the_preview(aki: Colleague) -> None:
    page = (await aki.opens("/guidance/words/counsellor.joined")).text
    preview = page[page.index('id="previews"') :]
    assert "Aoki" in preview
    assert "{counsellor}" not in preview
    assert "Needed here." in page


def test_the_preview_wears_the_clothes_of_the_chat() -> None:
    rules = (COMMON_STATIC / "bubble.css").read_text("utf-8").partition("*/")[2]
    own = CHAT_CSS.read_text("utf-8")
    for template in (CHAT_TEMPLATE, FOLDER / "templates" / "editor" / "item.html"):
        assert "static('bubble.css')" in template.read_text("utf-8")
    for rule in re.findall(r"[^{}]+\{[^}]*\}", rules):
        assert rule.strip() not in own
    assert not (FOLDER / "static" / "bubble.css").exists()
    assert not CHAT_CSS.with_name("bubble.css").exists()


async def test_the_difference_is_shown_by_character_in_japanese_and_by_word_in_english(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    await changes(aki, {"ja": "なにかお困りですか。", "en": "What can we do for you?"})
    await approves(ume)
    await changes(aki, {"ja": "なにかお悩みですか。", "en": "What can we do for them?"})
    page = (await ume.opens(at(MENU))).text
    assert re.search(r"なにかお<del>.*?困り.*?</del><ins>.*?悩み.*?</ins>ですか。", page)
    assert re.search(r"for <del>.*?you.*?</del><ins>.*?them.*?</ins>\?", page)
    assert site.editor.live


async def test_the_history_says_who_did_what_when_and_why(aki: Colleague, ume: Colleague) -> None:
    typed = {"body-ja": NEW["ja"], "body-en": NEW["en"], "comment": "Shorter."}
    await writes(aki, MENU, typed)
    await approves(ume)
    page = (await aki.opens(at(MENU))).text
    history = page[page.index('id="history"') :]
    for said in ("Aki", "Approved by Ume", "Shorter.", "The meaning changes", "People see this", "<ins>"):
        assert said in history
    assert await offered(ume, "/guidance/review") == []


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR, Role.AUDITOR])
async def test_whoever_does_not_edit_comes_in_nowhere(site: StaffSite, role: Role) -> None:
    somebody = await site.settled("somebody", role)
    for path in ("/guidance", "/guidance/review", at(MENU)):
        assert (await somebody.opens(path)).status_code == 403
    for path in ("/guidance/publish", "/guidance/publish-now", at(MENU), at(PAPS, "checked")):
        assert (await somebody.sends(path)).status_code == 403
    assert '"/guidance"' not in (await somebody.opens("/")).text


@pytest.mark.parametrize(
    "path", ["/guidance/words/nothing", "/guidance/x/menu", "/guidance/contact/nobody", "/guidance/hours/x"]
)
async def test_what_is_not_there_has_no_page(aki: Colleague, path: str) -> None:
    assert (await aki.opens(path)).status_code == 404
    for deed in ("", "/discard", "/comments", "/roll-back", "/checked", "/retire", "/return"):
        assert (await aki.sends(f"{path}{deed}", text="x")).status_code == 404
