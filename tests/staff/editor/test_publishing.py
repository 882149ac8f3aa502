"""Two people change a sentence: refused, corrected, reviewed, published, rolled back; and what needs an administrator."""

import re

import pytest

from bot.guidance.revisions import BASELINE, Item, ItemHistory, Part, Status
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.editor.steps import (
    HOURS,
    MENU,
    NEW,
    PAPS,
    approves,
    at,
    changes,
    form_of,
    history,
    offered,
    people_see,
    writes,
)

CRISIS = Item(part=Part.WORDS, key="crisis.suicide")
REPLY = Item(part=Part.WORDS, key="reply.greeting")


async def test_a_sentence_is_refused_corrected_reviewed_and_published_in_both_languages(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    before = await people_see(site)
    conversation = await site.services.begin(language=Language.JA)
    site.services.assistant.otherwise = reply("menu")

    missing = await changes(aki, {"ja": NEW["ja"], "en": " "})
    assert missing.status_code == 422
    assert "There are no words in it." in missing.text
    number = await changes(aki, {"ja": NEW["ja"], "en": "Call 050-3177-5432."})
    assert number.status_code == 422
    assert "A number is in it (050-3177-5432)." in number.text
    assert "Call 050-3177-5432." in number.text
    assert (await changes(aki)).headers["location"] == f"{at(MENU)}?done=submitted"

    own = await aki.sends("/guidance/publish", revision=_values(await history(site)), back=str(MENU))
    assert own.headers["location"] == f"{at(MENU)}?refused=own"
    assert "You wrote this yourself" in (await aki.opens(own.headers["location"])).text
    assert await people_see(site) == before

    rung = site.services.bell.rings
    assert (await approves(ume)).headers["location"] == f"{at(MENU)}?done=published"
    assert site.services.bell.rings == rung + 1
    assert await people_see(site) == NEW
    turn = await site.services.write(conversation, "ほかには？")
    shown = site.editor.views.messages(turn.messages, language=Language.JA)
    assert [NEW["ja"]] in [message["paragraphs"] for message in shown]

    for language in Language:
        answer = await ume.sends(at(MENU, "roll-back"), language=language.value, to=str(BASELINE))
        assert answer.headers["location"] == f"{at(MENU)}?done=rolled"
    assert await people_see(site) == before
    actions = await site.actions()
    assert [actions.count(one) for one in ("guidance_submitted", "guidance_published", "guidance_rolled_back")] == [
        2,
        2,
        2,
    ]


async def test_one_language_alone_is_published_only_by_somebody_who_knows(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    before = await people_see(site)
    await changes(aki, {"ja": NEW["ja"]})
    assert "Only one language changes." in (await aki.opens(at(MENU))).text
    assert (await approves(ume)).headers["location"] == f"{at(MENU)}?refused=half"
    await approves(ume, stale=str(MENU))
    assert await people_see(site) == {"ja": NEW["ja"], "en": before["en"]}


async def test_a_language_that_still_fits_goes_along(site: StaffSite, aki: Colleague, ume: Colleague) -> None:
    await writes(aki, MENU, {"body-ja": NEW["ja"], "along-en": "on"})
    assert (await approves(ume)).headers["location"] == f"{at(MENU)}?done=published"
    kept = await history(site)
    assert not any(kept.is_out_of_date(language) for language in Language)


async def test_several_pieces_go_out_as_one_publication(site: StaffSite, aki: Colleague, ume: Colleague) -> None:
    greet = Item(part=Part.WORDS, key="greet")
    await changes(aki)
    await changes(aki, {"ja": "こんにちは。", "en": "Good to see you."}, item=greet)
    revisions = await offered(ume, "/guidance/review")
    assert len(revisions) == 4
    answer = await ume.sends("/guidance/publish", revision=revisions)
    assert answer.headers["location"] == "/guidance/review?done=published"
    publications = {one.publication for item in (MENU, greet) for one in (await history(site, item)).revisions}
    assert len(publications) == 1
    assert (await ume.sends("/guidance/publish")).headers["location"] == "/guidance/review?refused=state"


async def test_what_changed_after_it_was_read_is_not_published(site: StaffSite, aki: Colleague, ume: Colleague) -> None:
    await changes(aki)
    read = await offered(ume, at(MENU))
    for one in _values(await history(site)):
        await aki.sends(at(MENU, "withdraw"), revision=one.partition(".")[0])
    await changes(aki, {"ja": "ほかの文です。", "en": "Something else."})
    answer = await ume.sends("/guidance/publish", revision=read, back=str(MENU))
    assert answer.headers["location"] == f"{at(MENU)}?refused=overtaken"
    assert (await people_see(site))["en"] != "Something else."


async def test_a_reviewer_sends_back_with_a_comment_and_an_author_throws_away(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    await changes(aki)
    silent = await ume.sends(at(MENU, "return"), text=" ")
    assert silent.status_code == 422
    assert "Please write a comment" in silent.text
    await ume.sends(at(MENU, "return"), text="Too short, I think.")
    page = (await aki.opens(at(MENU))).text
    assert "Too short, I think." in page
    assert NEW["en"] in page
    for one in _values(await history(site)):
        await aki.sends(at(MENU, "discard"), revision=one.partition(".")[0])
    assert _values(await history(site)) == []
    assert "Thrown away" in (await aki.opens(at(MENU))).text
    again = await aki.sends(at(MENU, "discard"), revision="1")
    assert again.headers["location"].endswith("refused=state")


async def test_what_lives_hang_on_takes_an_administrator(
    site: StaffSite, aki: Colleague, ume: Colleague, ken: Colleague
) -> None:
    await changes(aki, {"ja": "あなたの安全がいちばん大事です。", "en": "Your safety comes first."}, item=CRISIS)
    assert "This one takes an administrator." in (await ume.opens(at(CRISIS))).text
    values = _values(await history(site, CRISIS))
    refused = await ume.sends("/guidance/publish", revision=values, back=str(CRISIS))
    assert refused.headers["location"].endswith("refused=administrator")
    assert (await approves(ken, CRISIS)).headers["location"].endswith("done=published")
    rolled = await ume.sends(at(CRISIS, "roll-back"), language="ja", to="0")
    assert rolled.headers["location"].endswith("refused=administrator")


async def test_an_emergency_is_shown_until_somebody_else_has_looked(
    site: StaffSite, aki: Colleague, ume: Colleague, ken: Colleague
) -> None:
    await changes(aki, do="save")
    values = _values(await history(site))
    assert (await ume.sends("/guidance/publish-now", revision=values)).status_code == 403
    assert (await ken.sends(at(MENU), **{"body-ja": "x"})).status_code == 403
    answer = await ken.sends("/guidance/publish-now", revision=values, back=str(MENU))
    assert answer.headers["location"] == f"{at(MENU)}?done=emergency"
    assert await people_see(site) == NEW
    own = (await ken.opens("/guidance")).text
    assert "Published in an emergency by Ken" in own
    assert "I have looked at it" not in own
    assert (await ken.sends("/guidance/looked", publication="1")).headers["location"] == "/guidance?refused=own"
    assert "I have looked at it" in (await ume.opens("/guidance")).text
    await ume.sends("/guidance/looked", publication="1")
    assert "Published in an emergency" not in (await aki.opens("/guidance")).text


async def test_a_fact_is_changed_field_by_field_and_approved_by_an_administrator(
    site: StaffSite, aki: Colleague, ken: Colleague
) -> None:
    wrong = await writes(aki, PAPS, {"phone": "call me", "verified": "2026-02-30", "hours_en": "10:00 to 19:00"})
    assert wrong.status_code == 422
    for field, reason in (("phone", "That is not a phone number"), ("verified", "There is no such day")):
        assert re.search(rf'id="error-{field}"[^>]*>{reason}', wrong.text)
    assert 'value="call me"' in wrong.text
    assert 'value="2026-02-30"' in wrong.text
    today = site.clock.now().date().isoformat()
    await writes(
        aki, PAPS, {"phone": "０５０-3177-5432", "verified": today, "hours_ja": "10時から", "hours_en": "From 10:00"}
    )
    await approves(ken, PAPS)
    await people_see(site)
    paps = site.editor.live.contacts["paps"]
    assert (paps.phone, paps.hours[Language.EN]) == ("050-3177-5432", "From 10:00")


async def test_whoever_looks_a_fact_up_is_recorded_and_only_the_date_changes(
    site: StaffSite, aki: Colleague, ume: Colleague, ken: Colleague
) -> None:
    await writes(aki, PAPS, {"verified": "2026-01-05", "hours_en": "Every day"})
    await approves(ken, PAPS)
    seen = str((await history(site, PAPS)).now(None))
    assert (await aki.sends(at(PAPS, "checked"), seen=seen)).headers["location"].endswith("refused=own")
    assert (await ume.sends(at(PAPS, "checked"), seen="0")).headers["location"].endswith("refused=overtaken")
    assert (await ume.sends(at(PAPS, "checked"), seen=seen)).headers["location"].endswith("done=checked")
    await people_see(site)
    paps = site.editor.live.contacts["paps"]
    assert paps.hours[Language.EN] == "Every day"
    assert (site.clock.now().date() - paps.verified).days in {-1, 0}
    assert "fact_checked" in await site.actions()
    again = str((await history(site, PAPS)).now(None))
    assert (await ume.sends(at(PAPS, "checked"), seen=again)).headers["location"].endswith("refused=state")


async def test_opening_hours_are_changed_shift_by_shift(site: StaffSite, aki: Colleague, ume: Colleague) -> None:
    wrong = await aki.sends(
        at(HOURS),
        **{
            **form_of(await aki.opens(at(HOURS))),
            "begin-0": "25:00",
            "until-0": "19:00",
            "closed": "never",
            "do": "submit",
        },
    )
    assert wrong.status_code == 422
    assert "Shift 1: please choose at least one weekday" in wrong.text
    assert 'value="25:00"' in wrong.text
    assert "never" in wrong.text
    shifts: dict[str, str | list[str]] = {
        "days-0": ["mon", "fri"],
        "begin-0": "10:00",
        "until-0": "１９:00",
        "closed": "2026-12-31",
        "do": "submit",
    }
    fields: dict[str, str | list[str]] = {**form_of(await aki.opens(at(HOURS))), **shifts, "closed_on_holidays": "on"}
    assert (await aki.sends(at(HOURS), **fields)).headers["location"].endswith("done=submitted")
    assert "Monday Friday 10:00-19:00" in (await ume.opens(at(HOURS))).text
    await approves(ume, HOURS)
    published = await site.editor.editing.book.published()
    assert '"begin": "10:00"' in published.bodies[HOURS, None]


@pytest.mark.parametrize(("begin", "until"), [("9:00", "17:30"), ("９：００", "9:30"), ("09:00", " 8:05 ")])
async def test_an_hour_is_typed_with_or_without_a_zero(
    site: StaffSite, aki: Colleague, ume: Colleague, begin: str, until: str
) -> None:
    shift: dict[str, str | list[str]] = {"days-0": ["mon"], "begin-0": begin, "until-0": until, "do": "submit"}
    fields: dict[str, str | list[str]] = {**form_of(await aki.opens(at(HOURS))), **shift}
    assert (await aki.sends(at(HOURS), **fields)).headers["location"].endswith("done=submitted")
    await approves(ume, HOURS)
    published = await site.editor.editing.book.published()
    assert '"begin": "09:00"' in published.bodies[HOURS, None]


async def test_a_ready_made_reply_goes_out_of_use_and_comes_back(site: StaffSite, aki: Colleague) -> None:
    await aki.sends(at(REPLY, "retire"))
    assert (await people_see(site, REPLY.key))["ja"] is None
    assert "Out of use" in (await aki.opens(at(REPLY))).text
    await aki.sends(at(REPLY, "roll-back"), language="ja", to="0")
    assert (await people_see(site, REPLY.key))["ja"]
    needed = await aki.sends(at(MENU, "retire"))
    assert needed.headers["location"].endswith("refused=needed")


def _values(kept: ItemHistory) -> list[str]:
    """Return what is worked on, as forms name it."""
    found = [kept.open(language) for language in kept.item.languages]
    return [f"{one.id}.{one.version}" for one in found if one and one.status in {Status.DRAFT, Status.IN_REVIEW}]
