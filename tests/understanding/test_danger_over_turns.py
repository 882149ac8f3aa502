"""Danger over several messages: what comes back, a life called over, who cannot be reached, a joke afterwards."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_text import means_in
from understanding.reading import CLEAR, DOUBT, NONE

EASED = Context(safety="eased", said=("crisis.suicide", "crisis.safe_now"))
LONG_AFTER = Context(said=("crisis.suicide", "crisis.safe_now", "step.record.adult"))
AFTER_VIOLENCE = Context(safety="eased", said=("crisis.immediate", "eased.violence"))
VIOLENCE = Context(safety="danger", said=("crisis.immediate",))
ASKED = Context(safety="doubt", asked="wish", unanswered="wish", said=("doubt.ask",))
ASKED_AGAIN = Context(safety="doubt", asked="wish", unanswered="wish", said=("doubt.ask", "doubt.ask.again"))
WISH = Context(safety="danger", said=("crisis.suicide",))
CALM = Context()
FRIEND = Context(topic="helping_someone", known={"role": "friend"})

BACK = ["it's back", "the thought came again", "the thoughts are back", "i lied, it's still there", "i'm back there again", "it came back tonight", "それがまた来た", "またあの気持ちが戻ってきた", "また波がきた", "ぶり返してきた", "またつらくなってきた", "さっきのがまた来てる"]  # fmt: skip
OTHER_THINGS_BACK = ["the picture is back", "it's back online", "i'm back", "back again, i had one more question", "the site is back up", "また投稿された", "また載ってた", "戻ってきました", "画像がまた出てきた", "またあとで来ます", "波が引いてきた"]  # fmt: skip
LIFE_OVER = ["my life is over", "it's all over for me", "everyone saw it, i'm finished", "no future", "i have no future", "人生終わった", "もう終わりです", "みんなに見られて終わった", "もう何もない", "未来がない"]  # fmt: skip
OUT_OF_REACH = ["she has gone quiet", "he disappeared after school", "my daughter won't answer her phone", "he hasn't come home and his phone is off", "my friend stopped replying after she wrote sorry", "友達と連絡が取れなくなった", "放課後から姿が見えない", "あの子、急に静かになった", "娘が家を出て電話に出ない", "生徒が学校に来てなくて家にもいない"]  # fmt: skip
GONE_AFTER_GOODBYE = ["she isn't answering since she said goodbye to everybody", "my online friend said bye and hasn't been on since yesterday", "she posted goodbye and now she's offline", "haven't heard from her since last night, she said she couldn't take it", "みんなにさよならって言ってから返事がない", "ネッ友が「ばいばい」って言ったきり", "昨日の夜から返信がない、もう無理って言ってたのに"]  # fmt: skip
SILENCE_OF_NO_CONCERN = ["my boyfriend isn't answering, he's at work", "the site isn't answering my emails", "he has gone quiet after i blocked him", "the police haven't called back", "the blackmailer went quiet", "my teacher isn't replying to my email", "she went quiet in class when they talked about it", "運営から返事がない", "相手から連絡が来なくなった", "脅してきた人が静かになった", "先生から返信がない", "PAPSから返事がない"]  # fmt: skip
JOKED = ["lol im joking", "just kidding. how do i report it", "haha jk, who can see this chat", "i was joking!! can you tell me how to delete it", "not serious lol what about the site", "冗談です", "冗談だって笑 それでどうやって通報するの?", "うそうそ、ごめん。消し方教えて", "ネタです。で、警察って動くの?", "さっきのは冗談だよ"]  # fmt: skip
NO_JOKE = ["i'm not joking", "this is no joke", "they said it was a joke", "he told everyone it was just a joke", "the boys say they were just joking", "冗談じゃないです", "あいつは冗談だって言ってる", "みんなにネタにされてる", "冗談で作ったって言われた"]  # fmt: skip


@pytest.mark.parametrize("text", BACK)
def test_a_wish_that_comes_back_is_a_wish_again(text: str) -> None:
    found = read_danger(text, context=EASED)
    assert (found.level, found.kind, found.means) == (CLEAR, "crisis_suicide", "")


@pytest.mark.parametrize("text", BACK)
def test_long_after_it_is_heard_or_asked_about_and_never_before_it_was_told(text: str) -> None:
    assert read_danger(text, context=LONG_AFTER).level != NONE
    assert read_danger(text, context=CALM).level == NONE


@pytest.mark.parametrize("text", OTHER_THINGS_BACK)
@pytest.mark.parametrize("context", [EASED, LONG_AFTER])
def test_other_things_that_come_back_are_no_wish(text: str, context: Context) -> None:
    assert read_danger(text, context=context).level == NONE


@pytest.mark.parametrize("text", ["he's back", "the car is back", "the knocking started again", "he's not gone, he's still there", "あいつがまた来た", "車がまた止まってる"])  # fmt: skip
def test_an_attacker_who_comes_back_is_a_danger_again(text: str) -> None:
    found = read_danger(text, context=AFTER_VIOLENCE)
    assert (found.level, found.kind, found.passed) == (CLEAR, "immediate_danger", False)


def test_an_attacker_who_has_gone_is_nobody_who_is_missed() -> None:
    for text in ("もういなくなりました。友達が来てくれた", "he's gone, my friend came"):
        assert read_danger(text, context=VIOLENCE).passed
    for text in ("i'm on the train to my mum's", "電車に乗った"):
        assert read_danger(text, context=VIOLENCE).level == NONE


@pytest.mark.parametrize("text", LIFE_OVER)
def test_a_life_called_over_is_no_answer_and_asked_about_once_more(text: str) -> None:
    found = read_danger(text, context=ASKED)
    assert (found.level, found.kind, found.passed) == (DOUBT, "crisis_suicide", False)


@pytest.mark.parametrize("text", ["my life is over", "人生終わった"])
def test_asked_twice_it_counts(text: str) -> None:
    assert read_danger(text, context=ASKED_AGAIN).level == CLEAR


@pytest.mark.parametrize("text", ["no", "no, it's not like that", "いいえ", "ないです", "そこまでじゃない"])
def test_an_honest_no_is_believed_all_the_same(text: str) -> None:
    assert read_danger(text, context=ASKED).passed


@pytest.mark.parametrize("text", OUT_OF_REACH)
@pytest.mark.parametrize("context", [CALM, FRIEND])
def test_who_cannot_be_reached_is_asked_about(text: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert (found.level, found.about, found.means) == (DOUBT, "other", "missing")


@pytest.mark.parametrize("text", GONE_AFTER_GOODBYE)
def test_silence_after_a_goodbye_is_a_danger_to_them(text: str) -> None:
    found = read_danger(text, context=CALM)
    assert (found.level, found.about, found.means) == (CLEAR, "other", "missing")


@pytest.mark.parametrize("text", SILENCE_OF_NO_CONCERN)
@pytest.mark.parametrize("context", [CALM, FRIEND])
def test_the_silence_of_an_office_or_of_who_threatens_is_none(text: str, context: Context) -> None:
    assert read_danger(text, context=context).level == NONE


@pytest.mark.parametrize("text", JOKED)
@pytest.mark.parametrize("context", [WISH, ASKED])
def test_a_joke_afterwards_is_believed(text: str, context: Context) -> None:
    assert read_danger(text, context=context).passed


@pytest.mark.parametrize("text", NO_JOKE)
def test_what_is_no_joke_or_others_joke_is_no_relief(text: str) -> None:
    assert not read_danger(text, context=WISH).passed


@pytest.mark.parametrize("text", ["電車で笑われて死にたい", "on the train home and i want to die", "ホーム画面の写真見て死にたい", "死にたい、電話切った", "i want to die, i cut class today"])  # fmt: skip
def test_a_place_or_a_wound_that_was_not_named_is_not_at_hand(text: str) -> None:
    assert read_danger(text, context=CALM).means == ""


def test_after_despair_a_classifier_hears_no_wound_that_was_not_named() -> None:
    def heard(text: str) -> str:
        return combine(
            read_danger(text, context=EASED), chances={"crisis_self_harm": 0.95}, text=text, context=EASED
        ).kind

    assert heard("it is so loud in my head") == heard("頭の中がうるさい") == "crisis_suicide"
    assert heard("my arm is bleeding, i did it with the blade") == "crisis_self_harm"
    assert means_in("カッターで", "crisis_self_harm") == "blade"


@pytest.mark.parametrize(
    "text",
    [
        "通報しても返事がない",
        "問い合わせたけど何の連絡もない",
        "i reported it and there was no reply",
        "i told her. she just went quiet and bought an ice cream",
        "話したら、ちょっと静かになってからうなずいてた",
        "how do i wipe this chat when i'm finished",
        "blocked him, then he followed me from another account",
    ],
)
def test_what_is_silent_or_finished_in_passing_is_no_danger(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "friend"})).level == NONE


@pytest.mark.parametrize(
    "text",
    [
        "部屋を見たらいません。机に「ごめんなさい」と書いた紙がありました",
        "娘がスマホを置いて出ていて、さようならってメモだけ",
        "she's not in her room and there is a note that just says sorry",
        "his bed is empty. he left a letter saying goodbye",
    ],
)
def test_who_is_gone_and_left_a_note_is_in_danger(text: str) -> None:
    found = read_danger(text, context=Context(known={"role": "parent"}, topic="helping_someone"))
    assert (found.level, found.about) == (CLEAR, "other")


def test_a_farewell_that_a_friend_wrote_is_theirs() -> None:
    context = Context(known={"role": "friend"}, safety="doubt", said=("doubt.other",))
    for text in (
        "she texted me 'thanks for everything, be good ok' an hour ago",
        "「今までありがとう」ってさっきLINEが来た",
    ):
        assert read_danger(text, context=context).about == "other"
