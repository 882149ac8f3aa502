"""Papers on the public site: who is shown which, and that nothing on their pages could send what is typed."""

import html
import re

import pytest

from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.public_site import Public, Visit
from tests.journeys.words import catalogue, label

HELLO = {"ja": "こんにちは", "en": "hello"}
KEYS = tuple(catalogue().papers)


def title(key: str, language: str) -> str:
    """Return the title of a paper."""
    return catalogue().papers[key].title[Language(language)]


def listed(page: str, language: str) -> set[str]:
    """Return the papers that a page lists."""
    found = re.search(r'<ul class="paper-list">(.*?)</ul>', page, re.DOTALL)
    words = html.unescape(found[1]) if found else ""
    return {key for key in KEYS if f"<b>{title(key, language)}</b>" in words}


async def tells(visitor: Visit, public: Public, key: str = "greet", **facts: object) -> None:
    """Write something that is read into facts."""
    public.services.assistant.otherwise = reply(key, facts=facts)
    await visitor.writes(HELLO[visitor.language])


async def test_without_a_chat_who_reads_can_choose_who_they_are(visitor: Visit) -> None:
    everything = await visitor.page("/papers")
    assert listed(everything, visitor.language) == set(KEYS) - {"lawyer_note"}
    assert label("Which is closest?", visitor.language) in everything
    friend = await visitor.page("/papers?for=friend")
    assert listed(friend, visitor.language) == {"report", "evidence"}
    child = await visitor.page("/papers?for=self&age=minor")
    assert listed(child, visitor.language) == {"report", "school", "photo_company", "evidence"}


async def test_what_the_chat_knows_is_not_asked_again(visitor: Visit, public: Public) -> None:
    await tells(visitor, public, role="parent", age_in_image="under_18")
    page = await visitor.page("/papers")
    assert listed(page, visitor.language) == {"report", "notice", "school", "photo_company", "evidence"}
    assert "paper-choices" not in page


@pytest.mark.parametrize(
    "path", ["/papers", "/papers?for=self", "/papers/school", "/papers/evidence?for=self&age=adult"]
)
async def test_no_address_shows_a_maker_a_paper_of_those_harmed(visitor: Visit, public: Public, path: str) -> None:
    await tells(visitor, public, role="maker")
    page = await visitor.page(path)
    assert listed(page, visitor.language) == {"lawyer_note"}
    assert "data-text" not in page


async def test_no_address_makes_a_child_an_adult(visitor: Visit, public: Public) -> None:
    await tells(visitor, public, role="self", age_in_image="under_18")
    answer = await visitor.opens("/papers/notice?age=adult")
    assert answer.status_code == 404
    assert label("That page could not be found. Perhaps one of these helps.", visitor.language) in html.unescape(
        answer.text
    )
    assert "notice" not in listed(answer.text, visitor.language)


@pytest.mark.parametrize(
    "path", ["/papers/nothing", "/papers/school?for=nobody&age=old&place=moon&lang=xx", "/papers/report?place=moon"]
)
async def test_a_strange_address_leads_to_a_page_all_the_same(visitor: Visit, path: str) -> None:
    answer = await visitor.opens(path)
    assert answer.status_code == (404 if "nothing" in path else 200)
    assert "<h1>" in answer.text


@pytest.mark.parametrize("key", KEYS)
async def test_nothing_on_a_paper_could_send_what_is_typed(visitor: Visit, key: str) -> None:
    whom = "maker" if key == "lawyer_note" else "self"
    page = await visitor.page(f"/papers/{key}?for={whom}&age=adult&place=x")
    main = page.partition("<main")[2].partition("</main>")[0]
    assert "data-field" in main
    assert "<form" not in main
    assert not re.findall(r"<(?:input|textarea)[^>]* name=", main)
    assert not re.findall(r'type="file"| style=| on\w+=', main)
    assert main.count('autocomplete="off"') == len(re.findall(r"<(?:input|textarea)", main))


@pytest.mark.parametrize("key", KEYS)
async def test_the_whole_text_stands_there_in_both_languages_to_be_copied_by_hand(visitor: Visit, key: str) -> None:
    whom = (
        "maker"
        if key == "lawyer_note"
        else "parent"
        if catalogue().papers[key].fits(role="parent", age="careful")
        else "self"
    )
    page = html.unescape(await visitor.page(f"/papers/{key}?for={whom}&place=x"))
    assert 'lang="ja" data-text' in page
    assert 'lang="en" data-text' in page
    assert "<noscript>" in page
    assert "{" not in page.partition("<main")[2].partition("<template")[0].replace('"{n}"', "")


async def test_a_report_asks_first_where_the_image_is_with_what_is_known_on_top(visitor: Visit, public: Public) -> None:
    await tells(visitor, public, role="self", platform=["discord"])
    page = await visitor.page("/papers/report")
    assert "data-text" not in page
    assert re.findall(r'href="/papers/report\?place=(\w+)"', page)[0] == "discord"
    chosen = await visitor.page("/papers/report?place=discord")
    assert "discord.com/report" in chosen
    assert "data-text" in chosen


async def test_a_paper_is_offered_under_a_fitting_answer_to_those_that_it_is_for(
    visitor: Visit, public: Public
) -> None:
    await tells(visitor, public, "plan.why_record", role="self")
    assert 'href="/papers/evidence"' in await visitor.page()
    await tells(visitor, public, role="maker")
    assert 'href="/papers/evidence"' not in await visitor.page()


async def test_the_other_language_is_a_link_that_keeps_the_paper(visitor: Visit) -> None:
    other = {"ja": "en", "en": "ja"}[visitor.language]
    page = await visitor.page("/papers/report?for=parent&age=minor&place=x")
    link = html.unescape(re.findall(r'<a class="quiet" href="([^"]+)"', page)[0])
    assert set(link.partition("?")[2].split("&")) == {"for=parent", "age=minor", "place=x", f"lang={other}"}
    assert f"<h1>{title('report', other)}</h1>" in html.unescape(await visitor.page(link))


async def test_the_menu_leads_to_the_papers_from_every_page(visitor: Visit) -> None:
    for path in ("/", "/privacy", "/papers/evidence"):
        assert 'class="menu-item" href="/papers?lang=' in await visitor.page(path)


async def test_the_steps_of_a_plan_lead_to_the_papers_that_help_with_them(visitor: Visit, public: Public) -> None:
    facts = {"role": "self", "age_in_image": "adult", "platform": ["discord"], "state": ["posted"]}
    public.services.assistant.otherwise = reply(
        "greet", intent="report_deepfake", facts=facts, slots={"topic": "report_deepfake"}
    )
    await visitor.writes(HELLO[visitor.language])
    plan = await visitor.page("/plan")
    assert 'href="/papers/report?place=discord"' in plan
    assert 'href="/papers/evidence"' in plan
