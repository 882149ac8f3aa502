"""What is still to be delivered, where the database gives a removed row's number to the next one."""

import sqlalchemy as sa

from bot.conversation.model import ConversationId
from bot.store.outbox import SqlOutbox, outbox
from tests.fakes.clock import NOON
from tests.fakes.database import Database

ONE, OTHER = ConversationId("1" * 32), ConversationId("2" * 32)


async def put(database: Database, conversation: ConversationId) -> None:
    """Let a message wait."""
    row = {"conversation": conversation, "seq": 1, "channel": "telegram", "at": int(NOON.timestamp())}
    async with database.engine.begin() as connection:
        await connection.execute(outbox.insert().values(row))


async def test_what_was_erased_while_it_was_sent_takes_nobody_elses_message_with_it(database: Database) -> None:
    telegram_outbox = SqlOutbox(database.engine, channel="telegram")
    await put(database, ONE)
    [sent] = await telegram_outbox.pending()
    async with database.engine.begin() as connection:
        await connection.execute(sa.delete(outbox))
    await put(database, OTHER)
    assert [message.id for message in await telegram_outbox.pending()] == [sent.id], "the same number"
    await telegram_outbox.mark_part_sent(sent)
    await telegram_outbox.remove([sent])
    assert [(message.conversation, message.parts_sent) for message in await telegram_outbox.pending()] == [(OTHER, 0)]
