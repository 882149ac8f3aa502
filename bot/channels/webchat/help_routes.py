"""The routes of the help pages, of the sitemap and of robots.txt. None of them needs the database, a session or a cookie."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request, Response, get
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_302_FOUND

from bot.channels.webchat.context import PublicContext, Webchat
from bot.channels.webchat.help_site import INDEX, HelpSite
from bot.channels.webchat.sitemap import sitemap_of
from bot.guidance.help_pages import HelpPages, HelpPlan
from bot.language import Language
from bot.web.accept_language import preferred
from bot.web.headers import ROBOTS

_OPEN: Final = {"exclude_from_csrf": True}
_FOUND: Final = {ROBOTS: "all"}


@dataclass(frozen=True, kw_only=True)
class ServedLinks:
    """The links of the pages as the public site serves them."""

    static_files: Callable[[str], str]
    leaves_by_form: bool = True

    def page(self, slug: str, language: str) -> str:
        """Return the address of a page."""
        return f"/help/{language}/{slug}" if slug else f"/help/{language}"

    def static(self, name: str) -> str:
        """Return the address of a static file."""
        return self.static_files(name)

    def chat(self, language: str) -> str:
        """Return the address of the chat."""
        return f"/?lang={language}"


def help_routes(plan: HelpPlan, *, public_url: str) -> list[Any]:
    """Return the routes; without a public URL, addresses for search engines are those that were asked at."""

    @get("/help", opt=_OPEN)
    async def help_first(request: Request[Any, Any, Any]) -> Redirect:
        language = preferred(request.headers.get("accept-language", ""))
        return Redirect(f"/help/{language.value}", status_code=HTTP_302_FOUND)

    @get("/help/{written_in:str}", opt=_OPEN)
    async def help_index(webchat: Webchat, written_in: FromPath[str]) -> Response[str]:
        return _page(webchat, plan, INDEX, written_in)

    @get("/help/{written_in:str}/{slug:str}", opt=_OPEN)
    async def help_page(webchat: Webchat, written_in: FromPath[str], slug: FromPath[str]) -> Response[str]:
        return _page(webchat, plan, slug, written_in)

    @get("/sitemap.xml", opt=_OPEN)
    async def sitemap(webchat: Webchat, request: Request[Any, Any, Any]) -> Response[str]:
        base = public_url.rstrip("/") or str(request.base_url).rstrip("/")
        site = _site(webchat, plan)
        text = sitemap_of(site.slugs(), lambda slug, language: base + site.links.page(slug, language))
        return Response(text, media_type="application/xml; charset=utf-8", headers=_FOUND)

    @get("/robots.txt", opt=_OPEN)
    async def robots(request: Request[Any, Any, Any]) -> Response[str]:
        base = public_url.rstrip("/") or str(request.base_url).rstrip("/")
        lines = ("User-agent: *", "Allow: /help", "Allow: /static/", "Disallow: /", f"Sitemap: {base}/sitemap.xml", "")
        return Response("\n".join(lines), media_type=MediaType.TEXT)

    return [help_first, help_index, help_page, sitemap, robots]


def _page(webchat: PublicContext, plan: HelpPlan, slug: str, language: str) -> Response[str]:
    found = _site(webchat, plan).draw(slug, language=Language(language)) if language in set(Language) else None
    if found is None:
        raise NotFoundException
    return Response(found, media_type=MediaType.HTML, headers=_FOUND)


def _site(webchat: PublicContext, plan: HelpPlan) -> HelpSite:
    return HelpSite(
        guidance=HelpPages(catalogue=webchat.views.catalogue, plan=plan),
        views=webchat.views,
        pages=webchat.pages,
        links=ServedLinks(static_files=webchat.pages.static),
        exit_url=webchat.exit_url,
        operator=webchat.operator,
    )
