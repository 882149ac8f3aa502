"""The sitemap of the help pages: every page in both languages, each naming the other."""

from collections.abc import Callable, Iterable
from xml.sax.saxutils import quoteattr

from bot.language import Language

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap_of(slugs: Iterable[str], address: Callable[[str, Language], str]) -> str:
    """Return the sitemap of these pages; `address` gives the full address of one."""
    pages = [{language: address(slug, language) for language in Language} for slug in slugs]
    return f"{_HEAD}{''.join(_url(page[language], page) for page in pages for language in Language)}</urlset>\n"


def _url(here: str, page: dict[Language, str]) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(there)}/>'
        for language, there in page.items()
    )
    return f"<url><loc>{quoteattr(here)[1:-1]}</loc>{others}</url>\n"
