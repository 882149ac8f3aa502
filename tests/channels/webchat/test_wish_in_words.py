"""Who writes on after a counsellor was offered waits, and can say afterwards what may be seen: with no script at all."""

import html

from tests.fakes.assistant import reply
from tests.fakes.public_site import Public, Visit
from tests.journeys.visitor import choices_in
from tests.journeys.words import label

ONLY_ANSWERS = (
    "The counsellor sees the answers you picked, such as an age or an app, but cannot read what you wrote before you asked for"
    " them. What you wrote when you asked for them, and since then, they can read."
)
WISH = {"ja": "だれかに聞いてほしい", "en": "i need somebody to listen"}


def says(page: str, visitor: Visit, text: str, **fills: object) -> bool:
    return label(text, visitor.language) % fills in html.unescape(page)


async def test_who_writes_on_after_the_offer_waits_and_is_asked_by_the_page_without_scripts_too(
    visitor: Visit, public: Public
) -> None:
    await visitor.writes("hello" if visitor.language == "en" else "こんにちは")
    public.services.assistant.otherwise = reply("human", intent="talk_to_human")
    await visitor.writes("a person please" if visitor.language == "en" else "人と話したい")
    await visitor.writes(WISH[visitor.language])
    page = await visitor.page()
    assert says(page, visitor, "Waiting for a counsellor: you are number %(n)s in line", n=1)
    last = (await visitor.bubbles())[-1]
    assert choices_in(last.source) == ["call:share_everything", "call:share_summary", "call:share_nothing"]
    await visitor.presses("call:share_summary")
    page = await visitor.page()
    assert says(page, visitor, ONLY_ANSWERS)
    assert "call:share_everything" in choices_in(page)
    await public.takes(await visitor.chat())
    await visitor.presses("call:share_everything")
    page = await visitor.page()
    assert says(page, visitor, "You chose that the counsellor can read all of this chat.")
    assert "call:share_summary" not in choices_in(page)


async def test_a_counsellor_who_comes_first_leaves_the_choice_open(visitor: Visit, public: Public) -> None:
    public.services.assistant.otherwise = reply("human", intent="talk_to_human")
    await visitor.writes("a person please" if visitor.language == "en" else "人と話したい")
    await visitor.writes(WISH[visitor.language])
    await public.takes(await visitor.chat())
    assert "call:share_everything" in choices_in((await visitor.bubbles())[-1].source)
    await public.says(await visitor.chat(), "hello")
    assert "call:share_everything" in choices_in(await visitor.page())
