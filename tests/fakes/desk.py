"""A desk that says what a test wants."""

from bot.conversation.ports import Staffing


class FakeDesk:
    """Says whether a counsellor could come; nobody works here unless a test says so."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self.now = Staffing.NONE

    async def staffing(self) -> Staffing:
        """Return what the test set."""
        return self.now
