"""The plan on a page of its own: every step with its ticks, to read, to print, and as a strip in the chat."""

from typing import Any

from litestar import Response, get, post
from litestar.di import Provide
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.context import (
    CurrentBrowser,
    CurrentConversation,
    ExistingConversation,
    PageLanguage,
    PublicContext,
    Webchat,
    existing_conversation,
)
from bot.channels.webchat.forms import TickForm
from bot.channels.webchat.session import Browser
from bot.conversation.errors import StepGone
from bot.conversation.model import Conversation
from bot.guidance.plan import Tick
from bot.i18n import mark as _
from bot.language import Language
from bot.presentation.plan import numbers_first, plan_in_full
from bot.web.forms import Form

_FILE = "notes.html"
"""The name of a saved plan: it tells nothing, like the title of every page."""

_NO_SUCH_STEP = _(
    "That step is no longer part of your plan, so nothing was ticked. What you see below is your plan as it is now."
)


@get("/plan")
async def plan_page(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, language: PageLanguage
) -> Response[str]:
    """Show the whole plan; before there is one, how one comes to be."""
    return _page(webchat, browser, conversation, language=language)


@get("/plan/file")
async def plan_file(webchat: Webchat, conversation: CurrentConversation) -> Response[Any]:
    """Give the plan as a file of plain words to keep or print; it leads back to nothing here."""
    progress = webchat.conversations.plan.of(conversation) if conversation else None
    if conversation is None or progress is None:
        return Redirect("/plan", status_code=HTTP_303_SEE_OTHER)
    plan = plan_in_full(progress, views=webchat.views, conversation=conversation)
    answer = webchat.html("plan_file.html", language=conversation.language, plan=plan)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_FILE}"'
    return answer


@post("/plan", dependencies={"conversation": Provide(existing_conversation)})
async def tick_step(
    data: Form[TickForm], webchat: Webchat, browser: CurrentBrowser, conversation: ExistingConversation
) -> Response[Any]:
    """Keep what became of a step, and show the plan again at that step."""
    language = conversation.language
    current = await _ticked(webchat, conversation, data)
    if current is None:
        notice = webchat.views.interface[language].gettext(_NO_SUCH_STEP)
        return _page(webchat, browser, conversation, language=language, notice=notice, status=409)
    progress = webchat.conversations.plan.of(current)
    names = [planned.step.name for planned in progress.steps] if progress else []
    return Redirect(f"/plan#step-{names.index(data.step) + 1}", status_code=HTTP_303_SEE_OTHER)


async def _ticked(webchat: PublicContext, conversation: Conversation, form: TickForm) -> Conversation | None:
    """Return the conversation after the tick, None where there is no such step or tick."""
    if form.tick not in set(Tick):
        return None
    try:
        return await webchat.conversations.plan.tick(conversation.id, form.step, Tick(form.tick))
    except StepGone:
        return None


def _page(
    webchat: PublicContext,
    browser: Browser,
    conversation: Conversation | None,
    *,
    language: Language,
    notice: str | None = None,
    status: int = 200,
) -> Response[str]:
    views = webchat.views
    progress = webchat.conversations.plan.of(conversation) if conversation else None
    words = views.interface[language]
    return webchat.html(
        "plan.html",
        language=language,
        status=status,
        csrf_token=browser.csrf_token,
        plan=plan_in_full(progress, views=views, conversation=conversation) if progress and conversation else None,
        notice=notice,
        emergency=numbers_first(conversation, catalogue=views.catalogue, words=words),
        paps=views.card(views.catalogue.contacts["paps"], language=language),
    )
