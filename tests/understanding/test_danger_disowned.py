"""A danger that was taken for one by mistake is let go at once; one's own is not given to somebody else."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_disowned import DISOWNED, MYSELF, REFUSED, is_disowned
from understanding.reading import CLEAR, DOUBT, NONE, Danger

AFTER_OTHERS = Context(safety="danger", said=("crisis.other.harm",))
AFTER_VIOLENCE = Context(safety="danger", said=("crisis.immediate",))
AFTER_OWN = Context(safety="danger", said=("crisis.means.pills",))


@pytest.mark.parametrize("context", [AFTER_OTHERS, AFTER_VIOLENCE, Context(safety="doubt", said=("doubt.ask",))])
@pytest.mark.parametrize(
    "text",
    [
        "血や薬の話はしていません。学校の対応を聞いています",
        "自殺の話なんて一度もしていません",
        "死にたいとは誰も言っていません",
        "そういう意味ではなくて、削除のことを聞いています",
        "話が食い違っています。生徒は元気です",
        "なんで警察?誰も追ってきてないです",
        "今パニックになってるわけではないです",
        "nobody is after me, why are you telling me to call the police",
        "I never said anything about pills",
        "nobody said she is suicidal, i asked about the school",
        "it was just an expression. what do I write to the site?",
        "you got that wrong. he is fine",
        "did you just call the cops?? i asked about my phone",
        "i'm breathing fine lol",
    ],
)
def test_what_was_taken_wrong_is_let_go(text: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert (found.level, found.passed, found.told) == (NONE, True, (DISOWNED,))


@pytest.mark.parametrize(
    "text",
    [
        "自殺の話はしていないけど、もう死にたい",
        "そういう話じゃない。今、薬を全部飲んだ",
        "you got it wrong, I took all the pills",
        "stop asking. he is at the door with a knife",
        "why are you asking if i'm safe. i want to die",
        "だれもいない。屋上にいる",
        "he told everyone it was a joke",
    ],
)
def test_a_danger_beside_it_is_still_heard(text: str) -> None:
    assert not is_disowned(text, context=AFTER_OTHERS)


@pytest.mark.parametrize(
    "text",
    [
        "no it's me, not her. she is asleep",
        "there's no they, i was the one",
        "友達じゃなくて私です",
        "いや、自分のことです。",
    ],
)
def test_who_says_that_it_is_about_them_is_heard(text: str) -> None:
    found = read_danger(text, context=AFTER_OTHERS)
    assert MYSELF in found.told
    assert found.about == "self"


@pytest.mark.parametrize(
    "text",
    [
        "the pills are still on my desk. my roommate is nice, she sleeps",
        "薬はまだ机の上。ルームメイトはいい子で、寝てる",
    ],
)
def test_somebody_named_kindly_does_not_take_ones_danger_over(text: str) -> None:
    assert read_danger(text, context=AFTER_OWN).about == "self"


@pytest.mark.parametrize(
    "text", ["my sister says she wants to die too, she took pills", "妹も死にたいって言って薬を飲んだ"]
)
def test_somebody_elses_danger_beside_ones_own_is_theirs(text: str) -> None:
    found = read_danger(text, context=AFTER_OWN)
    assert (found.level, found.about) == (CLEAR, "other")


@pytest.mark.parametrize(
    "text",
    [
        "i'm not moving them",
        "don't want to get up",
        "動きたくない",
        "このままでいい",
        "片づけたくない",
    ],
)
def test_who_refuses_what_was_advised_is_still_in_danger(text: str) -> None:
    found = read_danger(text, context=AFTER_OWN)
    assert found.level in (DOUBT, CLEAR)
    assert REFUSED in found.told or found.level == CLEAR
    assert read_danger(text, context=Context()).level == NONE


@pytest.mark.parametrize(
    "text",
    [
        "he's not violent, he just goes silent",
        "my dad is never violent",
        "父は暴力をふるう人ではないです",
        "殴ったりはしません",
    ],
)
def test_violence_that_is_denied_is_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


@pytest.mark.parametrize("text", ["panic attack? whatever", "i deleted it in a panic", "パニックじゃないです"])
def test_panic_that_is_only_named_is_none(text: str) -> None:
    assert "panic" not in read_danger(text, context=Context()).told


@pytest.mark.parametrize("text", ["nobody said one word for me", "it was just an expression", "話が違う"])
def test_where_no_danger_was_talked_about_nothing_is_let_go(text: str) -> None:
    assert not is_disowned(text, context=Context(said=("heard.deepfake",)))


@pytest.mark.parametrize(
    "text",
    [
        "教頭から、大ごとにすると本人が傷つくと言われました",
        "先頭に立って言い返した子が傷ついています",
        "腕のいい弁護士でも、娘の心が傷つくことは防げないと思う",
    ],
)
def test_feelings_that_are_hurt_are_no_wound(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "teacher"})).level == NONE


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("i left a letter for mum under her pillow, she'll understand when she reads it", "self"),
        ("there's three boxes of painkillers on the bed in front of me", "self"),
        ("親あての手紙は机の引き出しに入れておきました。あとは任せます", "self"),
        ("got my pills lined up on the desk, been writing a note to my sister", "self"),
        ("生徒から「死にます」と書いた手紙が届きました", "other"),
        ("my daughter left a note that she wants to die", "other"),
    ],
)
def test_whose_letter_and_whose_pills_they_are(text: str, about: str) -> None:
    found = read_danger(text, context=Context())
    assert (found.level != NONE, found.about) == (True, about)


@pytest.mark.parametrize(
    "text",
    [
        "大事にしてたギターを友だちに渡してきた。俺にはもう必要ないから",
        "found someone to take my cat, i won't need him anymore",
        "once everyone is asleep i'm doing it. then the pics won't matter",
        "今夜みんなが寝たら決行します。それで終わりです",
        "誰か助けてください",
        "somebody help",
    ],
)
def test_what_is_given_away_planned_or_cried_out_is_asked_about(text: str) -> None:
    assert read_danger(text, context=Context()).level != NONE


@pytest.mark.parametrize(
    "text",
    [
        "the comments say kill yourself. that's the boys writing it, not her",
        "「死ね」「飛び降りろ」って書いてるのは男子です",
        "he never hit me, he cannot come here, i am not in danger in my dormitory",
        "彼は出張で福岡におるから、今日明日は来おへん。鍵を変えたほうがいい？",
        "school called me today, my son made an ai naked picture of a classmate",
    ],
)
def test_what_others_write_and_who_cannot_come_is_no_danger(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


def test_ones_own_wish_beside_what_others_write_is_heard() -> None:
    text = "that's the boys writing it, but i want to die"
    assert read_danger(text, context=Context()).level != NONE


@pytest.mark.parametrize(
    "text",
    [
        "は？ちがう　家は安全だって　警察とか呼ばなくていい",
        "no, home is safe. i just dont want my mom to hear",
        "why the ambulance?? shes in the next room",
    ],
)
def test_who_says_that_home_is_safe_and_nobody_is_to_be_called_was_in_none(text: str) -> None:
    assert read_danger(text, context=Context(safety="danger", said=("crisis.immediate.silent",))).passed


@pytest.mark.parametrize(
    "text",
    [
        "いや電話むり　隣で母さん寝てるし声出せない　文字で話せるとこないの？",
        "cant talk out loud, my mom sleeps in the next room. anywhere i can text?",
    ],
)
def test_who_must_be_quiet_beside_family_asleep_is_in_no_danger(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


def test_a_helpers_own_last_question_is_no_farewell_and_a_farewell_they_pass_on_is() -> None:
    context = Context(known={"role": "teacher"}, safety="danger", said=("crisis.other",))
    assert read_danger("最後にひとつだけ、月曜にどんな顔で会えばいいですか", context=context).level == NONE
    assert read_danger("「今までありがとう」って来ました", context=context).level == CLEAR


@pytest.mark.parametrize("text", ["i think im the one who did it", "やったのは自分です"])
def test_a_classifier_alone_hears_no_wish_to_die_in_who_owns_up(text: str) -> None:
    chances = {"crisis_suicide": 0.97}
    assert combine(read_danger(text, context=Context()), chances=chances, context=Context(), text=text).level == NONE


@pytest.mark.parametrize(
    "text", ["will the police or school tell my parents anyway?", "彼氏に隠したままでいいのかな？"]
)
def test_who_denied_it_and_asks_something_is_not_asked_again_by_a_classifier_alone(text: str) -> None:
    before, denied = Context(said=("doubt.ask",)), Context(said=("doubt.ask", "eased.denied"))
    chances = {"crisis_suicide": 0.6}
    assert combine(Danger(), chances=chances, context=before, text=text).level == DOUBT
    assert combine(Danger(), chances=chances, context=denied, text=text).level == NONE


def test_who_is_with_them_and_the_means_gone_is_relief() -> None:
    context = Context(safety="danger", said=("crisis.means.pills", "crisis.stay.wait"))
    text = "i opened, it was mei. shes got the pills now she put them in her room n shes sleeping on my floor tonight"
    assert read_danger(text, context=context).passed
