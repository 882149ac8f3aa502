"""The help pages as a folder of files, which a browser opens from disk or any web server serves when everything else is down."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.webchat.help_site import HelpSite
from bot.channels.webchat.sitemap import sitemap_of
from bot.language import Language

STATIC = ("icon.svg", "common.css", "base.css", "bubble.css", "help.css")
"""The static files that the pages use."""


@dataclass(frozen=True, kw_only=True)
class FolderLinks:
    """Relative links, as from a page in the folder of a language."""

    chat_url: str = ""
    """The public site, `` where it is not known: then no page leads to the chat."""
    up: str = "../"
    leaves_by_form: bool = False

    def page(self, slug: str, language: str) -> str:
        """Return the address of a page."""
        return f"{self.up}{language}/{slug or 'index'}.html"

    def static(self, name: str) -> str:
        """Return the address of a static file."""
        return f"{self.up}static/{name}"

    def chat(self, language: str) -> str:
        """Return the address of the chat."""
        return f"{self.chat_url.rstrip('/')}/?lang={language}" if self.chat_url else ""


def exported(site: HelpSite, *, served_at: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its path in the folder; a sitemap only where it is known at which URL the folder is served."""
    for slug in site.slugs():
        for language in Language:
            page = site.draw(slug, language=language)
            if page is not None:
                yield f"{language.value}/{slug or 'index'}.html", page.encode()
    yield "index.html", _both_languages(site).encode()
    for name in STATIC:
        yield f"static/{name}", site.pages.static_file(name).read_bytes()
    if served_at:
        links = FolderLinks(up=f"{served_at.rstrip('/')}/")
        yield "sitemap.xml", sitemap_of(site.slugs(), links.page).encode()


def _both_languages(site: HelpSite) -> str:
    links = FolderLinks(up="")
    return site.pages.render("help_languages.html", language=Language.JA, links=links, static=links.static)
