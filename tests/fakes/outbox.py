"""An outbox in memory."""

from collections.abc import Sequence

from bot.store.outbox import Parcel


class MemoryOutbox:
    """Holds parcels until they are delivered."""

    def __init__(self, parcels: Sequence[Parcel] = ()) -> None:
        """Begin with parcels."""
        self.parcels = list(parcels)

    async def waiting(self, *, most: int = 500) -> Sequence[Parcel]:
        """Return what waits, oldest first."""
        return self.parcels[:most]

    async def delivered(self, parcels: Sequence[Parcel]) -> None:
        """Remove what a channel has taken."""
        taken = {parcel.id for parcel in parcels}
        self.parcels = [parcel for parcel in self.parcels if parcel.id not in taken]
