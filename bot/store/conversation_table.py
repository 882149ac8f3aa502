"""The table of conversations, which all other conversation tables refer to."""

import sqlalchemy as sa

from bot.store.database import metadata

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("assistant_id", sa.String(32), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("stage", sa.String(16), nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
    sa.Column("state_day", sa.Date, nullable=False),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("last_at", sa.Integer, nullable=False),
    sa.Column("expires_at", sa.Integer, nullable=False, index=True),
)
