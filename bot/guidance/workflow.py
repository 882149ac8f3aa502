"""Changes the guidance: draft, review by somebody else, publish, take back. Published text is never overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.action_log import Action
from bot.clock import Clock
from bot.guidance.approval import (
    Actor,
    current_revision,
    findings,
    hashed,
    is_guarded,
    needs_of,
    refuse_half,
    refuse_wrong_hands,
    writer_of,
)
from bot.guidance.errors import EditConflict, ItemRequired, NotAllowed, NotPossible, OwnRevision, Unfit, UnknownEntry
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.ports import Drafts, GuidanceBook, Shipped
from bot.guidance.revisions import (
    BASELINE,
    Comment,
    Item,
    ItemHistory,
    Part,
    Publication,
    ReviewStep,
    Revision,
    RevisionId,
    Significance,
    Status,
    after,
)
from bot.guidance.rules import Finding
from bot.japan import TOKYO
from bot.language import Language

REPLY = "reply."
"""The prefix of ready-made replies, the only entries that the program never says by itself and that can be retired."""

BACK: Mapping[ReviewStep, Action] = {
    ReviewStep.WITHDRAW: Action.GUIDANCE_WITHDRAWN,
    ReviewStep.RETURN: Action.GUIDANCE_RETURNED,
    ReviewStep.DISCARD: Action.GUIDANCE_DISCARDED,
}
"""The steps that take a revision back, and how they are logged."""


@dataclass(frozen=True, kw_only=True)
class Editing:
    """The use cases of editors; each raises EditRefused, and changes nothing, if it is impossible."""

    book: GuidanceBook
    shipped: Shipped
    clock: Clock

    async def history(self, item: Item) -> ItemHistory:
        """Return everything about an item; raise UnknownEntry."""
        async with self.book.look() as drafts:
            return await self._history(drafts, item)

    async def save(
        self,
        item: Item,
        language: Language | None,
        body: str,
        *,
        by: Actor,
        expects: tuple[RevisionId, int],
        significance: Significance = Significance.MEANING,
        comment: str = "",
    ) -> Revision:
        """Store a draft even if it has faults, which are reported when it is submitted.

        `expects` is the (id, version) of the draft or published revision that the editor opened; raises Overtaken if it has
        changed since.
        """
        now = self.clock.now()
        async with self.book.work() as drafts:
            history = await self._history(drafts, item)
            seen = history.open(language)
            if expects != (current_revision(history, language)):
                raise EditConflict
            if seen is not None and seen.status is Status.IN_REVIEW:
                raise NotPossible("save of what is in_review")
            other = history.now(language.other) if language else BASELINE
            if seen is not None:
                changed = replace(
                    seen, body=body, author=by.id, at=now, based_on=other, significance=significance, comment=comment,
                    version=seen.version + 1,
                )  # fmt: skip
                await drafts.update(changed)
                return changed
            fresh = Revision(
                id=BASELINE, item=item, language=language, body=body, author=by.id, at=now, based_on=other,
                significance=significance, comment=comment, status=Status.DRAFT, version=1,
                shipped=hashed(history.shipped[language]), needs=needs_of(history, language),
            )  # fmt: skip
            kept = await drafts.add(fresh)
            await drafts.log_action(Action.GUIDANCE_DRAFTED, by=by.id, at=now, about=str(kept.id))
            return kept

    async def submit(self, revision: RevisionId, *, by: Actor) -> None:
        """Ask for a review; raise Unfit with all faults."""
        async with self.book.work() as drafts:
            one, history = await self._one(drafts, revision)
            self._refuse_unfit(one, history)
            await drafts.update(replace(one, status=after(one.status, ReviewStep.SUBMIT)))
            await drafts.log_action(Action.GUIDANCE_SUBMITTED, by=by.id, at=self.clock.now(), about=str(one.id))

    async def step_back(self, revision: RevisionId, *, by: Actor, step: ReviewStep) -> None:
        """Withdraw, return or discard a revision."""
        async with self.book.work() as drafts:
            one, _ = await self._one(drafts, revision)
            if step not in BACK:
                raise NotPossible(step.value)
            await drafts.update(replace(one, status=after(one.status, step)))
            await drafts.log_action(BACK[step], by=by.id, at=self.clock.now(), about=str(one.id))

    async def publish(
        self,
        revisions: Sequence[RevisionId],
        *,
        by: Actor,
        is_emergency: bool = False,
        leaves_stale: frozenset[Item] = frozenset(),
        seen: Mapping[RevisionId, int] = MappingProxyType({}),
    ) -> Publication:
        """Publish reviewed revisions together, so that people see all of them from the same moment on.

        `seen` is the version of each that the approver has read. Raises Overtaken if one was changed since, OwnWork if one is
        the approver's own and this is no emergency, NotAllowed if it needs an administrator, and Incomplete if a meaning would
        change in one language only and `leaves_stale` does not name the item.
        """
        if not revisions:
            raise NotPossible("publish of nothing")
        if is_emergency and not by.is_administrator:
            raise NotAllowed
        now = self.clock.now()
        async with self.book.work() as drafts:
            found = [await self._one(drafts, revision) for revision in dict.fromkeys(revisions)]
            together = {(one.item, one.language) for one, _ in found}
            for one, history in found:
                if seen.get(one.id, one.version) != one.version:
                    raise EditConflict
                refuse_wrong_hands(one, by=by, is_emergency=is_emergency)
                self._refuse_unfit(one, history)
                refuse_half(one, together, leaves_stale)
            publication = await drafts.publish(by=by.id, at=now, is_emergency=is_emergency)
            for one, history in found:
                begun = Status.IN_REVIEW if is_emergency else one.status
                pair = one.language is not None and (one.item, one.language.other) in together
                out = history.open(one.language.other) if pair and one.language else None
                await drafts.update(
                    replace(
                        one,
                        status=after(begun, ReviewStep.PUBLISH),
                        reviewer=by.id,
                        publication=publication.id,
                        based_on=out.id if out else one.based_on,
                    )
                )
                await drafts.log_action(
                    Action.GUIDANCE_PUBLISHED, by=by.id, at=now, about=str(one.id), reason=one.item.part.value
                )
            if is_emergency:
                await drafts.log_action(Action.GUIDANCE_EMERGENCY, by=by.id, at=now, about=str(publication.id))
        return publication

    async def review_emergency(self, publication: int, *, by: Actor) -> None:
        """Note that somebody else has reviewed an emergency publication."""
        async with self.book.work() as drafts:
            waiting = {one.id: one for one in await drafts.publications(unreviewed=True)}
            if publication not in waiting:
                raise NotPossible("review of what is no emergency")
            if waiting[publication].by == by.id:
                raise OwnRevision
            await drafts.review(publication, by=by.id)
            await drafts.log_action(Action.GUIDANCE_REVIEWED, by=by.id, at=self.clock.now(), about=str(publication))

    async def roll_back(self, item: Item, language: Language | None, to: RevisionId, *, by: Actor) -> Publication:
        """Publish an earlier published text again, or the shipped one (BASELINE), at once."""
        if is_guarded(item) and not by.is_administrator:
            raise NotAllowed
        now = self.clock.now()
        async with self.book.work() as drafts:
            history = await self._history(drafts, item)
            earlier = next((one for one in history.revisions if one.id == to and one.language is language), None)
            if to != BASELINE and (earlier is None or earlier.publication is None):
                raise NotPossible("roll back to what was never published")
            body = earlier.body if earlier else history.shipped[language]
            if body == history.body(language) and not history.is_retired(language):
                raise NotPossible("roll back to what people see already")
            publication = await drafts.publish(by=by.id, at=now, is_emergency=False)
            other = history.now(language.other) if language else BASELINE
            await drafts.add(
                Revision(
                    id=BASELINE, item=item, language=language, body=body, author=earlier.author if earlier else by.id, at=now,
                    based_on=other, significance=Significance.MEANING, comment="", status=Status.PUBLISHED, version=1,
                    shipped=hashed(history.shipped[language]), needs=needs_of(history, language),
                    reviewer=by.id, publication=publication.id,
                )
            )  # fmt: skip
            await drafts.log_action(
                Action.GUIDANCE_ROLLED_BACK, by=by.id, at=now, about=str(to), reason=item.part.value
            )
        return publication

    async def checked_today(self, item: Item, *, by: Actor, expects: RevisionId) -> Publication:
        """Note that a fact was checked today and is still true; people see the new date at once, and nothing else changes.

        `expects` is the version that was compared with the source. Raises OwnWork if its author is the one who checked it.
        """
        if item.part not in (Part.CONTACT, Part.LINK):
            raise NotPossible("check of what has no date")
        now = self.clock.now()
        async with self.book.work() as drafts:
            history = await self._history(drafts, item)
            if history.now(None) != expects:
                raise EditConflict
            if writer_of(history) == by.id:
                raise OwnRevision
            fields, today = fields_of(history.body(None)), now.astimezone(TOKYO).date().isoformat()
            if fields["verified"] == today:
                raise NotPossible("check of what was checked today")
            body = as_text({**fields, "verified": today})
            before = history.published(None)
            publication = await drafts.publish(by=by.id, at=now, is_emergency=False)
            checked = Revision(
                id=BASELINE, item=item, language=None, body=body, author=by.id, at=now, based_on=BASELINE,
                significance=Significance.TYPO, comment="", status=Status.PUBLISHED, version=1,
                shipped=before.shipped if before else hashed(history.shipped[None]),
                reviewer=by.id, publication=publication.id,
            )  # fmt: skip
            self._refuse_unfit(checked, history)
            kept = await drafts.add(checked)
            await drafts.log_action(Action.FACT_CHECKED, by=by.id, at=now, about=str(kept.id), reason=item.part.value)
        return publication

    async def keep_ours(self, item: Item, language: Language | None, *, by: Actor) -> None:
        """Keep the published text although an upgrade brought another; the next upgrade that changes it asks again."""
        async with self.book.work() as drafts:
            history = await self._history(drafts, item)
            out, shipped = history.published(language), hashed(history.shipped[language])
            if out is None or not history.upgraded(language, shipped=shipped):
                raise NotPossible("keep of what was not replaced")
            await drafts.update(replace(out, shipped=shipped))
            await drafts.log_action(Action.GUIDANCE_KEPT, by=by.id, at=self.clock.now(), about=str(out.id))

    async def retire(self, item: Item, *, by: Actor) -> None:
        """Take a ready-made reply out of use; everything else is indispensable."""
        if item.part is not Part.WORDS or not item.key.startswith(REPLY):
            raise ItemRequired
        now = self.clock.now()
        async with self.book.work() as drafts:
            history = await self._history(drafts, item)
            publication = await drafts.publish(by=by.id, at=now, is_emergency=False)
            for language in item.languages:
                await drafts.add(
                    Revision(
                        id=BASELINE, item=item, language=language, body=history.body(language), author=by.id, at=now,
                        based_on=BASELINE, significance=Significance.MEANING, comment="", status=Status.RETIRED, version=1,
                        shipped=hashed(history.shipped[language]), reviewer=by.id, publication=publication.id,
                    )
                )  # fmt: skip
            await drafts.log_action(Action.GUIDANCE_RETIRED, by=by.id, at=now, about="", reason=item.part.value)

    async def say(self, item: Item, *, by: Actor, text: str) -> None:
        """Add a comment for colleagues."""
        if not text.strip():
            raise NotPossible("a comment of nothing")
        async with self.book.work() as drafts:
            await self._history(drafts, item)
            await drafts.comment(item, Comment(by=by.id, at=self.clock.now(), text=text.strip()))

    def findings(self, item: Item, language: Language | None, body: str, *, history: ItemHistory) -> list[Finding]:
        """Return the faults of a text or of a fact's fields."""
        links = frozenset(one.key for one in self.shipped.all_items() if one.part is Part.LINK)
        today = self.clock.now().astimezone(TOKYO).date()
        return findings(item, language, body, history=history, today=today, links=links)

    def _refuse_unfit(self, one: Revision, history: ItemHistory) -> None:
        found = self.findings(one.item, one.language, one.body, history=history)
        if found:
            raise Unfit(found)

    async def _one(self, drafts: Drafts, revision: RevisionId) -> tuple[Revision, ItemHistory]:
        one = await drafts.revision(revision)
        if one is None:
            raise UnknownEntry(str(revision))
        return one, await self._history(drafts, one.item)

    async def _history(self, drafts: Drafts, item: Item) -> ItemHistory:
        return await drafts.history(item, self.shipped.bodies(item))
