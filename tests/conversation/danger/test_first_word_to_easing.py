"""Somebody in danger from the first word to easing: nothing known is asked, nobody is told to phone who cannot, and a goodbye is one."""

import pytest

from bot.conversation.danger.moves import State
from bot.conversation.model import Conversation, Turn
from bot.conversation.reader import reader_of
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.conversation.danger.safety_talk import wish
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered
from understanding.reading import DOUBT, Danger

JA, EN = Language.JA, Language.EN
both_languages = pytest.mark.parametrize("language", Language)
FORM = ["answer:age_in_image=under_18", "answer:age_in_image=adult"]


class Person:
    """Somebody who writes one message after the other."""

    def __init__(self, services: FakeServices, conversation: Conversation) -> None:
        self.services, self.conversation = services, conversation
        self.last: Turn | None = None

    async def writes(
        self, text: str, *entries: str, intent: str = "", confidence: float = 0.3, **read: object
    ) -> list[str]:
        """Write a message that the assistant decides on with some entries; return what is said."""
        self.services.assistant.otherwise = reply(
            *(entries or ("unclear",)),
            intent=intent,
            confidence=confidence,
            **read,  # type: ignore[arg-type]
        )
        self.last = await self.services.write(self.conversation, text)
        return keys(self.last)

    @property
    def state(self) -> State:
        assert self.last is not None
        return self.last.conversation.safety.state

    def cards(self, catalogue: Catalogue, language: Language) -> list[str]:
        """Return the cards under the last bubble."""
        assert self.last is not None
        say = self.last.messages[-1].say
        assert say is not None
        fills = fills_of(say, reader=reader_of(self.last.conversation))
        return [one.key for one in catalogue.say(say.key, language=language, fills=fills).contacts]


async def person(services: FakeServices, language: Language) -> Person:
    return Person(services, await services.begin(language=language))


@both_languages
async def test_who_cannot_phone_sees_chats_first_and_no_line_from_then_on(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    one = await person(services, language)
    await one.writes("死にたい" if language is JA else "i want to die")
    silent = {"cannot_phone": "yes"}
    text = "隣に親がいて声出せない" if language is JA else "cant talk, they'd hear me"
    assert await one.writes(text, "human.cannot_call", intent="talk_to_human", facts=silent) == ["crisis.text"]
    for text in ("こわい", "さむい", "まだくるしい") if language is JA else ("scared", "so cold", "it hurts still"):
        said = await one.writes(text)
        assert "crisis.stay.words" not in said
        cards = one.cards(catalogue, language)
        assert cards[0] in ("anata_no_ibasho", "cure_time")
        assert not {"inochi_sos", "yorisoi", "tell"} & {*cards}
        assert cards[-1] == "ambulance"


@both_languages
async def test_what_was_put_away_is_not_asked_for_again(services: FakeServices, language: Language) -> None:
    one = await person(services, language)
    await one.writes("薬ためてる、死にたい" if language is JA else "i saved up pills, i want to die")
    put_away = "薬は姉に渡した" if language is JA else "gave the pills to my sister"
    assert await one.writes(put_away) == ["eased.put_away"]
    await one.writes("やっぱり死にたい" if language is JA else "i still want to die")
    said = [await one.writes("うん" if language is JA else "yeah") for _ in range(6)]
    asked = {key for keys_ in said for key in keys_}
    assert not asked & {"crisis.means.pills", "crisis.suicide.ask"}


@both_languages
async def test_after_relief_comes_the_person_and_the_form_only_when_they_go_on(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    one = await person(services, language)
    await one.writes("裸の画像", "ask.age", intent="report_deepfake", confidence=0.9)
    await one.writes("死にたい" if language is JA else "i want to die")
    assert one.last is not None
    assert not set(FORM) & set(offered(one.last, catalogue))
    near = "お姉ちゃんといる" if language is JA else "im with my sister"
    assert await one.writes(near, "ask.age.again", intent="helping_someone") == ["eased.with"]
    assert not set(FORM) & set(offered(one.last, catalogue))
    small = ("うん", "お茶のんだ", "ねこがきた") if language is JA else ("yeah", "drank some tea", "the cat came")
    said = [await one.writes(text, "heard.more", "ask.age.again", intent="affirm", confidence=0.9) for text in small]
    assert all(keys_[0].startswith("eased.") and len(keys_) == 1 for keys_ in said)
    assert len({keys_[0] for keys_ in said}) == len(said)
    on = "消し方おしえて" if language is JA else "how do i take it down"
    assert "ask.age.again" in await one.writes(on, "ask.age.again", intent="takedown_how", confidence=0.9)


@both_languages
async def test_a_goodbye_after_relief_is_a_goodbye_with_one_check_at_most(
    services: FakeServices, language: Language
) -> None:
    one = await person(services, language)
    await one.writes("死にたい" if language is JA else "i want to die")
    await one.writes("ママがきてくれた" if language is JA else "my mum is here")
    drops = "もういいや、おやすみ" if language is JA else "never mind, goodnight"
    doubt = {"danger": Danger(level=DOUBT, kind="crisis_suicide")}
    assert await one.writes(drops, "goodbye", intent="goodbye", confidence=0.9, **doubt) == ["doubt.parting"]
    night = "おやすみ" if language is JA else "night"
    assert await one.writes(night, "goodbye", intent="goodbye", confidence=0.9, **doubt) == ["eased.parting"]
    assert await one.writes(night, "goodbye", intent="goodbye", confidence=0.9) == ["eased.parting.again"]
    assert one.state is State.EASED


@both_languages
async def test_panic_that_passes_brings_no_question_about_safety(services: FakeServices, language: Language) -> None:
    one = await person(services, language)
    panic = "息できない" if language is JA else "i cant breathe"
    assert await one.writes(panic, "question.now_panic", intent="emotional_distress") == ["question.now_panic.any"]
    assert one.state is State.EASED
    easing = "おさまってきた" if language is JA else "its slowing down"
    assert await one.writes(easing, "greet", intent="greet", confidence=0.9) == ["eased.panic"]
    assert await one.writes("おやすみ" if language is JA else "good night") == ["eased.parting"]


@both_languages
async def test_what_parents_will_do_is_asked_once_and_a_no_leads_back(
    services: FakeServices, language: Language
) -> None:
    one = await person(services, language)
    facts = {"age_in_image": "under_18", "platform": ["discord"]}
    await one.writes("a", "heard.deepfake", intent="report_deepfake", confidence=0.9, slots={**facts, "topic": "report_deepfake"})  # fmt: skip
    angry = "親に殺される" if language is JA else "my dad will kill me"
    assert await one.writes(angry, "heard.distress", intent="emotional_distress") == ["heard.distress", "doubt.home"]
    no = "ちがう、怒られるだけ" if language is JA else "no just angry"
    said = await one.writes(no, "plan.next", intent="deny", confidence=0.9)
    assert said[0] == "eased.denied"
    assert said[1].startswith("step.")
    again = "母にも殺されるよ" if language is JA else "my mum will murder me"
    assert not {key for key in await one.writes(again, "privacy") if key.startswith(("doubt.", "crisis."))}


@both_languages
async def test_a_partner_who_comes_back_is_met_without_a_phone_and_without_what_is_known(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    one = await person(services, language)
    first = "前に首しめられた、夫があと1時間で帰ってくる" if language is JA else "he strangled me before, he's back in an hour"  # fmt: skip
    assert await one.writes(first) == ["crisis.partner"]
    silent = "声出したら聞かれる" if language is JA else "i can't speak, he'd hear me"
    assert await one.writes(silent, facts={"cannot_phone": "yes"}) == ["crisis.partner.text"]
    asleep = "子どもは寝てる" if language is JA else "kids are asleep"
    assert await one.writes(asleep) == ["crisis.partner.out"]  # not whether he is there: he is not
    out = "出た。妹の家にいる" if language is JA else "we're out. at my sister's"
    assert await one.writes(out) == ["eased.violence"]
    assert await one.writes("夫はここを知らない" if language is JA else "he doesn't know where she lives") == ["eased.again"]  # fmt: skip
    assert await one.writes("もし来たらどうしよう" if language is JA else "what if he comes here") == ["eased.if_back"]
    assert one.cards(catalogue, language) == ["dv_plus", "police_emergency"]


@both_languages
async def test_a_friend_is_told_what_fits_what_they_told(services: FakeServices, language: Language) -> None:
    one = await person(services, language)
    services.assistant.otherwise = reply("menu", danger=wish(about="other"))
    await services.write(one.conversation, "あの")
    far = "電車で2時間のとこに住んでる" if language is JA else "she lives two hours away"
    assert await one.writes(far, "heard.minor.friend", "step.helping.say") == ["crisis.other.far"]
    going = "親が部屋見に行ってくれてる" if language is JA else "her mum is going to her room"
    assert await one.writes(going) == ["crisis.other.going"]
    assert one.state is State.DANGER
    assert await one.writes("いた、無事" if language is JA else "found her, she's ok", "ask.platform") == [
        "eased.other"
    ]
    assert await one.writes("うん" if language is JA else "yeah", "ask.platform") == ["eased.other.next"]


@both_languages
async def test_somebody_elses_clause_is_said_only_where_it_is_not_known_whose_wish_it_is(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    pressed = await services.press(await services.begin(language=language), "topic:crisis_suicide")
    assert keys(pressed) == ["crisis.suicide"]  # "yes, I have such thoughts"
    helper = await person(services, language)
    await helper.writes("a", "heard.helping", intent="helping_someone", confidence=0.9, slots={"role": "friend"})
    assert await helper.writes("死にたい" if language is JA else "want to die") == ["crisis.suicide.whose"]
    one = await person(services, language)
    assert await one.writes("死にたい" if language is JA else "i want to die") == ["crisis.suicide"]
    words = catalogue.words.text("crisis.suicide", language=language) or ""
    assert "ほかの人" not in words
    assert "someone else" not in words
