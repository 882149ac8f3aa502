"""What time brings by itself: chats whose time is over, messages a killed process left, counsellors who are gone."""

import asyncio
import logging
from datetime import timedelta
from itertools import count

from bot.container import House
from bot.conversation.handover.counsellor import Handovers

ROUND = timedelta(seconds=2)
SWEEP_EVERY = 15
"""Rounds of the clock between two looks at what is due."""
UNANSWERED_AFTER = timedelta(seconds=15)
logger = logging.getLogger(__name__)


async def keep_the_clock(house: House) -> None:
    """Go round and round; a fault is tried again at the next round."""
    for number in count():
        try:
            await house.service.settle()
            await tell_whose_counsellor_is_lost(house)
            if number % SWEEP_EVERY == 0:
                await house.service.sweep()
                await house.service.answer_unanswered(older_than=UNANSWERED_AFTER)
        except Exception as fault:  # noqa: BLE001 (the clock must go on)
            logger.error("the clock will try again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)
        await asyncio.sleep(ROUND.total_seconds())


async def follow_the_guidance(house: House) -> None:
    """Show what was published, in every process within a second or two, whoever published it where."""
    shown = 0
    while True:
        try:
            if await house.guidance_book.version() != shown:
                published = await house.guidance_book.published()
                house.guidance.show(published)
                shown = published.version
        except Exception as fault:  # noqa: BLE001 (what was shown stays until the next look)
            logger.error("the guidance is looked at again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)
        await house.guidance_bell.wait()


async def tell_whose_counsellor_is_lost(house: House) -> None:
    """Tell people whose counsellor's console has not been heard of for a minute, and when it is there again."""
    service = house.service
    handovers = Handovers(archive=service.archive, clock=service.clock, bell=service.bell, keep=service.keep)
    present = {one.id for one in await house.presence.present()}
    board = await house.switchboard.look()
    held = {(line.counsellor, line.lost) for line in board.lines.values() if line.counsellor}
    for counsellor, is_told in held:
        if counsellor not in present and not is_told:
            await handovers.lost(counsellor)
        elif counsellor in present and is_told:
            await handovers.heard_of(counsellor)
