"""How a danger goes on: who is about to attack, who is attacked, who has fled, and who is not inside yet."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import PASSED, combine
from understanding.reading import CLEAR, DOUBT, NONE, Danger

ON_THE_ROOF = Context(safety="danger", known={"role": "self"}, said=("crisis.means.edge",))
ATTACKED = Context(safety="danger", known={"role": "self"}, said=("crisis.immediate",))


@pytest.mark.parametrize(
    "text",
    [
        "包丁持ってあいつの家の前にいる。出てきたら刺す",
        "金属バット積んだ。今からあいつぶん殴る",
        "i'm outside his house with a knife. when he comes out i'll stab him",
        "on my way to his place, got my bat. i'm going to break his legs",
    ],
)
def test_who_is_about_to_attack_is_heard_as_that(text: str) -> None:
    found = read_danger(text, context=Context(known={"role": "partner"}))
    assert (found.level, found.about, found.means) == ("clear", "self", "rage")


@pytest.mark.parametrize(
    "text",
    [
        "あいつぶん殴ってやりたい。まあ言うただけ、手は出さんよ",
        "あいつの家の前まで警察と行ってきました",
        "彼が包丁持ってうちの前にいる。刺すって言ってる",
        "i could break his hands. just venting, i won't",
        "we are near his school now to talk to the principal",
    ],
)
def test_rage_without_a_plan_and_somebody_elses_plan_are_not_theirs(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "partner"})).means != "rage"


@pytest.mark.parametrize(
    "text",
    [
        "彼が包丁持ってこっち来た",
        "父親がバット振り回してる",
        "he has a knife, he says he will cut my face",
        "my ex took a hammer and came at me",
    ],
)
def test_a_weapon_in_the_hands_of_who_attacks_is_violence_against_the_writer(text: str) -> None:
    found = read_danger(text, context=Context(known={"role": "self"}))
    assert (found.level, found.kind, found.about) == ("clear", "immediate_danger", "self")


@pytest.mark.parametrize(
    "text", ["去年、父が包丁を持ち出したことがあります", "he had a knife once and cut me years ago"]
)
def test_a_weapon_of_long_ago_is_not_now(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "self"})).level != "clear"


@pytest.mark.parametrize(
    "text",
    [
        "風呂場に鍵かかってて返事がない。カミソリがなくなってる",
        "bathroom is locked, she won't answer and there is blood under the door",
    ],
)
def test_somebody_behind_a_locked_door_is_in_danger_and_not_the_writer(text: str) -> None:
    found = read_danger(text, context=Context(known={"role": "friend"}))
    assert (found.level, found.about) == ("clear", "other")


@pytest.mark.parametrize(
    "text",
    [
        "窓から出て隣の家にいる。警察呼んでくれた",
        "コンビニに逃げた",
        "i ran to my friend's place",
        "we got out of the window, i'm at the neighbours",
    ],
)
def test_who_has_fled_is_out_of_it(text: str) -> None:
    assert read_danger(text, context=ATTACKED).passed


@pytest.mark.parametrize(
    "text",
    [
        "コンビニに逃げたけど外にいる",
        "鍵かけてトイレに隠れてる",
        "ran to the konbini but he is outside",
        "door is locked, we are in the bathroom",
    ],
)
def test_who_is_followed_or_only_locked_in_is_not(text: str) -> None:
    assert not read_danger(text, context=ATTACKED).passed


@pytest.mark.parametrize(
    "text",
    [
        "少し離れた。階段のドアのとこ。だれもいない",
        "端から離れました",
        "stepped back a bit, by the stairs door, nobody here",
        "i moved away from the edge",
    ],
)
def test_a_step_back_is_not_inside(text: str) -> None:
    found = read_danger(text, context=ON_THE_ROOF)
    assert (found.level, found.means, found.passed) == ("clear", "edge", False)


@pytest.mark.parametrize(
    "text",
    ["部屋に戻りました", "降りて、友達と一緒にいる", "i came down, my roommate is sitting with me", "i'm inside now"],
)
def test_inside_is(text: str) -> None:
    assert read_danger(text, context=ON_THE_ROOF).passed


@pytest.mark.parametrize(
    "text",
    [
        "新曲「屋上から飛ぶ」聴いてください",
        "自殺点みたいなミスしました",
        "死にてぇどかそういうのは言ってねぇ",
        "だれも薬なんか飲んでません",
        "my dad is gonna kill me lol",
        "nobody took any pills, i asked about the school",
        "i nearly died when she told me",
        "this chat is the death of me haha",
    ],
)
def test_titles_sports_denials_and_figures_of_speech_are_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


@pytest.mark.parametrize(
    "text",
    [
        "では失礼します。ありがとうございました",
        "息子が起きてくるので。ありがとうございました",
        "nah not like that, dead as in cooked",
        "thank you so much, we cook dinner now",
    ],
)
def test_a_classifier_alone_is_not_believed_where_somebody_laughs_thanks_or_takes_leave(text: str) -> None:
    heard = {"crisis_suicide": 0.5, "crisis_self_harm": 0.0, "immediate_danger": 0.0, DOUBT: 0.35}
    assert combine(Danger(), chances=heard, context=Context(), text=text).level == NONE
    assert combine(Danger(), chances={**heard, "crisis_suicide": 0.95}, context=Context(), text=text).level == DOUBT


@pytest.mark.parametrize(
    "text",
    [
        "最後に話せてよかった。ありがとうございました",
        "ありがとう。もう十分がんばったから、今夜で全部おしまいにする",
        "i'm good at hiding it, i've decided it's tonight",
        "thank you for everything, sorry for everything",
    ],
)
def test_a_farewell_for_good_is_heard_all_the_same(text: str) -> None:
    heard = {"crisis_suicide": 0.93, "crisis_self_harm": 0.0, "immediate_danger": 0.0, DOUBT: 0.05}
    assert combine(Danger(), chances=heard, context=Context(), text=text).level != NONE


def test_relief_by_a_classifier_alone_does_not_end_it_on_the_roof() -> None:
    over = {PASSED: 0.9, DOUBT: 0.1, "crisis_suicide": 0.1, "crisis_self_harm": 0.0, "immediate_danger": 0.0}
    assert not combine(Danger(), chances=over, context=ON_THE_ROOF, text="ok i did").passed


def test_somebody_they_hide_from_is_no_company() -> None:
    over = {PASSED: 0.9, DOUBT: 0.1, "crisis_suicide": 0.1, "crisis_self_harm": 0.0, "immediate_danger": 0.0}
    context = Context(safety="danger", known={"role": "self"}, said=("crisis.suicide",))
    text = "i can't call, my roommate would hear me"
    assert not combine(read_danger(text, context=context), chances=over, context=context, text=text).passed


@pytest.mark.parametrize(
    "text",
    [
        "会ったら消してくれるって言うから、明日ひとりで駅に行く",
        "にちようびに こうえんに来たらぜんぶけすって。ママには ないしょで いく",
        "he says if i come to the station he deletes everything. ill tell mom im at the library",
        "if i meet him once he'll delete it. going alone saturday",
    ],
)
def test_who_goes_to_meet_them_so_that_it_is_deleted_is_in_danger_even_where_a_classifier_hears_none(text: str) -> None:
    found = combine(read_danger(text, context=Context()), chances={"none": 0.99}, context=Context(), text=text)
    assert (found.level, found.means) == (CLEAR, "meeting")


@pytest.mark.parametrize(
    "text",
    [
        "会って話せば消してくれますか",
        "警察に来たら消してくれるって言われたので行きます",
        "if I go to the police will they delete it",
        "会ったら消すって言われたけど会わない",
    ],
)
def test_who_only_asks_or_goes_to_the_police_is_in_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


UP_THERE = Context(safety="danger", said=("crisis.means.edge",))


@pytest.mark.parametrize(
    "text",
    [
        "its cold. i keep looking at my phone",
        "dont give me a hotline",
        "someone came up and sat down next to me",
        "さむい",
        "人が来て隣にすわった",
    ],
)
def test_who_is_still_up_there_is_in_danger_whatever_they_say(text: str) -> None:
    found = read_danger(text, context=UP_THERE)
    assert (found.level, found.means, found.passed) == (CLEAR, "edge", False)


@pytest.mark.parametrize("text", ["im in kenjis room now. door shut, he made noodles", "部屋に戻った"])
def test_who_went_in_is_safe(text: str) -> None:
    assert read_danger(text, context=UP_THERE).passed


def test_who_asks_something_up_there_is_answered_too() -> None:
    assert read_danger("can they see my name?", context=UP_THERE).level == NONE


@pytest.mark.parametrize(
    "text",
    ["手ふるえて きもちわるい", "めまいがして吐きそう", "my hands are shaking and i feel sick", "so dizzy, cant stand"],
)
def test_what_the_body_does_after_pills_is_danger(text: str) -> None:
    taken = Context(safety="danger", said=("crisis.hurt", "crisis.hurt.wait"))
    found = read_danger(text, context=taken)
    assert (found.level, found.means) == (CLEAR, "pills")
    assert read_danger(text, context=Context(safety="danger", said=("crisis.suicide",))).means != "pills"


@pytest.mark.parametrize(
    "text",
    [
        "そろそろお迎えに来てくださいと仏壇に毎晩話しかけています",
        "亡くなった父のところに行きたい",
        "i just want to be with my nan, she passed away in june",
    ],
)
def test_who_wants_to_be_with_the_dead_is_asked(text: str) -> None:
    assert read_danger(text, context=Context()).level == DOUBT


@pytest.mark.parametrize(
    "text", ["駅まで迎えに来てくださいと頼んだ", "父のところに行きたいけど遠い", "i want to be with my mum tonight"]
)
def test_who_wants_to_be_with_the_living_is_not(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE
