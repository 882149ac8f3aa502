"""Whether a counsellor could come, as a test wants it."""

from datetime import datetime

from bot.conversation.ports import Staffing


class FakeAvailability:
    """Says whether a counsellor could come; nobody works here unless a test says so."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self.now = Staffing.NONE
        self.opens: datetime | None = None

    async def staffing(self) -> Staffing:
        """Return what the test set."""
        return self.now

    async def next_opening(self) -> datetime | None:
        """Return what the test set."""
        return self.opens


class FakeCodes:
    """A code book with the codes that a test puts in."""

    def __init__(self) -> None:
        """Begin with none."""
        self.given: list[str] = []

    def might_hold(self, text: str) -> bool:
        """Tell whether one of them is in a text."""
        return any(code in text for code in self.given)

    async def holds(self, text: str) -> bool:
        """Tell whether one of them is in a text."""
        return any(code in text for code in self.given)
