"""A message or a pressed button on its way from the form to the answer."""

from dataclasses import dataclass, field
from typing import Self

from bot.channels.webchat.forms import ButtonForm, MessageForm
from bot.channels.webchat.session import Browser
from bot.conversation.conversations import Conversations
from bot.conversation.model import ConversationId, Nonce
from bot.language import Language
from bot.web.forms import nonce_of, number_of


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What was sent, and by which browser."""

    browser: Browser
    text: str = field(default="", repr=False)
    """What was written; empty for a button."""
    payload: str | None = None
    """Of the button; None for a written message."""
    nonce: Nonce
    after: int
    """Number of the last message that the page has."""
    language: Language
    """The one asked for, else the browser's: for a conversation that begins here."""

    @classmethod
    def of_message(cls, form: MessageForm, browser: Browser) -> Self:
        """Return a written message."""
        return cls._of(form, browser, text=form.text)

    @classmethod
    def of_button(cls, form: ButtonForm, browser: Browser) -> Self:
        """Return a pressed button."""
        return cls._of(form, browser, payload=form.payload)

    async def hand_to(self, conversations: Conversations, conversation: ConversationId) -> None:
        """Let a conversation receive it."""
        if self.payload is None:
            await conversations.turns.receive(conversation, self.text, nonce=self.nonce)
        else:
            await conversations.turns.press(conversation, self.payload, nonce=self.nonce)

    @classmethod
    def _of(
        cls, form: MessageForm | ButtonForm, browser: Browser, *, text: str = "", payload: str | None = None
    ) -> Self:
        return cls(
            browser=browser,
            text=text,
            payload=payload,
            nonce=Nonce(nonce_of(form.nonce)),
            after=number_of(form.after),
            language=browser.language(form.lang),
        )
