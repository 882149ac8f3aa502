"""How many open pages hear live news: a few of each chat, so that one browser cannot use up the connections of all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from bot.conversation.model import ConversationId
from bot.web.fanout import Fanout

A_CHAT = 3
"""Pages of one chat; the newest are the ones that somebody looks at."""

ALL = 1200
"""Pages of all chats together; any more look for news by themselves, now and then."""

DISPLACED = "displaced"
"""The event that ends a stream in favour of a newer one."""


@dataclass(frozen=True, kw_only=True)
class Streams:
    """The live streams of this process."""

    fanout: Fanout
    all: int = ALL
    _open: dict[ConversationId, list[str]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def is_full(self) -> bool:
        """Tell whether there is no room for another one."""
        return sum(map(len, self._open.values())) >= self.all

    @contextmanager
    def opened(self, conversation: ConversationId) -> Iterator[str]:
        """Count a stream as long as the context lasts; yield the topic by which it is told that it is displaced."""
        mine = self._open.setdefault(conversation, [])
        topic = f"{conversation}/{next(self._numbers)}"
        mine.append(topic)
        for displaced in mine[:-A_CHAT]:
            mine.remove(displaced)
            self.fanout.publish(displaced, DISPLACED)
        try:
            yield topic
        finally:
            if topic in mine:
                mine.remove(topic)
            if not mine:
                self._open.pop(conversation, None)
