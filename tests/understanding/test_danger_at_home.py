"""Who is at the door, and who is feared at home: heard by the rules alone, and told apart from visitors and a quiet house."""

import pytest

from bot.conversation.danger.ladders import ladder_name
from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import as_likely
from understanding.danger_text import VIOLENCE
from understanding.reading import CLEAR, DOUBT, NONE

CALM = Context()
DID_IT = Context(topic="report_deepfake", known={"who": "ex_partner", "role": "self"}, said=("heard.deepfake",))
RELATIVE = Context(topic="report_deepfake", known={"who": "family", "role": "self"}, said=("heard.deepfake",))
WITH_PARTNER = Context(safety="danger", topic="immediate_danger", said=("crisis.partner",))
ASKED_SAFE = Context(safety="doubt", asked="safe", unanswered="safe", said=("doubt.safe",))

AT_THE_DOOR = [
    "someone rang my bell at 11pm, not expecting anyone", "he is still in the corridor, I can hear him", "someone keeps buzzing my intercom, it's past midnight", "a stranger is on the intercom screen, he won't go away",
    "a car has been parked outside all evening, guy in it keeps looking up", "I think that's him at the door", "he's been hanging around my building since 8",
    "インターホンが鳴ってて、モニターに知らない男の人", "夜の11時にチャイムが鳴った。誰も来る予定ないのに", "さっきからインターホンが何回も鳴る", "ノックされてる、夜中なのに", "外に停まってる車の男が部屋を見上げてる", "廊下をうろうろしてる人がいる、うちの前で止まった", "窓の外に人影がある",
]  # fmt: skip
FAINT = ["footsteps outside the flat", "i can hear footsteps in the corridor", "a van i've never seen is parked in front of the house", "someone was at my door just now", "there was a noise outside my window", "ドアの外で物音がします", "玄関の方で音がした", "窓のそばで気配がする", "家の前に知らない車が止まってる", "さっき人が家の前にいた"]  # fmt: skip
VISITS = [
    "my mom just rang the bell, brb", "the doorbell rang, it's the pizza", "sorry someone's at the door, it was just a parcel", "my neighbour knocked to borrow sugar", "the doorbell rang last week and it was a salesman", "i heard footsteps upstairs, it's just my brother", "there's a police car parked outside the school", "someone knocked at our door two years ago", "the school bell rang",
    "インターホンが鳴ったけど宅配でした", "お母さんが帰ってきてチャイム鳴らしてる", "先週インターホンが鳴って、セールスでした", "友達が玄関に来たから後で", "足音がしたけど弟だった", "家の前に車を止めてるのはお父さん", "学校の廊下にいる", "ガスの点検の人が来てる",
]  # fmt: skip
FROM_A_PARTNER = [
    "he made the fakes and we live together. he comes home in an hour", "my partner took my passport and my keys", "he has a key to my flat and he's angry", "my husband is home and he knows i told someone", "my boyfriend has put an airtag in my bag", "my ex followed me home from the station tonight",
    "画像作ったのは夫で、あと1時間で帰ってくる", "同棲してる彼にパスポートと鍵を隠された", "合鍵を持ってて勝手に入ってくる元カレがいる", "夫が家にいて、相談したのがばれた", "彼氏が車にエアタグを仕込んでた", "今夜ずっと元夫につきまとわれてる",
]  # fmt: skip
PARTNER_ASKED = ["the boyfriend who did it lives with me", "i found an airtag in my bag", "someone is stalking me", "やったのは一緒に住んでる彼氏です", "カバンの中からエアタグが出てきた", "婚約者に画像をばらまかれて、同じ家にいる"]  # fmt: skip
PARTNER_HELPS = [
    "my husband comes home in an hour, i'll show him this page, he's supportive", "my boyfriend lives with me and he helps me report", "my partner gave me his keys", "how do i find an airtag i lost", "my boyfriend picks me up from the station", "my husband is angry at the people who did this", "my wife comes home at six, can we finish before",
    "夫が1時間で帰るので、一緒に見てもらいます", "彼氏と住んでて、通報を手伝ってくれてる", "鍵を家に忘れた", "エアタグで財布見つけた", "夫がこの犯人に怒ってます", "妻が帰ってくる前に終わらせたい",
]  # fmt: skip
FROM_A_RELATIVE = [
    "my dad is coming up the stairs", "dad is downstairs shouting my name, i'm scared", "my stepfather made the pictures and he's in the house right now", "my father found out and he's screaming, i locked myself in the bathroom", "my mom is hitting me again", "my brother is banging on my bedroom door",
    "お父さんが階段を上がってくる", "父が下で私の名前を怒鳴ってる", "画像を撮ったのは義父で、今家にいる", "お父さんに見つかってトイレに隠れてる", "兄が包丁持って暴れてる", "父が怒鳴りながら部屋に来る",
]  # fmt: skip
QUIET_AT_HOME = [
    "my father is downstairs watching tv", "dad will kill me lol", "my dad is home and he's helping me", "my father is coming upstairs to help me with the form", "my dad shouted at the tv", "mum's going to kill me 😂 can i delete the post",
    "お父さんは下でテレビ見てる", "親に殺されるw これって通報できる?", "父が階段上がってきた、一緒に見てくれるって", "父が家にいて手伝ってくれてる", "おじさんが夕飯に来る", "弟の足音がうるさい",
]  # fmt: skip


@pytest.mark.parametrize("text", AT_THE_DOOR)
def test_who_is_at_the_door_is_a_danger_whatever_a_classifier_thinks(text: str) -> None:
    found = as_likely(read_danger(text, context=CALM), 0.0, text=text, context=CALM)
    assert (found.level, found.kind, found.about) == (CLEAR, "immediate_danger", "self")
    assert found.means in ("attacker", "attacked")


@pytest.mark.parametrize("text", FAINT)
def test_steps_or_a_noise_alone_are_asked_about_at_least(text: str) -> None:
    found = read_danger(text, context=CALM)
    assert (found.level != NONE, found.kind) == (True, "immediate_danger")


@pytest.mark.parametrize("text", [*VISITS, *PARTNER_HELPS, *QUIET_AT_HOME])
def test_visitors_and_a_quiet_house_are_no_danger(text: str) -> None:
    assert read_danger(text, context=CALM).level == NONE


@pytest.mark.parametrize("text", FROM_A_PARTNER)
def test_a_partner_who_did_it_or_has_the_key_is_led_as_one(text: str) -> None:
    found = as_likely(read_danger(text, context=CALM), 0.0, text=text, context=CALM)
    assert (found.level, found.means) == (CLEAR, "partner")


@pytest.mark.parametrize("text", PARTNER_ASKED)
def test_living_with_who_did_it_is_asked_about(text: str) -> None:
    found = read_danger(text, context=CALM)
    assert (found.level, found.kind) == (DOUBT, "immediate_danger")


@pytest.mark.parametrize("text", FROM_A_RELATIVE)
def test_a_relative_in_the_house_is_led_as_one(text: str) -> None:
    found = as_likely(read_danger(text, context=CALM), 0.0, text=text, context=CALM)
    assert (found.kind, found.about, found.means) == ("immediate_danger", "self", "home")


@pytest.mark.parametrize(
    "text",
    [
        "he comes home in an hour",
        "he has the key so locking doesn't help",
        "あと1時間で彼が帰ってきます",
        "鍵を取られた",
    ],
)
def test_a_partner_of_whom_it_was_told_that_he_did_it_is_feared(text: str) -> None:
    found = read_danger(text, context=DID_IT)
    assert (found.level, found.means) == (CLEAR, "partner")


@pytest.mark.parametrize(
    "text", ["he's in the house right now and i'm scared", "he is coming up the stairs", "今家にいて怖いです", "階段を上がってくる"]
)  # fmt: skip
def test_a_relative_of_whom_it_was_told_that_he_did_it_is_feared(text: str) -> None:
    found = read_danger(text, context=RELATIVE)
    assert (found.level, found.means) == (CLEAR, "home")


@pytest.mark.parametrize(
    "text",
    ["we broke up last year, he moved out", "what should i do first", "去年別れました", "お母さんには言ってない"],
)
@pytest.mark.parametrize("context", [DID_IT, RELATIVE])
def test_who_did_it_alone_makes_nothing_a_danger(text: str, context: Context) -> None:
    assert read_danger(text, context=context).level == NONE


@pytest.mark.parametrize("text", ["he has the key", "he's home", "うん、隣の部屋にいる", "yes he is here"])
def test_where_he_is_and_what_he_holds_is_no_relief_from_him(text: str) -> None:
    assert not read_danger(text, context=WITH_PARTNER).passed


@pytest.mark.parametrize(
    "text", ["あと1時間で彼が帰ってきます", "he'll be home in an hour", "my husband is coming home"]
)
def test_who_is_feared_and_expected_is_no_relief(text: str) -> None:
    assert read_danger(text, context=ASKED_SAFE).level == CLEAR


@pytest.mark.parametrize(
    "text", ["will he see what i wrote here", "the call history will show i called", "ここに書いたこと彼に見られる?"]
)
def test_what_he_may_see_is_a_question_and_no_sign(text: str) -> None:
    found = read_danger(text, context=WITH_PARTNER)
    assert (found.level, found.passed) == (NONE, False)


@pytest.mark.parametrize(
    "text",
    [
        "夜中に布団に入ってくる",
        "体を触られる",
        "he comes into my room at night",
        "at night he sits on my bed",
        "he touches me when mum is out",
    ],
)
def test_who_did_it_at_home_and_comes_at_night_is_a_danger_at_home(text: str) -> None:
    danger = read_danger(text, context=Context(known={"who": "family"}))
    assert (danger.level, danger.kind, danger.means) == (CLEAR, VIOLENCE, "home")


@pytest.mark.parametrize(
    "text",
    [
        "付き合ってた頃から手が出る人でした",
        "酔うと暴力をふるう人です",
        "he hit me before",
        "he gets violent when he drinks",
    ],
)
def test_a_partner_who_was_violent_before_is_asked_about(text: str) -> None:
    assert read_danger(text, context=Context(known={"who": "ex_partner"})).level != NONE


@pytest.mark.parametrize(
    "text", ["殴られたことはないです", "he never hit me", "手を触れずに消せますか", "a hit tweet about me"]
)
def test_who_never_did_is_not_asked_about(text: str) -> None:
    assert read_danger(text, context=Context(known={"who": "ex_partner"})).level == NONE


@pytest.mark.parametrize(
    "text",
    [
        "アパートの下に彼の車がある",
        "his car is parked outside",
        "now he is stand in front of my dorm and says come down or i come up",
        "出てこないと部屋まで行くって言ってる",
    ],
)
def test_who_waits_outside_is_a_danger_now(text: str) -> None:
    danger = read_danger(text, context=Context(known={"who": "ex_partner"}))
    assert (danger.level, danger.kind) == (CLEAR, VIOLENCE)


@pytest.mark.parametrize(
    "text",
    [
        "払わずブロックしました。妻には明日話します。お世話になりました。",
        "I'll tell my wife tomorrow. Thank you, goodbye.",
    ],
)
def test_a_polite_ending_with_a_plan_is_no_farewell(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "self"})).level == NONE


def test_a_neighbour_whose_number_is_known_has_not_come_yet() -> None:
    context = Context(safety="danger", known={"who": "family"}, said=("crisis.home",))
    assert not read_danger("となりのおばさんの電話番号ならわかる", context=context).passed


@pytest.mark.parametrize("text", ["i am at school now with the nurse", "I'm with my teacher now, she is nice"])
def test_who_is_with_somebody_at_school_is_safe_there(text: str) -> None:
    context = Context(safety="danger", known={"who": "family"}, said=("crisis.home",))
    danger = read_danger(text, context=context)
    assert (danger.passed, danger.about) == (True, "self")


IN_PARTNERS_DANGER = Context(safety="danger", known={"who": "ex_partner", "role": "self"}, said=("crisis.partner",))


@pytest.mark.parametrize(
    "text",
    [
        "he is screaming that he will break the door",
        "he's downstairs ringing and ringing the bell",
        "ばれた、ドア蹴ってる",
        "コンビニまで走って出ました。追ってきてるかも",
    ],
)
def test_who_is_getting_in_is_met_with_the_door_and_the_police_whoever_it_is(text: str) -> None:
    danger = read_danger(text, context=IN_PARTNERS_DANGER)
    assert (danger.level, danger.means) == (CLEAR, "attacked")
    assert ladder_name(kind=danger.kind, about=danger.about, means=danger.means) == "violence"


def test_who_took_the_passport_is_at_no_door() -> None:
    context = Context(known={"who": "ex_partner", "role": "self"})
    danger = read_danger("he has my passport and last week he hit my face", context=context)
    assert (danger.level, danger.about, danger.means) == (CLEAR, "self", "partner")


@pytest.mark.parametrize(
    "text",
    [
        "they went dead silent",
        "dying of guilt here haha",
        "my head's gonna explode",
        "大学にバレたら落とされると?",
        "死ぬってのはノリやで、ほんまに死にたいとかちゃうから",
    ],
)
def test_a_way_of_speaking_is_no_danger(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "parent"})).level == NONE
