"""Revisions of the guidance in SQL. The database itself refuses to publish a revision that is empty, lacks a placeholder or was not approved."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.accounts import StaffId
from bot.action_log import Action
from bot.guidance.revisions import (
    Comment,
    EditorId,
    Item,
    ItemHistory,
    Part,
    Publication,
    Published,
    Revision,
    RevisionId,
    Significance,
    Status,
)
from bot.language import Language
from bot.store.action_log import SqlActionLog
from bot.store.database import looking, metadata, working

guidance_publications = sa.Table(
    "guidance_publications",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("by", sa.String(32), nullable=False),
    sa.Column("is_emergency", sa.Boolean, nullable=False),
    sa.Column("reviewed_by", sa.String(32)),
)
guidance_revisions = sa.Table(
    "guidance_revisions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("part", sa.String(16), nullable=False),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("needs", sa.Text, nullable=False),
    sa.Column("author", sa.String(32), nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("based_on", sa.Integer, nullable=False),
    sa.Column("significance", sa.String(16), nullable=False),
    sa.Column("comment", sa.Text, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("shipped", sa.String(16), nullable=False),
    sa.Column("reviewer", sa.String(32)),
    sa.Column("publication", sa.Integer, sa.ForeignKey("guidance_publications.id")),
    sa.Index("ix_guidance_revisions_piece", "part", "key"),
    sa.CheckConstraint("status <> 'published' OR length(trim(body)) > 0", name="never_empty"),
    sa.CheckConstraint("status <> 'published' OR (reviewer IS NOT NULL AND publication IS NOT NULL)", name="approved"),
)
guidance_comments = sa.Table(
    "guidance_comments",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("part", sa.String(16), nullable=False),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("by", sa.String(32), nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)

_LOST = "EXISTS (SELECT 1 FROM json_each(NEW.needs) AS need WHERE instr(NEW.body, need.value) = 0)"
SQLITE_RULES = (
    *(
        f"CREATE TRIGGER guidance_revisions_{moment.lower()}_whole BEFORE {moment} ON guidance_revisions "
        f"WHEN NEW.status = 'published' AND {_LOST} "
        "BEGIN SELECT RAISE(ABORT, 'a placeholder is missing'); END"
        for moment in ("INSERT", "UPDATE")
    ),
    "CREATE TRIGGER guidance_revisions_stay BEFORE UPDATE ON guidance_revisions "
    "WHEN OLD.status = 'published' AND (NEW.body <> OLD.body OR NEW.status NOT IN ('published', 'retired')) "
    "BEGIN SELECT RAISE(ABORT, 'what was published stays as it is'); END",
    "CREATE TRIGGER guidance_revisions_kept BEFORE DELETE ON guidance_revisions "
    "WHEN OLD.publication IS NOT NULL BEGIN SELECT RAISE(ABORT, 'what was published stays as it is'); END",
)
POSTGRESQL_RULES = (
    "CREATE FUNCTION guidance_revisions_whole() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF NEW.status = 'published' AND EXISTS (SELECT 1 FROM json_array_elements_text(NEW.needs::json) AS need(value) "
    "WHERE position(need.value in NEW.body) = 0) THEN RAISE EXCEPTION 'a placeholder is missing'; END IF; "
    "IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND (NEW.body <> OLD.body OR NEW.status NOT IN ('published', 'retired')) "
    "THEN RAISE EXCEPTION 'what was published stays as it is'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER guidance_revisions_whole BEFORE INSERT OR UPDATE ON guidance_revisions "
    "FOR EACH ROW EXECUTE FUNCTION guidance_revisions_whole()",
)
for _dialect, _rules in (("sqlite", SQLITE_RULES), ("postgresql", POSTGRESQL_RULES)):
    for _rule in _rules:
        _made = sa.DDL(_rule).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]
        sa.event.listen(guidance_revisions, "after_create", _made)


class SqlGuidanceBook:
    """Stores revisions in a database."""

    def __init__(self, engine: AsyncEngine, *, log_key: bytes) -> None:
        """Use an engine, and the key that signs the action log."""
        self._engine = engine
        self._log_key = log_key

    @asynccontextmanager
    async def work(self) -> AsyncIterator["SqlDrafts"]:
        """Begin a unit of work: one transaction."""
        async with working(self._engine) as database:
            yield SqlDrafts(database, log_key=self._log_key)

    @asynccontextmanager
    async def look(self) -> AsyncIterator["SqlDrafts"]:
        """Begin a read-only unit of work, which blocks no writer."""
        async with looking(self._engine) as database:
            yield SqlDrafts(database, log_key=self._log_key)

    async def version(self) -> int:
        """Return the number of the newest publication, without blocking writers."""
        async with looking(self._engine) as database:
            return int(await database.scalar(sa.select(sa.func.max(guidance_publications.c.id))) or 0)

    async def published(self) -> Published:
        """Return everything that is published, as one consistent state."""
        out = guidance_revisions.c.publication.is_not(None)
        order = (guidance_revisions.c.publication, guidance_revisions.c.id)
        async with looking(self._engine) as database:
            version = int(await database.scalar(sa.select(sa.func.max(guidance_publications.c.id))) or 0)
            rows = (await database.execute(sa.select(guidance_revisions).where(out).order_by(*order))).all()
        history: dict[tuple[Item, Language | None], list[Revision]] = {}
        for revision in map(_revision, rows):
            history.setdefault((revision.item, revision.language), []).append(revision)
        newest = {place: revisions[-1] for place, revisions in history.items()}
        retired = frozenset(item for (item, _), one in newest.items() if one.status is Status.RETIRED)
        bodies = {place: one.body for place, one in newest.items() if one.status is Status.PUBLISHED}
        return Published(version=version, bodies=bodies, retired=retired, history=history)


class SqlDrafts:
    """One unit of work (see bot/guidance/ports.py)."""

    def __init__(self, database: AsyncConnection, *, log_key: bytes) -> None:
        self._database = database
        self._log = SqlActionLog(database, key=log_key)

    async def history(self, item: Item, shipped: Mapping[Language | None, str]) -> ItemHistory:
        """Return everything about an item; its revisions stay locked until the unit of work ends."""
        of = sa.select(guidance_revisions).where(*_is(item, guidance_revisions))
        rows = await self._database.execute(of.order_by(guidance_revisions.c.id).with_for_update())
        said = sa.select(guidance_comments).where(*_is(item, guidance_comments)).order_by(guidance_comments.c.id)
        comments = [
            Comment(by=EditorId(row.by), at=datetime.fromtimestamp(row.at, UTC), text=row.text)
            for row in await self._database.execute(said)
        ]
        revisions = [_revision(row) for row in rows]
        return ItemHistory(item=item, shipped=shipped, revisions=revisions, comments=comments)

    async def revisions(self) -> Sequence[Revision]:
        """Return all revisions, oldest first."""
        rows = await self._database.execute(sa.select(guidance_revisions).order_by(guidance_revisions.c.id))
        return [_revision(row) for row in rows]

    async def revision(self, revision: RevisionId) -> Revision | None:
        """Return one revision."""
        one = sa.select(guidance_revisions).where(guidance_revisions.c.id == revision)
        row = (await self._database.execute(one.with_for_update())).first()
        return _revision(row) if row else None

    async def add(self, revision: Revision) -> Revision:
        """Store a new revision; return it with its id."""
        added = await self._database.execute(guidance_revisions.insert().values(_row(revision)))
        number = added.inserted_primary_key
        return replace(revision, id=RevisionId(number[0] if number else 0))

    async def update(self, revision: Revision) -> None:
        """Store the new state of a revision."""
        row = guidance_revisions.update().where(guidance_revisions.c.id == revision.id)
        await self._database.execute(row.values(_row(revision)))

    async def publish(self, *, by: EditorId, at: datetime, is_emergency: bool) -> Publication:
        """Begin a publication and return it."""
        row = {"at": int(at.timestamp()), "by": by, "is_emergency": is_emergency, "reviewed_by": None}
        added = await self._database.execute(guidance_publications.insert().values(row))
        number = added.inserted_primary_key
        return Publication(
            id=int(number[0]) if number else 0, at=at, by=by, is_emergency=is_emergency, reviewed_by=None
        )

    async def publications(self, *, unreviewed: bool = False, most: int = 100) -> Sequence[Publication]:
        """Return publications, newest first."""
        found = sa.select(guidance_publications).order_by(guidance_publications.c.id.desc()).limit(most)
        if unreviewed:
            found = found.where(guidance_publications.c.is_emergency, guidance_publications.c.reviewed_by.is_(None))
        return [
            Publication(
                id=row.id,
                at=datetime.fromtimestamp(row.at, UTC),
                by=EditorId(row.by),
                is_emergency=row.is_emergency,
                reviewed_by=EditorId(row.reviewed_by) if row.reviewed_by else None,
            )
            for row in await self._database.execute(found)
        ]

    async def review(self, publication: int, *, by: EditorId) -> None:
        """Note who reviewed an emergency publication."""
        row = guidance_publications.update().where(guidance_publications.c.id == publication)
        await self._database.execute(row.values(reviewed_by=by))

    async def comment(self, item: Item, comment: Comment) -> None:
        """Store a comment."""
        row = {"part": item.part.value, "key": item.key, "by": comment.by, "text": comment.text}
        await self._database.execute(guidance_comments.insert().values(**row, at=int(comment.at.timestamp())))

    async def log_action(self, action: Action, *, by: EditorId, at: datetime, about: str, reason: str = "") -> None:
        """Log an action."""
        await self._log.append(action, by=StaffId(by), at=at, about=about, reason=reason)


def _is(item: Item, table: sa.Table) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.part == item.part.value, table.c.key == item.key


def _row(revision: Revision) -> dict[str, object]:
    same = ("body", "author", "based_on", "comment", "version", "shipped", "reviewer", "publication")
    return {
        **{name: getattr(revision, name) for name in same},
        "part": revision.item.part.value,
        "key": revision.item.key,
        "language": revision.language.value if revision.language else "",
        "needs": json.dumps(sorted(revision.needs)),
        "at": int(revision.at.timestamp()),
        "significance": revision.significance.value,
        "status": revision.status.value,
    }


def _revision(row: sa.Row[tuple[object, ...]]) -> Revision:
    kept = row._mapping  # noqa: SLF001 (SQLAlchemy's public name for it)
    return Revision(
        id=RevisionId(kept["id"]),
        item=Item(part=Part(kept["part"]), key=kept["key"]),
        language=Language(kept["language"]) if kept["language"] else None,
        body=kept["body"],
        needs=frozenset(json.loads(kept["needs"])),
        author=EditorId(kept["author"]),
        at=datetime.fromtimestamp(kept["at"], UTC),
        based_on=RevisionId(kept["based_on"]),
        significance=Significance(kept["significance"]),
        comment=kept["comment"],
        status=Status(kept["status"]),
        version=kept["version"],
        shipped=kept["shipped"],
        reviewer=EditorId(kept["reviewer"]) if kept["reviewer"] else None,
        publication=kept["publication"],
    )
