"""Papers that a person makes on their own device: the list, and each of them. What is typed never comes here."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, QueryParameter

from bot.channels.webchat.context import (
    CurrentBrowser,
    CurrentConversation,
    PageLanguage,
    PublicContext,
    Webchat,
)
from bot.channels.webchat.session import Browser
from bot.guidance.papers import MAKERS, UNKNOWN_PLACE, Paper, Situation
from bot.guidance.plan import AGES, ROLES
from bot.language import Language
from bot.presentation.papers import PaperViews

_ROLES = tuple(role for role in ROLES if role)
_ROLE_BUTTONS = {role: f"answer.role.{role}" for role in _ROLES}
_AGE_BUTTONS = {"minor": "answer.age.under_18", "adult": "answer.age.adult", "careful": "answer.age.unsure"}
_LISTED = {Language.JA: "、", Language.EN: ", "}
_NOT_FOUND = 404

ForWhom = Annotated[str, QueryParameter(name="for")]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What is known of who reads: of the conversation, else as they chose it on the page."""

    situation: Situation
    language: Language
    asked_language: str
    role_is_known: bool
    age_is_known: bool
    places: tuple[str, ...]
    """Where the image is, as the conversation knows it."""

    def address(self, path: str, **changed: str) -> str:
        """Return the address of a page with what was chosen, and what a link changes of it."""
        now = self.situation
        chosen = {
            "for": "" if self.role_is_known else now.role,
            "age": "" if self.age_is_known or now.age == "careful" else now.age,
            "place": now.place,
            "lang": self.asked_language,
        } | changed
        told = urlencode({name: value for name, value in chosen.items() if value})
        return f"{path}?{told}" if told else path


async def paper_reader(
    *,
    webchat: Webchat,
    browser: CurrentBrowser,
    conversation: CurrentConversation,
    language: PageLanguage,
    whom: ForWhom = "",
    age: FromQuery[str] = "",
    place: FromQuery[str] = "",
) -> Reader:
    """Return who reads, for handlers that take `reader`.

    The conversation's role and age win over the address, so that no link makes a maker the one harmed.
    """
    catalogue, answers = webchat.views.catalogue, conversation.answers if conversation else None
    role = catalogue.plans.role_of(answers) if answers else ""
    known_age = answers.age if answers else "careful"
    asked_language = browser.asked if browser.asked in set(Language) else ""
    return Reader(
        situation=Situation(
            role=role or (whom if whom in _ROLES else ""),
            age=known_age if known_age != "careful" or age not in AGES else age,
            place=place if place in catalogue.platforms or place == UNKNOWN_PLACE else "",
        ),
        language=Language(asked_language) if asked_language else language,
        asked_language=asked_language,
        role_is_known=bool(role),
        age_is_known=known_age != "careful",
        places=answers.platforms if answers else (),
    )


_NEEDS_READER = {"reader": Provide(paper_reader)}
CurrentReader = NamedDependency[Reader]


@get("/papers", dependencies=_NEEDS_READER)
async def papers(webchat: Webchat, browser: CurrentBrowser, reader: CurrentReader) -> Response[str]:
    """List the papers that may help whoever reads."""
    return _list(webchat, browser, reader)


@get("/papers/{key:str}", dependencies=_NEEDS_READER)
async def paper(key: FromPath[str], webchat: Webchat, browser: CurrentBrowser, reader: CurrentReader) -> Response[str]:
    """Show one paper, to be filled in by the browser or copied by hand."""
    found = webchat.views.catalogue.papers.get(key)
    if found is None or not found.fits(role=reader.situation.role, age=reader.situation.age):
        return _list(webchat, browser, reader, is_missing=True)
    return _paper(webchat, browser, reader, found)


def _list(webchat: PublicContext, browser: Browser, reader: Reader, *, is_missing: bool = False) -> Response[str]:
    now, language = reader.situation, reader.language
    offered = webchat.views.catalogue.papers.offered(role=now.role, age=now.age)
    listed = [
        {
            "title": one.title[language],
            "about": one.about[language],
            "href": reader.address(f"/papers/{one.key}", place=""),
        }
        for one in offered
    ]
    return webchat.html(
        "papers.html",
        language=language,
        status=_NOT_FOUND if is_missing else 200,
        csrf_token=browser.csrf_token,
        papers=listed,
        is_missing=is_missing,
        **_chips(webchat, reader, "/papers"),
    )


def _paper(webchat: PublicContext, browser: Browser, reader: Reader, found: Paper) -> Response[str]:
    now, language, path = reader.situation, reader.language, f"/papers/{found.key}"
    drawn = PaperViews(views=webchat.views)
    asks_place = found.asks_place and not now.place
    places = [
        {"name": name, "href": reader.address(path, place=key)}
        for key, name in (drawn.places(reader.places, language=language) if asks_place else ())
    ]
    return webchat.html(
        "paper.html",
        language=language,
        csrf_token=browser.csrf_token,
        paper=drawn.paper(found, now, language=language),
        places=places,
        place_name=drawn.place_name(now.place, language=language) if found.asks_place else "",
        other_place=reader.address(path, place=""),
        list_href=reader.address("/papers", place=""),
        **_chips(webchat, reader, path),
    )


def _chips(webchat: PublicContext, reader: Reader, path: str) -> dict[str, Any]:
    """Return what can be chosen where the conversation does not tell it, and the same page in the other language."""
    now, language = reader.situation, reader.language
    title = webchat.views.catalogue.title
    roles = [] if reader.role_is_known else [
        {"name": title(button, language=language), "href": reader.address(path, **{"for": role}), "is_chosen": role == now.role}
        for role, button in _ROLE_BUTTONS.items()
    ]  # fmt: skip
    ages = [] if reader.age_is_known or now.role in MAKERS else [
        {"name": title(button, language=language), "href": reader.address(path, age=age), "is_chosen": age == now.age}
        for age, button in _AGE_BUTTONS.items()
    ]  # fmt: skip
    is_chosen = bool(now.role) and not reader.role_is_known
    chosen = [str(one["name"]) for one in (*roles, *ages) if one["is_chosen"]] if is_chosen else []
    return {
        "roles": roles,
        "ages": ages,
        "chosen": _LISTED[language].join(chosen),
        "other_language": reader.address(path, lang=language.other.value),
    }
