"""Whatever comes late, twice or out of order: never two voices, never none, nothing lost and nothing doubled."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.conversation.case import Outcome
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.errors import ConversationClosed, HandoverRefused
from bot.conversation.handover.stages import Stage
from bot.conversation.model import (
    Author,
    Call,
    Conversation,
    ConversationId,
    Counsellor,
    CounsellorId,
    Message,
    Nonce,
    Say,
    Share,
)
from bot.conversation.ports import Staffing
from tests.fakes.assistant import reply
from tests.fakes.catalogues import shipped
from tests.fakes.services import fake_services

T = TypeVar("T")
SAYS = "menu"
"""What the assistant of this test always says."""

STAFF = [Counsellor(id=CounsellorId(name.lower()), name=name) for name in ("Sato", "Kim")]


class Handover(RuleBasedStateMachine):
    """One person, an assistant whose answers take as long as they like, and two counsellors who press everything."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.services = fake_services(shipped())
        self.services.assistant.otherwise = reply(SAYS)
        self.services.availability.now = Staffing.PRESENT
        self.handovers = self.services.conversations.counsellor
        self.gates: list[asyncio.Event] = []
        self.services.assistant.before_answering = self._until_let_through
        self.answers: list[asyncio.Task[object]] = []
        self.id: ConversationId = self._run(self.services.begin()).id
        self.sent: list[str] = []
        self.replied: list[str] = []

    def teardown(self) -> None:
        for gate in self.gates:
            gate.set()
        self._run(self._all_arrived())
        left = [message for message in self._messages() if not message.answered]
        stage = self._conversation().stage
        self.loop.close()
        assert left == [] or stage is Stage.CLOSED, "somebody was left without an answer and without a counsellor"

    # --- what people do -------------------------------------------------------------------------------------------------

    @rule(twice=st.booleans(), danger=st.booleans())
    def the_person_writes(self, *, twice: bool, danger: bool) -> None:
        text = f"{'死にたい ' if danger else ''}message {len(self.sent)}"
        nonce = Nonce(f"sent-{len(self.sent)}")
        self.services.clock.forward(timedelta(seconds=2))
        if self._conversation().stage is Stage.CLOSED:
            self._refused(self.services.conversations.turns.take(self.id, text, nonce=nonce), ConversationClosed)
            return
        self.sent.append(text)
        for _ in range(2 if twice else 1):
            self.answers.append(
                self.loop.create_task(self.services.conversations.turns.receive(self.id, text, nonce=nonce))
            )
            self._settle()

    @precondition(lambda self: any(not gate.is_set() for gate in self.gates))
    @rule(which=st.integers(min_value=0, max_value=50))
    def an_answer_arrives(self, which: int) -> None:
        waiting = [gate for gate in self.gates if not gate.is_set()]
        waiting[which % len(waiting)].set()
        self._settle()

    @rule(share=st.sampled_from(Share))
    def the_person_calls(self, share: Share) -> None:
        self._tried(self.services.conversations.person.call(self.id, share=share))

    @precondition(lambda self: self._conversation().stage is Stage.ASSISTANT)
    @rule()
    def a_counsellor_is_offered(self) -> None:
        self._run(self.services.conversations.turns.say(self.id, Say(key="human.offer")))

    @rule(share=st.sampled_from(Share))
    def the_person_says_what_may_be_seen(self, share: Share) -> None:
        self._tried(self.services.conversations.person.share(self.id, share=share))

    @rule()
    def the_person_gives_up(self) -> None:
        self._tried(self.services.conversations.person.give_up(self.id))

    @rule(share=st.sampled_from(Share))
    def the_person_comes_back(self, share: Share) -> None:
        self._tried(self.services.conversations.person.reopen(self.id, share=share))

    @rule(who=st.sampled_from(STAFF))
    def a_counsellor_takes(self, who: Counsellor) -> None:
        self._tried(self.handovers.take(self.id, who, most=3))

    @rule(who=st.sampled_from(STAFF), twice=st.booleans())
    def a_counsellor_replies(self, who: Counsellor, *, twice: bool) -> None:
        text = f"reply {len(self.replied)}"
        nonce = Nonce(f"replied-{len(self.replied)}")
        done = [
            self._tried(self.handovers.reply(self.id, who, nonce=nonce, text=text)) for _ in range(2 if twice else 1)
        ]
        if any(done):
            self.replied.append(text)

    @rule(who=st.sampled_from(STAFF))
    def a_counsellor_transfers(self, who: Counsellor) -> None:
        other = next(one for one in STAFF if one is not who)
        self._tried(self.handovers.transfer(self.id, who.id, other, most=3))

    @rule(who=st.sampled_from(STAFF))
    def a_counsellor_hands_back(self, who: Counsellor) -> None:
        self._tried(self.handovers.hand_back(self.id, who.id))

    @rule(who=st.sampled_from(STAFF))
    def a_counsellor_closes(self, who: Counsellor) -> None:
        self._tried(self.handovers.close(self.id, who.id, outcome=Outcome.GUIDED))

    @rule(who=st.sampled_from(STAFF))
    def a_connection_is_lost(self, who: Counsellor) -> None:
        self._tried(self.handovers.say_lost(who.id))

    @rule()
    def the_person_asks_for_another(self) -> None:
        self._tried(self.services.conversations.person.requeue(self.id))

    # --- what holds at every moment -------------------------------------------------------------------------------------

    @invariant()
    def who_answers_is_said_once(self) -> None:
        call, stage = self._call(), self._conversation().stage
        assert (call is not None and call.counsellor is None) == (stage is Stage.WAITING)
        assert (call is not None and call.counsellor is not None) == (stage is Stage.COUNSELLOR)

    @invariant()
    def nothing_is_lost_or_doubled_and_the_order_is_kept(self) -> None:
        messages = self._messages()
        assert [message.seq for message in messages] == list(range(1, len(messages) + 1))
        assert [m.text for m in messages if m.author is Author.PERSON] == self.sent
        assert [m.text for m in messages if m.author is Author.COUNSELLOR] == self.replied

    @invariant()
    def nothing_is_seen_from_before_unless_it_was_shown(self) -> None:
        call = self._call()
        if call is not None and call.share is not Share.EVERYTHING:
            offers = [m.seq for m in self._messages() if m.say is not None and m.say.key == "welcome"]
            assert call.visible_from > offers[-1]
        if call is not None and call.share is Share.EVERYTHING:
            assert call.visible_from == 1

    @invariant()
    def the_assistant_never_talks_over_a_counsellor(self) -> None:
        with_counsellor = False
        for message in self._messages():
            key = message.say.key if message.say else ""
            if key == "counsellor.joined":
                with_counsellor = True
            elif key in (
                "counsellor.handed_back",
                "counsellor.closed",
                "counsellor.lost.waiting",
                "counsellor.lost.kept",
            ):
                with_counsellor = False
            if with_counsellor:
                assert key != SAYS
                assert message.author is not Author.ASSISTANT or key in DANGER_ENTRIES or key.startswith("counsellor.")

    @invariant()
    def words_in_danger_are_answered_at_once(self) -> None:
        messages = self._messages()
        for message in messages:
            if message.author is Author.PERSON and "死にたい" in message.text:
                later = [m.say.key for m in messages if m.seq > message.seq and m.say]
                assert any(key in DANGER_ENTRIES for key in later)

    # --- how it is run --------------------------------------------------------------------------------------------------

    async def _until_let_through(self) -> None:
        gate = asyncio.Event()
        self.gates.append(gate)
        await gate.wait()

    async def _all_arrived(self) -> None:
        await asyncio.gather(*self.answers, return_exceptions=True)

    def _settle(self) -> None:
        for _ in range(30):
            self._run(asyncio.sleep(0))

    def _run(self, coroutine: Any) -> Any:
        return self.loop.run_until_complete(coroutine)

    def _tried(self, move: Coroutine[Any, Any, T]) -> bool:
        try:
            self._run(move)
        except HandoverRefused:
            return False
        return True

    def _refused(self, move: Coroutine[Any, Any, object], fault: type[Exception]) -> None:
        try:
            self._run(move)
        except fault:
            return
        raise AssertionError("it should have been refused")

    def _messages(self) -> list[Message]:
        return list(self._run(self.services.conversations.messages(self.id)))

    def _conversation(self) -> Conversation:
        current: Conversation = self._run(self.services.state(self.id))
        return current

    def _call(self) -> Call | None:
        async def look() -> Call | None:
            async with self.services.archive.work() as records:
                return await records.calls.of(self.id)

        found: Call | None = self._run(look())
        return found


TestHandover = Handover.TestCase
TestHandover.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
