"""The periodic jobs: erase expired chats, answer messages that a killed process left, notice gone counsellors, follow files."""

import contextlib
import logging
from datetime import timedelta
from itertools import count

from bot.container import Services
from bot.conversation.errors import ConversationError
from bot.conversation.handover.counsellor import LOST_AFTER
from bot.worker import Interval, run_forever

logger = logging.getLogger(__name__)
ROUND = timedelta(seconds=2)
SWEEP_EVERY = 15
"""Rounds between two sweeps of what has expired."""
UNANSWERED_AFTER = timedelta(seconds=15)
GIVE_BACK_AFTER = timedelta(minutes=3)
"""A counsellor's silence after which their chats go back to the front of the queue, unless the settings say otherwise."""


async def run_periodic_jobs(services: Services, *, give_back_after: timedelta) -> None:
    """Run the jobs that are due, round after round; a job that failed is tried again in the next round."""
    rounds = count()

    async def step() -> None:
        number = next(rounds)
        await services.conversations.erasure.settle()
        await give_back_chats(services, after=give_back_after)
        await tell_whose_counsellor_is_lost(services)
        if number % SWEEP_EVERY == 0:
            await erase_expired(services)
            await services.conversations.turns.answer_unanswered(older_than=UNANSWERED_AFTER)

    await run_forever(step, wakeup=Interval(ROUND.total_seconds()), on_fault="the clock will try again")


async def erase_expired(services: Services) -> None:
    """Erase what is due, unless the clock jumped: nobody knows then what is due."""
    if services.clock_watch.has_jumped():
        logger.error("the clock jumped: nothing is erased by it until it is right, or the bot is started again")
        return
    await services.conversations.erasure.sweep()


async def follow_guidance(services: Services) -> None:
    """Show newly published guidance within two seconds, whichever process published it."""
    shown = 0

    async def step() -> None:
        nonlocal shown
        if await services.guidance_book.version() != shown:
            published = await services.guidance_book.published()
            services.guidance.show(published)
            shown = published.version

    await run_forever(step, wakeup=services.guidance_bell, on_fault="the guidance is looked at again")


async def follow_questions(services: Services) -> None:
    """Take up changed files of questions within six seconds, all of them between two turns."""
    wakeup = Interval(ROUND.total_seconds())
    await run_forever(services.question_files.look, wakeup=wakeup, on_fault="the questions are looked at again")


async def give_back_chats(services: Services, *, after: timedelta = GIVE_BACK_AFTER) -> None:
    """Put chats back to the front of the queue whose counsellor is off duty, or has been silent for so long."""
    told_before = services.ports.clock.now() - (after - LOST_AFTER)
    snapshot = await services.snapshots.look()
    present = {one.id for one in await services.presence.present()}
    silent = {one.id for one in await services.presence.lost()}
    for conversation, call in snapshot.calls.items():
        is_told = call.lost_at is not None and call.lost_at <= told_before
        is_gone = call.counsellor not in present and (is_told or call.counsellor not in silent)
        if call.counsellor is not None and is_gone:
            with contextlib.suppress(ConversationError):  # they came back, or the person left, in between
                await services.conversations.person.requeue(conversation, of=call.counsellor)


async def tell_whose_counsellor_is_lost(services: Services) -> None:
    """Tell people when their counsellor's console has given no sign of life for a minute, and when it is back."""
    present = {one.id for one in await services.presence.present()}
    snapshot = await services.snapshots.look()
    held = {(call.counsellor, call.lost_at is not None) for call in snapshot.calls.values() if call.counsellor}
    for counsellor, is_told in held:
        if counsellor not in present and not is_told:
            await services.conversations.counsellor.say_lost(counsellor)
        elif counsellor in present and is_told:
            await services.conversations.counsellor.say_back(counsellor)
