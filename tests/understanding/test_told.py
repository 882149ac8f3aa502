"""What is told in danger is known from then on: who is there, what was put away, where they are, what comes next."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_parting import gives_up_talk, is_parting

OWN = Context(safety="danger", said=("crisis.suicide",))
EASED = Context(safety="eased", said=("crisis.suicide", "crisis.safe_now"))
VIOLENCE = Context(safety="danger", said=("crisis.partner",))
OTHERS = Context(safety="danger", said=("crisis.other",), known={"role": "friend"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mates coming round now", "coming"), ("my cousin's on her way", "coming"), ("ばあちゃん今から来るって", "coming"), ("先生が迎えに来てくれる", "coming"),
        ("binned the blades", "put_away"), ("my mum took the tablets off me", "put_away"), ("薬ぜんぶ母に預けた", "put_away"), ("カミソリ、トイレに流した", "put_away"),
        ("nan's here", "accompanied"), ("im with my cousin", "accompanied"), ("弟といる", "accompanied"), ("ねえちゃん そばに いる", "accompanied"),
        ("he made me hot cocoa", "accompanied"), ("背中さすってくれてる", "accompanied"), ("wasnt deep, not bleeding", "stopped"), ("もう切らないよ", "stopped"),
        ("my roomie took it away", "put_away"), ("先輩が取り上げた", "put_away"), ("shes making me eat", "accompanied"), ("おかゆ食べさせてくれてる", "accompanied"),
        ("its settling", "easing"), ("だいぶおさまった", "easing"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("context", [OWN, EASED])
def test_relief_in_fragments_is_relief(text: str, told: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert told in found.told
    assert found.passed


@pytest.mark.parametrize(
    "text",
    [
        "i can't hand them to anyone", "薬を渡せない", "捨てられない", "wish my cousin was with me", "nobody's with me", "will my mum come?", "友達に来てほしい",
        "となりに親がいて声出せない", "put them all in my mouth", "my friend's here but i still want to die", "弟といるけど消えたい", "took everything in the box",
    ],
)  # fmt: skip
def test_what_is_wished_for_or_taken_back_is_no_relief(text: str) -> None:
    assert not read_danger(text, context=OWN).passed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("he's home in an hour", "absent"), ("hes gone out to get beer", "absent"), ("あと30分で帰ってくる", "absent"), ("got out. at my brother's with the baby", "away"), ("なんとか出た、実家に子どもと来た", "away"),
        ("she has no idea where i'm staying", "hidden"), ("ここは夫は知らない", "hidden"), ("what if he finds us", "if_back"), ("また来たらどうすれば", "if_back"),
    ],
)  # fmt: skip
def test_what_is_told_in_violence_is_known(text: str, told: str) -> None:
    assert told in read_danger(text, context=VIOLENCE).told


@pytest.mark.parametrize("text", ["kids are asleep upstairs", "子どもは寝てる", "he's with me in the room", "my boyfriend is next to me"])  # fmt: skip
def test_sleeping_children_and_who_is_feared_are_no_relief_in_violence(text: str) -> None:
    assert not read_danger(text, context=VIOLENCE).passed


@pytest.mark.parametrize(
    "text", ["he strangled me once, he's back in half an hour", "前に首しめられた、もうすぐ帰ってくる"]
)
def test_a_violent_partner_who_comes_back_is_danger(text: str) -> None:
    found = read_danger(text, context=Context())
    assert (found.level, found.means) == ("clear", "partner")


@pytest.mark.parametrize(
    ("text", "told", "is_over"),
    [
        ("his flatmate is going to his room", "coming", False), ("親が見に行ってくれてる", "coming", False), ("she lives two hours away", "far", False),
        ("住所も番号も知らない", "unreached", False), ("いた!息してる", "found", True), ("crying but ok", "found", True), ("her mum is with her now", "accompanied", True),
    ],
)  # fmt: skip
def test_what_is_told_of_somebody_else_is_known_and_only_being_found_is_relief(
    text: str, told: str, *, is_over: bool
) -> None:
    found = read_danger(text, context=OTHERS)
    assert told in found.told
    assert found.passed is is_over


@pytest.mark.parametrize("text", ["cant breathe, saw it again", "heart wont stop pounding", "手がずっと震えてる", "過呼吸ぽい"])  # fmt: skip
def test_panic_is_no_danger(text: str) -> None:
    found = read_danger(text, context=Context())
    assert (found.level, found.told) == ("none", ("panic",))


@pytest.mark.parametrize("text", ["can't breathe he's choking me", "i can't breathe, took all the pills"])
def test_danger_beside_panic_is_danger(text: str) -> None:
    assert read_danger(text, context=Context()).level == "clear"


@pytest.mark.parametrize(
    "text", ["my dad will kill me", "親にころされる", "mum's gonna murder me", "お父さんに絶対殺される"]
)
def test_what_parents_will_do_is_asked_about(text: str) -> None:
    found = read_danger(text, context=Context(topic="report_deepfake"))
    assert (found.level, found.means) == ("doubt", "home")


@pytest.mark.parametrize("text", ["dad will kill me, he's drunk and has a knife", "父に殺される、包丁持ってる", "夫に殺される"])  # fmt: skip
def test_what_is_meant_is_danger(text: str) -> None:
    assert read_danger(text, context=Context()).level == "clear"


@pytest.mark.parametrize("text", ["先生にもころされるわ笑", "my mom will kill me lol", "親に殺されるw"])
def test_with_laughter_it_is_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == "none"


@pytest.mark.parametrize(
    "text",
    ["nah hes just angry", "figure of speech lol", "no just mad at me", "ちがう、怒られるだけ", "言葉のあやです"],
)
def test_its_denial_is_believed(text: str) -> None:
    assert read_danger(text, context=Context(asked="home", safety="doubt", said=("doubt.home",))).passed


def test_ones_own_anger_is_no_denial() -> None:
    assert not read_danger("i'm just so angry", context=Context(topic="report_deepfake")).passed


@pytest.mark.parametrize(
    ("text", "drops"),
    [
        ("never mind, gn", True), ("forget it. going to bed", True), ("もういいや、寝る", True), ("なんでもない、おやすみ", True), ("good night", False),
        ("thanks, see ya", False), ("ありがとう、またね", False), ("疲れたから寝ます", False),
    ],
)  # fmt: skip
def test_a_parting_is_told_from_a_farewell(text: str, *, drops: bool) -> None:
    assert is_parting(text)
    assert gives_up_talk(text) is drops


@pytest.mark.parametrize("text", ["goodbye everyone", "sorry for everything, bye", "さよなら、ごめんね", "thanks", "もういい", "bye forever", "how do i delete it, bye"])  # fmt: skip
def test_a_farewell_or_more_is_no_plain_parting(text: str) -> None:
    assert not is_parting(text)


@pytest.mark.parametrize("text", ["お母さん同じ部屋で寝てるから電話むり", "cant call, my mums asleep in here"])
def test_somebody_near_who_must_not_hear_is_no_relief(text: str) -> None:
    found = read_danger(text, context=OWN)
    assert "silent" in found.told
    assert not found.passed


@pytest.mark.parametrize("text", ["お父さんの睡眠薬ここにある", "i have dads pills right here"])
@pytest.mark.parametrize("context", [OWN, EASED])
def test_means_at_hand_are_the_writers_own_where_they_were_talked_about(text: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert (found.level, found.about) == ("clear", "self")


@pytest.mark.parametrize("text", ["ドアの鍵がかかってる", "the door is locked from the inside", "部屋に誰かいるみたい"])
def test_a_locked_door_is_the_one_who_was_talked_about(text: str) -> None:
    found = read_danger(text, context=OTHERS)
    assert found.level == "none" or found.about == "other"


@pytest.mark.parametrize(
    ("text", "is_over"),
    [("my husband is rushing home", False), ("妻が帰ってくるところです", False), ("she handed me the blade", True), ("今夜は隣で寝ます", True)],
)  # fmt: skip
def test_a_parent_tells_what_is_done(text: str, *, is_over: bool) -> None:
    assert read_danger(text, context=OTHERS).passed is is_over


@pytest.mark.parametrize("text", ["my friend come now", "she hold me", "sister stay with me tonight"])
def test_relief_in_plain_english_is_relief(text: str) -> None:
    assert read_danger(text, context=OWN).passed
