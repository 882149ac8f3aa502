"""Twelve people with different plans: what each told, what they ticked, and the page of their plan as a real conversation draws it."""

import asyncio
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from bot.guidance.plan import Tick
from tests.fakes.assistant import reply
from tests.fakes.catalogues import shipped
from tests.fakes.database import sqlite_database
from tests.fakes.public_site import public_over

CANARY = {"ja": "カナリア", "en": "canary"}
OWN_WORDS = {"ja": f"{CANARY['ja']}の言葉です、たすけて", "en": f"{CANARY['en']} words of mine, please help"}
"""What each of them wrote: it must be in no plan."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one of them told, and what they ticked."""

    topic: str = "report_deepfake"
    role: str = "self"
    age: str = "adult"
    places: tuple[str, ...] = ()
    state: tuple[str, ...] = ("posted",)
    more: Mapping[str, object] = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)

    @property
    def slots(self) -> Mapping[str, object]:
        """Return it as the slots of a message."""
        known = {"topic": self.topic, "role": self.role, "age_in_image": self.age}
        return {**known, "platform": list(self.places), "state": list(self.state), **self.more}


TWELVE: Mapping[str, Told] = {
    "woman-on-x-and-google": Told(places=("x", "google_search"), more={"file_on_device": "yes"}),
    "girl-on-instagram": Told(age="under_18", places=("instagram",), topic="i_am_minor"),
    "adult-now-child-in-the-image": Told(age="under_18", more={"age_now": "31"}, topic="report_real_image"),
    "boy-extorted-on-snapchat": Told(
        topic="threatened_extortion",
        age="under_18",
        places=("snapchat",),
        state=("threatened",),
        ticks={"threat_first": Tick.DONE, "threat_record_block": Tick.DONE},
    ),
    "woman-whose-ex-posted-it": Told(
        topic="report_real_image", places=("pornhub",), more={"who": "ex_partner", "file_on_device": "no"}
    ),
    "mother": Told(topic="helping_someone", role="parent", age="under_18", places=("line",), state=("shown_around",)),
    "teacher": Told(topic="helping_someone", role="teacher", age="under_18", state=("shown_around",)),
    "friend": Told(topic="helping_someone", role="friend", age="unsure", places=("discord",)),
    "husband-who-found-her-name-in-search": Told(
        topic="helping_someone", role="partner", state=("found_in_search",), more={"exposed": ["name"]}
    ),
    "maker": Told(topic="i_made_or_shared_it", role="maker", age="under_18"),
    "parents-of-a-maker": Told(topic="i_made_or_shared_it", role="maker_parent", age="under_18", places=("line",)),
    "resident-whose-address-is-out": Told(
        places=("bakusai", "5ch", "telegram"),
        state=("posted", "refused", "back_again"),
        more={"exposed": ["address", "workplace"], "file_on_device": "yes", "reported": ["police"]},
        ticks={"doxxed_today": Tick.DONE, "report:bakusai": Tick.DID_NOT_WORK, "hash": Tick.NOT_FOR_ME},
    ),
}


def pages_of_plans(language: str) -> Mapping[str, str]:
    """Return the page of each one's plan; in a thread of its own, because Playwright keeps this one's event loop."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, _drawn(language)).result()


async def _drawn(language: str) -> Mapping[str, str]:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        async with sqlite_database(Path(folder)) as database, public_over(database, shipped()) as public:
            for name, told in TWELVE.items():
                visitor = public.visitor(language)
                public.services.assistant.otherwise = reply("plan.next", intent=told.topic, slots=told.slots)
                await visitor.writes(OWN_WORDS[language])
                for step, tick in told.ticks.items():
                    answer = await visitor.sends("/plan", step=step, tick=tick.value)
                    assert answer.is_redirect, (name, step)
                found[name] = await visitor.page("/plan")
    return found
