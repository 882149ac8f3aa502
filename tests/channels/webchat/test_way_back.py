"""Who left a message sees the way back; once a human is there, nothing of the program can be pressed any more."""

from tests.fakes.public_site import Public, Visit
from tests.journeys.visitor import choices_in


async def test_who_left_a_message_is_offered_the_way_back_in_sight_until_they_have_one(visitor: Visit) -> None:
    await visitor.waits("message_nothing")
    assert offers_a_code(await visitor.page())
    assert offers_a_code(await visitor.page("/status"))
    await visitor.makes_a_code()
    assert not offers_a_code(await visitor.page())


async def test_who_waits_for_somebody_who_is_there_is_not_asked_to_come_back_later(visitor: Visit) -> None:
    await visitor.waits()
    assert not offers_a_code(await visitor.page())


def offers_a_code(page: str) -> bool:
    """Tell whether the way to a return code stands in the handover status itself, not only where something must be opened."""
    status = page[page.index('id="handover-status"') :]
    return 'href="/code"' in status[: status.index("<details")]


async def test_buttons_of_the_program_cannot_be_pressed_once_a_human_is_there(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    await visitor.waits("nothing")
    assert "plan:next" in await pressable(visitor)
    await public.takes(await visitor.chat())
    for said in ("", "take your time"):
        if said:
            await public.says(await visitor.chat(), said)
        assert [one for one in await pressable(visitor) if one.startswith(("plan:", "topic:", "say:"))] == []


async def pressable(visitor: Visit) -> list[str]:
    """Return what can be pressed in the bubbles."""
    return [payload for bubble in await visitor.bubbles() for payload in choices_in(bubble.source)]
