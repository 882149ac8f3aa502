"""The help pages on the public site and as files: no script, no cookie, no dead link, found by search engines."""

import html
import re
from pathlib import Path

import pytest

from bot.channels.webchat.help_export import STATIC, FolderLinks, exported
from bot.channels.webchat.help_site import HelpSite
from bot.container import load_help
from bot.guidance.catalogue import Catalogue
from bot.guidance.help_pages import HelpPages
from bot.language import Language
from bot.presentation.views import Views
from tests.fakes.public_site import ELSEWHERE, Public, Visit
from tests.journeys.words import label

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture
def folder_site(public: Public, catalogue: Catalogue) -> HelpSite:
    """Draw the pages as files, with links to nothing but each other."""
    return HelpSite(
        guidance=HelpPages(catalogue=catalogue, plan=load_help()),
        views=Views(catalogue=catalogue, interface=public.webchat.views.interface, keep_hours=24),
        pages=public.webchat.pages,
        links=FolderLinks(),
        exit_url=ELSEWHERE,
    )


async def test_the_first_address_leads_to_the_language_of_the_browser(visitor: Visit) -> None:
    assert (await visitor.opens("/help")).headers["location"] == f"/help/{visitor.language}"


async def test_a_page_sets_no_cookie_runs_no_script_and_may_be_found(visitor: Visit) -> None:
    for path in ("", "/places", "/under-18", "/under-18-threatened", "/at-x"):
        answer = await visitor.opens(f"/help/{visitor.language}{path}")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert answer.headers["x-robots-tag"] == "all"
        assert answer.headers["cache-control"] == "no-store"
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", answer.text)
        assert f'<html lang="{visitor.language}">' in answer.text


async def test_a_page_that_is_not_there_is_told_kindly_and_found_by_nobody(visitor: Visit) -> None:
    for path in ("/help/fr", "/help/ja/nothing", "/help/en/maker-posted"):
        answer = await visitor.opens(path)
        assert answer.status_code == 404
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert f'href="/help/{visitor.language}"' in answer.text


async def test_every_page_has_a_title_and_a_text_of_its_own(visitor: Visit, folder_site: HelpSite) -> None:
    language = Language(visitor.language)
    drawn = [folder_site.draw(slug, language=language) or "" for slug in folder_site.slugs()]
    titles = [re.findall(r"<title>(.*?)</title>", page, re.DOTALL)[0].strip() for page in drawn]
    texts = [re.findall(r'<meta name="description" content="([^"]*)"', page)[0].strip() for page in drawn]
    assert all(titles)
    assert all(texts)
    assert len(set(titles)) == len(titles)


async def test_every_page_shows_whom_to_call_when_life_is_in_danger(visitor: Visit, folder_site: HelpSite) -> None:
    for slug in folder_site.slugs():
        page = folder_site.draw(slug, language=Language(visitor.language)) or ""
        assert 'href="tel:110"' in page
        assert 'href="tel:119"' in page
        assert 'href="tel:0120279338"' in page


async def test_leaving_from_a_page_ends_the_chat_too(visitor: Visit) -> None:
    await visitor.writes("hello")
    page = await visitor.page(f"/help/{visitor.language}")
    assert '<form class="leave-form" method="post" action="/leave">' in page
    answer = await visitor.http.post("/leave", data={})
    assert answer.headers["location"] == ELSEWHERE
    assert not await visitor.has_chat()


async def test_the_menu_and_a_page_that_failed_lead_to_the_pages(visitor: Visit) -> None:
    assert f'href="/help/{visitor.language}"' in await visitor.page()
    words = label("Pages to read, without the chat", visitor.language)
    assert words in html.unescape(await visitor.page("/nothing/at/all"))


async def test_the_sitemap_names_every_page_in_both_languages(visitor: Visit, folder_site: HelpSite) -> None:
    answer = await visitor.opens("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    found = re.findall(r"<loc>(.*?)</loc>", answer.text)
    slugs = list(folder_site.slugs())
    assert len(found) == len(set(found)) == 2 * len(slugs)
    for address in (found[0], found[1], found[-1]):
        assert (await visitor.http.get(address)).status_code == 200
    robots = await visitor.page("/robots.txt")
    assert "Sitemap: http://public/sitemap.xml" in robots
    assert "Disallow: /\n" in robots


async def test_the_exported_files_link_to_each_other_and_to_nothing_on_a_server(folder_site: HelpSite) -> None:
    files = dict(exported(folder_site, served_at="https://help.example.org/"))
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        here = Path("/", name)
        for address in map(html.unescape, _LINK.findall(content.decode())):
            if re.match(r"https://|tel:|mailto:", address):
                continue
            target, _, _ = address.partition("#")
            there = Path("/", *_parts(here.parent, target)) if target else here
            assert str(there)[1:] in files, (name, address)
        assert "<script" not in content.decode()
        assert "<form" not in content.decode()
    assert {f"static/{one}" for one in STATIC} <= set(files)
    assert b"<loc>https://help.example.org/ja/under-18.html</loc>" in files["sitemap.xml"]


async def test_without_an_address_there_is_no_sitemap_and_no_way_to_a_chat(folder_site: HelpSite) -> None:
    files = dict(exported(folder_site, served_at=""))
    assert "sitemap.xml" not in files
    assert "?lang=" not in files["en/index.html"].decode()


def _parts(folder: Path, address: str) -> list[str]:
    found = list(folder.parts[1:])
    for part in address.split("/"):
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return found
