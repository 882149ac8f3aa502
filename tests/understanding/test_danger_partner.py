"""What somebody tells of the one they fear, and of themselves: each kind leads to its own words, and what only sounds like it does not."""

import pytest

from bot.conversation.danger.ladders import ladder_name
from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_partner import DISTANT, HISTORY, LEAVING, NEARING, OUT
from understanding.danger_text import HARM, VIOLENCE, WISH
from understanding.reading import CLEAR, DOUBT, NONE

CALM = Context()
FEARED = Context(safety="danger", known={"who": "ex_partner", "role": "self"}, said=("crisis.partner",))
KNOWN = Context(topic="report_deepfake", known={"who": "ex_partner", "role": "self"}, said=("heard.deepfake",))
DESPAIR = Context(safety="danger", said=("crisis.suicide",))

ON_THE_WAY = [
    "もうすぐ着くって連絡きた", "今日は早く帰れるってLINE", "夫が今駅に着いたって", "「これから帰る、二人でちゃんと話そう」とだけ来た", "あと5分で帰ってくる", "こっちに向かってるみたい", "さっき会社を出たって", "旦那、今日早上がりだって", "もう家のすぐ近くにいるらしい", "やっぱり今日帰ってくるって",
    "he is coming back today after all", "he's on his way home", "my ex just texted: omw, we need to talk properly", "he wrote 'coming home, we will talk'", "he says he'll be home early today", "he's five minutes away", "he will be here any minute", "he just left work", "his shift ended early", "text from him: be home in 10",
]  # fmt: skip
NOT_ON_THE_WAY = [
    "母があと10分で着くって", "今日母が帰ってくる", "もうすぐ姉が来る", "警察があと5分で来ます", "早く帰ってきたらどうしよう", "今日は早く帰らないって", "私はあと20分で駅に着きます", "電車があと5分で来る", "昨日は早く帰ってきた", "明日こっちに向かってくるって",
    "my sister is on her way", "the police will be here in five minutes", "i'll be there in ten minutes", "the bus is two minutes away", "he came home early yesterday", "i'm five minutes away from the station",
]  # fmt: skip
GOING = [
    "今から出ます", "靴はかせた", "娘の靴をはかせてます、保険証はいる?", "下の階の人のところへ行きます", "コンビニに走ってます", "大家さんの家に逃げます", "リュックだけ持った", "今すぐ隣に行きます", "娘を抱っこして玄関です", "階段降りてます", "子どもを連れて下に降ります",
    "we're leaving now", "i'm putting her coat on", "got the bag and the kids, going", "walking to the police box now", "going next door", "carrying her down to the neighbour", "heading down to the landlord's flat with my son",
]  # fmt: skip
NOT_GOING = [
    "明日出ます", "明日バッグ持って出ます", "証拠を持って警察に行けばいい?", "出ようか迷ってます", "どうやって出たらいい?", "何を持って出ればいい?", "彼が今から出ます", "逃げるつもりはない", "靴をはかせたいけど泣いてる", "夫がコンビニに行きます", "コンビニに行ったほうがいい?",
    "i'm leaving him next month", "tomorrow i'm going to the police box", "how do i leave", "he is leaving now for work", "should i go to the landlord", "i'm thinking of leaving", "when i'm leaving what do i take", "he's going down to the shop", "do i need shoes on",
]  # fmt: skip
AMONG_PEOPLE = [
    "いま大家さんの部屋にいます", "上の階の家に入れてもらった", "友達の車の中です", "隣の奥さんが一緒にいてくれてます。次どうすれば?", "警察の人が今うちに来てます", "おまわりさん二人が目の前にいる", "交番に着きました。何を言えばいいですか", "下の階の人が入れてくれました",
    "i'm at the landlord's with my daughter", "two officers are in the kitchen", "i'm with the old lady upstairs", "the neighbours let us in", "police are talking to him in the hall", "we are in the police box. what do i ask for",
]  # fmt: skip
NOT_AMONG_PEOPLE = [
    "隣の人と一緒にいたい", "警察は来ないです", "大家さんに言ったほうがいい?", "夫は隣の家にいます", "コンビニにいるけど彼が外にいる", "彼がコンビニに着いた",
    "should i be with the neighbour", "he is at the neighbour's", "i'm at the shop, he is outside", "are the police here to help",
]  # fmt: skip
FOR_DAYS = [
    "明日の夜までいません", "彼は金曜まで帰りません", "来週まで出張です", "土曜まで来ません", "今夜は帰ってこない",
    "he's away until friday", "he doesn't come back until tomorrow", "he is on a business trip", "he's in osaka till sunday", "he is at his parents' until monday", "he isn't coming home tonight",
]  # fmt: skip
NOT_FOR_DAYS = [
    "明日会う約束です", "来週引っ越します", "明日まで待てない",
    "i'm away until friday", "he's away from the door", "he'll be home tonight",
]  # fmt: skip
DONE_BEFORE = [
    "夫に指を折られました", "彼氏に突き飛ばされたことがある", "夫が出張中です。前に物を投げられました",
    "my husband threw a plate at me last week", "he broke my finger last spring", "my boyfriend shoved me against a wall",
]  # fmt: skip
IDIOMS = [
    "彼に背中を押されて相談しました", "男子にボタンを押されて送られた",
    "my boyfriend hit me up on insta", "my husband broke my trust", "he pushed me to report it", "my mom held me while i cried", "classmates hit the like button",
]  # fmt: skip
BY_CLASSMATES = [
    "体育のあと男子に押さえつけられて腕にあざ", "修学旅行で脱がすって言われてる。明日です", "明日の遠足で囲むって言われた", "先輩に三人がかりで腕をつかまれた",
    "boys in my class held me down and bruised my arm", "on the trip tomorrow they said they'll hold me down again", "seniors pinned me against the lockers", "they are going to beat me after school",
]  # fmt: skip
NOT_BY_CLASSMATES = [
    "クラスの男子に画像を作られた", "明日は修学旅行です",
    "they will get me banned tomorrow", "they said they will hit the post with reports tomorrow", "i'm going on the trip tomorrow",
]  # fmt: skip
EVIDENCE = [
    "腕の切り傷の写真を撮りました", "あざの写真は証拠になりますか", "診断書をもらったほうがいい?首の跡",
    "i took photos of the cuts he made on my arm", "do pictures of bruises count as proof", "the marks on my wrist, should i photograph them",
]  # fmt: skip
OWN_WOUNDS = [
    "自分で切った傷の写真を撮った", "リスカの傷の写真を送れって言われた",
    "photos of my self harm scars were posted", "i cut myself and took a photo of the cuts",
]  # fmt: skip


@pytest.mark.parametrize("text", ON_THE_WAY)
def test_who_is_feared_and_on_the_way_is_danger_now(text: str) -> None:
    found = read_danger(text, context=FEARED)
    assert (found.level, found.kind, found.about, found.passed) == (CLEAR, VIOLENCE, "self", False)
    assert NEARING in found.told


@pytest.mark.parametrize("text", ["あと10分で着くって", "he'll be here in ten minutes"])
def test_a_partner_who_did_it_and_is_on_the_way_is_danger_before_any_was_talked_about(text: str) -> None:
    found = read_danger(text, context=KNOWN)
    assert (found.level, ladder_name(kind=found.kind, about=found.about, means=found.means)) == (CLEAR, "partner")


@pytest.mark.parametrize("text", NOT_ON_THE_WAY)
def test_others_who_come_and_what_is_only_supposed_or_past_is_nobody_on_the_way(text: str) -> None:
    assert NEARING not in read_danger(text, context=FEARED).told


@pytest.mark.parametrize("text", GOING)
def test_who_leaves_this_minute_is_heard_and_has_not_got_away_yet(text: str) -> None:
    found = read_danger(text, context=FEARED)
    assert LEAVING in found.told
    assert not found.passed


@pytest.mark.parametrize("text", NOT_GOING)
def test_a_plan_a_question_and_his_own_going_is_no_leaving(text: str) -> None:
    assert LEAVING not in read_danger(text, context=FEARED).told


@pytest.mark.parametrize("text", ["今から出ます", "putting my shoes on", "もうすぐ着くって", "he's on his way"])
def test_elsewhere_the_same_words_tell_nothing_of_a_partner(text: str) -> None:
    assert not {NEARING, LEAVING} & {*read_danger(text, context=DESPAIR).told}


@pytest.mark.parametrize("text", AMONG_PEOPLE)
def test_who_is_among_people_or_with_the_police_is_safe(text: str) -> None:
    assert read_danger(text, context=FEARED).passed


@pytest.mark.parametrize("text", NOT_AMONG_PEOPLE)
def test_where_he_is_and_what_is_only_wished_for_is_no_safety(text: str) -> None:
    assert not read_danger(text, context=FEARED).passed


@pytest.mark.parametrize("text", FOR_DAYS)
def test_who_is_feared_and_gone_for_days_is_no_danger_now_and_not_missing(text: str) -> None:
    found = read_danger(text, context=FEARED)
    assert (found.level, found.passed) == (NONE, True)
    assert DISTANT in found.told
    assert read_danger(text, context=KNOWN).kind != WISH


@pytest.mark.parametrize("text", NOT_FOR_DAYS)
def test_a_day_that_is_only_named_sends_nobody_away(text: str) -> None:
    assert DISTANT not in read_danger(text, context=FEARED).told


@pytest.mark.parametrize("text", ["彼は今仕事に行ってます", "夫は夜勤中", "he is at work now", "he's on a night shift"])
def test_who_is_at_work_is_not_there_for_now(text: str) -> None:
    found = read_danger(text, context=FEARED)
    assert OUT in found.told
    assert DISTANT not in found.told


@pytest.mark.parametrize("text", DONE_BEFORE)
def test_violence_by_a_partner_is_heard_as_violence_to_the_writer(text: str) -> None:
    found = read_danger(text, context=KNOWN)
    assert (found.level != NONE, found.kind, found.about) == (True, VIOLENCE, "self")
    assert HISTORY in found.told


@pytest.mark.parametrize("text", ["he's away until friday. last year he broke my finger", "夫は金曜まで出張です。去年、首を絞められました", "he is at work. he shoved me last month"])  # fmt: skip
def test_violence_told_while_he_is_gone_is_asked_about_at_most(text: str) -> None:
    found = read_danger(text, context=CALM)
    assert (found.level, found.kind, found.about, found.means) == (DOUBT, VIOLENCE, "self", "partner")


@pytest.mark.parametrize("text", IDIOMS)
def test_a_push_that_is_none_is_no_violence(text: str) -> None:
    assert read_danger(text, context=CALM).level == NONE


@pytest.mark.parametrize("text", BY_CLASSMATES)
def test_violence_by_classmates_is_asked_about_as_violence(text: str) -> None:
    found = read_danger(text, context=CALM)
    assert (found.level, found.kind, found.about) == (DOUBT, VIOLENCE, "self")


@pytest.mark.parametrize("text", NOT_BY_CLASSMATES)
def test_what_classmates_do_with_posts_is_no_violence(text: str) -> None:
    assert read_danger(text, context=CALM).level == NONE


@pytest.mark.parametrize("text", ["もう死にたい、クラスで殴られて", "they beat me and i want to die"])
def test_a_wish_to_die_beside_violence_stays_one(text: str) -> None:
    assert read_danger(text, context=CALM).kind == WISH


@pytest.mark.parametrize("text", [*DONE_BEFORE, *BY_CLASSMATES])
@pytest.mark.parametrize("kind", [WISH, HARM])
def test_no_classifier_makes_despair_of_violence_that_is_told(text: str, kind: str) -> None:
    found = combine(read_danger(text, context=CALM), chances={kind: 0.99}, context=CALM, text=text)
    assert (found.kind, found.about) == (VIOLENCE, "self")


@pytest.mark.parametrize("text", EVIDENCE)
def test_a_wound_that_is_photographed_as_evidence_is_no_self_harm(text: str) -> None:
    found = read_danger(text, context=FEARED)
    assert found.kind not in (HARM, WISH)
    assert combine(found, chances={HARM: 0.99}, context=FEARED, text=text).kind not in (HARM, WISH)


@pytest.mark.parametrize("text", OWN_WOUNDS)
def test_wounds_of_ones_own_making_are_self_harm_in_a_picture_too(text: str) -> None:
    assert read_danger(text, context=CALM).kind == HARM
