"""Someone without a browser: speaks HTTP as the forms of the page do, cookies included."""

import html
import re
import secrets
from dataclasses import dataclass

import httpx

_ARTICLE = re.compile(
    r'<article class="bubble[^"]*?(?P<danger> bubble-danger)?" [^>]*data-author="(?P<author>\w+)".*?</article>',
    re.DOTALL,
)
_TEXT = re.compile(r'<p class="text" dir="auto">(.*?)</p>', re.DOTALL)
_CSRF = re.compile(r'name="_csrf_token" value="([^"]+)"')
_NOTICE = re.compile(r'<p class="notice-line">.*?<span>(.*?)</span></p>', re.DOTALL)
_BOX = re.compile(r'<textarea id="text".*?>(.*?)</textarea>', re.DOTALL)
_CHOICE = re.compile(r'name="payload" value="([^"]+)"')
PATIENT = 20.0


@dataclass(frozen=True)
class Bubble:
    """One bubble of the page."""

    author: str
    text: str
    danger: bool
    source: str


class Visitor:
    """Opens pages and sends forms; a context manager."""

    def __init__(self, site: str, *, language: str = "ja") -> None:
        """Visit a site with a browser that prefers a language."""
        self.language = language
        self.http = httpx.Client(base_url=site, trust_env=False, timeout=PATIENT, headers={"Accept-Language": language})
        self._csrf = ""

    def __enter__(self) -> "Visitor":
        """Return the visitor."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.http.close()

    def page(self, path: str = "/") -> str:
        """Return a page as it is now."""
        return self.http.get(path).text

    def csrf(self) -> str:
        """Return the token of the page, read once."""
        if not self._csrf:
            self._csrf = _CSRF.findall(self.page())[0]
        return self._csrf

    def posts(self, path: str, *, live: bool = False, **fields: str) -> httpx.Response:
        """Send a form of the page, as its scripts would where it is live."""
        form = {"_csrf_token": self.csrf(), "lang": self.language, **fields}
        return self.http.post(path, data=form, headers={"HX-Request": "true"} if live else {})

    def writes(self, text: str, *, nonce: str = "", live: bool = False) -> httpx.Response:
        """Send a message."""
        return self.posts("/messages", text=text, nonce=nonce or new_nonce(), live=live)

    def presses(self, payload: str) -> httpx.Response:
        """Press a button."""
        return self.posts("/press", payload=payload, nonce=new_nonce())

    def bubbles(self) -> list[Bubble]:
        """Return the bubbles of the page."""
        return bubbles_in(self.page())

    def written(self) -> list[str]:
        """Return what the page shows of the person's own words."""
        return [bubble.text for bubble in self.bubbles() if bubble.author == "person"]

    def answer(self) -> list[Bubble]:
        """Return the bubbles after the person's last."""
        found = self.bubbles()
        last = max(place for place, bubble in enumerate(found) if bubble.author == "person")
        return found[last + 1 :]


def bubbles_in(page: str) -> list[Bubble]:
    """Return the bubbles of a page or a fragment."""
    return [
        Bubble(
            author=article["author"],
            text=" ".join(html.unescape(" ".join(_TEXT.findall(article[0]))).split()),
            danger=bool(article["danger"]),
            source=html.unescape(article[0]),
        )
        for article in _ARTICLE.finditer(page)
    ]


def notice_in(page: str) -> str:
    """Return the kind word of a page that did not take a message."""
    return next((html.unescape(notice) for notice in _NOTICE.findall(page)), "")


def box_in(page: str) -> str:
    """Return what the box for writing holds."""
    return html.unescape(_BOX.findall(page)[0])


def choices_in(page: str) -> list[str]:
    """Return the payloads of the buttons that can be pressed."""
    return [html.unescape(payload) for payload in _CHOICE.findall(page)]


def new_nonce() -> str:
    """Return an id for a message, as a page makes one."""
    return secrets.token_hex(16)
