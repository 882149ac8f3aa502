"""Danger by kinds: exaggeration, rage, quotations, the past, relief, and what must never be silenced."""

import pytest

from tests.understanding.danger_table import read_as
from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_passed import is_harmless
from understanding.normalise import normalise

NONE: dict[str, list[str]] = {
    "rage at the one who did it": ["あの加害者ら、まとめて消えればいいのに", "流したやつ蹴飛ばしてやりたいくらいむかつく", "i'll kill the kid who did this, i swear", "part of me wants to punch him", "殴ってやるって思ったけど思うだけ", "id kill for my sister but ill sit on my hands"],
    "done with somebody": ["he's dead to me now", "our uncle is dead to her, she says", "the whole class is dead to us"],
    "a night's rest before deciding": ["i'll sleep on it, ty", "gonna sleep on that. bye"],
    "sparing somebody": ["彼を傷つけたくなくて黙ってます", "娘を傷つけるつもりはなかったんです"],
    "a deed that is not named": ["とんでもないことしてしまいました", "やばいことしちゃった"],
    "rage at the program": ["このボット消えろよ", "die in a fire, robot", "もういい加減にしろ死ね。"],
    "what parents will do": ["帰りが遅いのばれたらママに殺される", "my mum is gonna kill me lol", "dad will literally murder me if he sees my phone bill", "i'm dead if coach finds out", "先生に殺されるw宿題忘れた笑"],
    "exaggeration": ["腹へって死ぬわ", "数学のテスト終わった〜", "死んでもあの先生には話したくない", "あー死んだ、名前間違えて送った", "melting to death on this bus", "my career is over, lovely", "心臓止まるかと思ったよ、通知見て"],
    "games, songs and lessons": ["このステージのボス、何回死んでも勝てん", "i keep dying on level 4", "今聴いてる曲が「消えたい」って歌ってて好き", "現代文で主人公が自殺する話やってる", "just died in elden ring again"],
    "calls, streams and screenshots": ["相談の電話、緊張して切っちゃいました", "通話こわくなって切ったw", "スクショの下のほう切ってあるけど平気？", "配信切るね", "通話を途中で切られて、こっちから切りたいくらいでした"],
    "words of those who extort, with a task": ["「お前はもう終わりだな」って来た。返事する？", "「死ねよ」って書かれたんですけど通報できますか", "\"kys\" again in the comments. how do i report it", "「払わないならお前の人生ばらまく」ってメッセージ、証拠になる？"],
    "away from the net": ["ネット上の私だけ消してほしい", "検索から自分が消えたいだけ", "画像のほうに死んでほしい"],
    "refusals": ["電話はほんと無理", "親に言うのは絶対やだ", "校長室に来いって言われた", "my app locked me out", "まだ消せてないけどもう無理かな？"],
}  # fmt: skip

PASSED_WHEN_DOUBTED: dict[str, list[str]] = {
    "behind a lock, at somebody's": ["子ども二人と実家に来ました", "鍵も閉めたし、外は見てません", "今は姉の家にいます", "no im home, chain's on", "i'm at my cousin's now", "シェルターに着きました", "safe. at the hotel"],
    "the attacker has gone or was nobody": ["警察の人が来て、男を連れて行きました", "見間違いでした、宅配の人", "もう外にいないです", "they cuffed him downstairs", "turned out the knock was just the delivery guy, the man was just lost", "he stopped knocking and drove off"],
    "means and wounds": ["カッターは姉に預けました", "血は止まりました、手当てしました", "切らずに済んだ", "mum hid all the knives", "stopped bleeding, bandage on"],
    "it has passed": ["波が引いてきた", "気持ちが収まりました", "お腹すいてきた、もう大丈夫", "panic is over", "the urge is gone", "夕べ死にたいって書いたけど、寝たら落ち着きました"],
    "it was not meant": ["そういう意味じゃないです", "さっきの死ぬってやつ、取り消します", "死なへんよ、びっくりさせてごめん", "誤爆でした", "oh god no", "it was autocorrect", "「消えたい」って検索からって意味です", "i don't mean end my life, just the account"],
    "somebody else is well": ["娘、帰ってきました。今ごはん食べてます", "生徒の無事が確認できました", "友達から返信きた、寝てただけだって", "she's here, she's ok", "omg shes here, sleeping on my couch", "義理の姉の家にいました。電話で声も聞けました", "he was asleep, that's all", "i asked her straight if she's suicidal, she said no", "we found him, he's at his gran's"],
}  # fmt: skip

PAST: list[str] = [
    "学生時代に死にたいと思った時期があったけど、昔の話です", "十年前に夫に殴られていました、今は別れて元気です", "先週は飛び降りることばかり考えてたけど今は平気", "高校のころはリスカしてたけど今はしてません",
    "i was suicidal in march, better now", "last month i nearly jumped, i'm past that", "a year ago i wanted to die, not now",
]  # fmt: skip

NEVER_SILENCED: list[str] = [
    "死にたいわけじゃないけど、生きたいとも思えない", "死ぬ気はないけど自分を痛くしたい", "not suicidal, just cutting", "i'm not suicidal but i wouldn't mind not existing", "俺が死ねばあの動画も終わる", "卒業までには死ぬ。笑われるのはいや",
    "画像が消えるまで私が持つかな", "ゲームしながら「もうどうでもいい」って言ってる", "リスカしないと寝れない", "which song do you want when i'm dead, she asked", "the last photo of me is for my funeral", "ストーリーに「さようなら」って出てアカウント消えた",
    "電話しながら手首を切った", "家に入れてもらえない、門限やぶったから", "電話切った。薬ぜんぶ並べた", "lol i'm dead. tonight for real",
]  # fmt: skip


ANNOUNCED: list[str] = [
    "he wrote 'see you outside your school'", "one of them texted \"i'll find you at the station\"", "知らない人から「校門で待ってる」って来た", "バイト先の前で待ってるからってDM来た",
]  # fmt: skip
"""Somebody writes where they will wait: it is asked about, or answered as a danger."""


@pytest.mark.parametrize(
    "text",
    [
        "えっ今チャイム押してる知らない人",
        "知らない男がインターホン鳴らしてる",
        "he says he's on our street",
        "my ex is in our lobby",
    ],
)
def test_who_is_at_the_house_now_is_a_danger(text: str) -> None:
    assert read_as(text, said_into="") == "clear now"


@pytest.mark.parametrize(
    "text", ["i didnt take any. that chat is japanese only", "まだ飲んでない。でもチャットは英語がいい"]
)
def test_a_wish_is_not_over_because_nothing_was_taken(text: str) -> None:
    assert read_as(text, said_into="danger") == "none"


@pytest.mark.parametrize("said_into", ["danger", "eased"])
@pytest.mark.parametrize(
    "text",
    [
        "not taking any yet doesnt mean im ok. the drawer is right there",
        "薬はまだ枕元にある",
        "飲んでないだけで大丈夫なわけじゃない",
        "i just said i'm not ok",
    ],
)
def test_what_is_within_reach_is_heard_after_relief_too(text: str, said_into: str) -> None:
    assert read_as(text, said_into=said_into) == "clear wish"


@pytest.mark.parametrize(
    "text",
    [
        "死のうとはしてない。友達になんて言えばいい？",
        "no he wont hit me he just gets really angry",
        "she isn't going to hurt herself, she's humiliated",
        "i asked about dying and she said no don't be weird",
        "nobody is bleeding",
    ],
)
def test_honest_denial_is_believed(text: str) -> None:
    assert read_as(text, said_into="danger") == "passed"


@pytest.mark.parametrize("text", ANNOUNCED)
def test_who_will_be_waited_for_is_asked(text: str) -> None:
    assert read_as(text, said_into="") in ("doubt", "clear now")


@pytest.mark.parametrize("text", ["「親にばらす、死んで詫びろ」って送られてきた", "会社に言うぞ、死んで詫びろって"])
def test_what_an_extorter_wishes_is_asked_about_and_nobodys_own_wish(text: str) -> None:
    assert read_as(text, said_into="") == "doubt"


@pytest.mark.parametrize("text", [text for texts in NONE.values() for text in texts])
def test_what_sounds_like_danger_and_is_none_is_read_as_none(text: str) -> None:
    assert read_as(text, said_into="") == "none"


@pytest.mark.parametrize("text", [text for texts in PASSED_WHEN_DOUBTED.values() for text in texts])
@pytest.mark.parametrize("said_into", ["danger", "doubt, nothing asked"])
def test_relief_and_denial_are_believed_at_once(text: str, said_into: str) -> None:
    assert read_as(text, said_into=said_into) == "passed"


@pytest.mark.parametrize("text", PAST)
def test_what_is_long_over_is_no_danger(text: str) -> None:
    assert read_as(text, said_into="") in ("none", "passed")


@pytest.mark.parametrize("text", NEVER_SILENCED)
def test_a_classifier_is_heard_where_rules_cannot_be_sure(text: str) -> None:
    assert not is_harmless(text)
    assert read_as(text, said_into="danger") != "passed"


@pytest.mark.parametrize(
    "text",
    [
        "鍵はかけた、でも階段のぼってくる音がする", "警察呼んだけどまだ来ない", "彼女が薬もって風呂場に鍵かけた", "he left but he'll be back in an hour", "bath's running, door's locked. not going back", "i gave away my guitar, calm now",
        "息子が部屋から出てきません", "娘から連絡とれない", "血がまだ出てるけど落ち着いた", "took them all a while ago", "さっき死のうとして薬30錠飲んだ。もう平気", "earlier i swallowed all my pills, wanted to die, feeling better now", "昨日死にたいって書いた。全部飲んじゃったけど今は落ち着いてる",
    ],
)  # fmt: skip
def test_what_is_not_over_is_never_read_as_relief(text: str) -> None:
    assert read_as(text, said_into="danger") != "passed"


@pytest.mark.parametrize(
    "text",
    [
        "清水の舞台から飛び降りる気持ちで書いています",
        "夜勤明けで頭が死んでるので明日にします",
        "im so dead. my dads a lawyer. im a dead man",
        "先輩「殺すぞ」が口癖で普通にみんなに言ってる。殴られたりはしてない",
        "he wrote 死ね but he writes that to everybody when he loses",
        "in 2019 i tried to hurt myself. a different life. right now i'm fine",
        "娘は中2のころリストカットがありました。もう3年していません",
        "She self-harmed in year 9. Nothing for two years now",
    ],
)
def test_a_manner_of_speaking_a_habit_and_what_is_years_past_are_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "今夜、屋上から飛び降りるつもりです",
        "頭が痛い、もう死んでしまいたい",
        "he said he'll kill me and he means it, he is outside",
        "i tried to hurt myself last night",
        "娘がリストカットしていました。昨日もしています",
    ],
)
def test_beside_them_the_same_words_meant_are_heard(text: str) -> None:
    assert read_danger(text, context=Context()).level != "none"


@pytest.mark.parametrize(
    "text",
    [
        "届ければ警察に連れて行かれるのでしょうか",
        "亡くなった主人がおりましたら怒鳴り込んだと思います",
        "昔なら腹を切ってお詫びするところです",
        "かみさんに知れたら首ば絞めらるる",
        "胃がしぬ メンタル死",
        "the kids say go die to each other forty times a day",
        "he uses it on his school tablet, two of them",
        "I had an ex-husband who beat me, that is long finished",
        "死にそうな顔してるよって言われた",
        "最後にひとつだけ聞かせてください",
        "引っ越すので猫を友達にあげた",
    ],
)
def test_more_manners_of_speaking_are_none(text: str) -> None:
    assert read_danger(text, context=Context()).level == "none"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("うでつかまれた 逃げてトイレに入った", "self"),
        ("夜中に目をあけたら首に手があって苦しかった", "self"),
        ("they know which train i take and theyll be there today", "self"),
        ("あの子のアパートは知っとる、今夜話つけに行く、と客から電話があった", "other"),
        ("if this is seen i never go home, not alive", "self"),
        ("どうせ地獄に落ちる、早く行きたいと息子が言います", "other"),
        (
            "she gave her cat to the neighbour, can't look after it any more, and cleaned her whole room",
            "other",
        ),
        (
            "i count out my heart tablets on sundays, there are twenty fewer than there ought to be. she has been unusually affectionate",
            "other",
        ),
    ],
)
def test_what_is_said_without_its_name_is_heard(text: str, about: str) -> None:
    role = {"self": "self", "other": "parent"}[about]
    found = read_danger(text, context=Context(known={"role": role}))
    assert (found.level != "none", found.about) == (True, about)


def test_whether_something_may_be_done_is_no_relief_and_a_child_alone_is_none() -> None:
    context = Context(known={"role": "parent"}, safety="eased", said=("eased.other",))
    text = "むすめ ひとり いえに いる。きょう「パパ いままで ありがと」いった。しごと いく だいじょうぶ ですか"
    found = read_danger(text, context=context)
    assert (found.passed, found.level != "none") == (False, True)


def test_a_maker_whose_teacher_is_gone_and_left_the_phone_is_asked_about_them() -> None:
    text = "先生の奥さんが朝から連絡つかないって。携帯置いてってるらしい"
    assert read_danger(text, context=Context(known={"role": "maker"})).about == "other"


@pytest.mark.parametrize("text", ["さっきホームセンターでロープ買ってきた", "老人ホームの帰りにロープを買った"])
def test_a_shop_or_a_home_with_the_name_of_a_platform_is_none(text: str) -> None:
    assert read_danger(normalise(text), context=Context()).means == "rope"


@pytest.mark.parametrize(
    "text",
    [
        "honestly I'd rather be dead than go back to school",
        "i would rather die than face them again",
        "rather be dead than keep living like this",
    ],
)
def test_rather_dead_than_going_on_is_a_wish_to_die(text: str) -> None:
    found = read_danger(normalise(text), context=Context())
    assert (found.level != "none", found.kind) == (True, "crisis_suicide")


def test_rather_dead_than_telling_somebody_is_a_manner_of_speaking() -> None:
    assert read_danger(normalise("i'd rather die than tell my dad"), context=Context()).level == "none"
