"""How the live page asks, without a browser."""

import re

import httpx

from bot.conversation.model import Conversation
from tests.fakes.staff import Colleague, csrf

SEQ = re.compile(r'data-seq="(\d+)"')


async def asks(colleague: Colleague, path: str) -> httpx.Response:
    """Fetch a fragment."""
    return await colleague.http.get(path, headers={"HX-Request": "true"})


async def does(colleague: Colleague, path: str, **fields: str | list[str]) -> httpx.Response:
    """Send a deed."""
    data = {"_csrf_token": await csrf(colleague.http), **fields}
    return await colleague.http.post(path, data=data, headers={"HX-Request": "true"})


async def takes(colleague: Colleague, chat: Conversation) -> httpx.Response:
    """Press Take."""
    return await colleague.sends(f"/chats/{chat.id}/take")


def numbers(fragment: str) -> list[int]:
    """Return the numbers of the messages in a fragment, in order."""
    return [int(number) for number in SEQ.findall(fragment)]
