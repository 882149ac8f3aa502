"""A form that asks for a document is no threat; what is denied is taken back, and not read again from the same words."""

import pytest

from understanding.context import Context
from understanding.gazetteer import Tables
from understanding.known import merge, names
from understanding.rules import read

THREATENED = {"role": "self", "state": ("posted", "threatened")}

ASKS_FOR_A_DOCUMENT = [
    "サイトの通報フォームに免許証の写真を送れと書いてあって怖い",
    "削除するなら身分証の画像を送ってって出てきた。送りたくない",
    "運営から本人確認書類の写真を要求されました",
    "海外サイトの申請に「IDの写真を送れ」ってあるけど大丈夫ですか、怖くて",
    "サポートが元の画像を送ってと言ってくる",
    "The site wants me to send a copy of my passport. I'm scared",
    "the removal form asked me to send my driver's license and a selfie",
    "support wants me to send the original picture, is that safe",
    "their takedown page demands, it wants me to send id",
    "To verify, it says it wants me to send a photo of my residence card",
]
A_THREAT_ALL_THE_SAME = [
    "裸の写真を送れって言われてる",
    "免許証の写真を送らないとばらまくって言われた",
    "学生証の画像を送れって脅されてます",
    "he wants me to send nudes or he'll post it",
    "He says he will post it unless I send my passport",
    "友達の免許証の写真を送れば許してやるって言われました",
    "now he says he'll report me if i don't send more",
    "身分証も送ったのに、もっと送れって言われる。晒すって",
]
DENIES = [
    "脅されてないです",
    "え、おどされてるわけじゃないよ",
    "脅迫とかされてないってさっき言った",
    "誰にも脅されてはいません",
    "脅されたことはないです。投稿されてるだけ",
    "恐喝じゃないです",
    "I'm not being threatened",
    "nobody is blackmailing me",
    "no one threatened me, it's just posted",
    "It is not blackmail, I told you",
    "i never said i was threatened",
    "she isn't threatening me",
]
NO_DENIAL = [
    "もう脅されてないけど、まだ怖い",
    "これって脅されてないですよね？",
    "脅されてないか心配",
    "he says he is not threatening me, but he'll post it",
    "he isn't threatening me anymore",
    "he hasn't threatened me since yesterday",
    "あれからは脅されてません",
    "私は脅されてる。嘘じゃない",
    "お金の話じゃない、裸を送らないとばらまくって",
    "how do i know if i'm not threatened?",
]


@pytest.mark.parametrize("text", ASKS_FOR_A_DOCUMENT)
def test_a_demand_for_a_document_is_no_threat(text: str, tables: Tables) -> None:
    assert "threatened" not in read(text, tables=tables, context=Context()).facts.get("state", ())


@pytest.mark.parametrize("text", A_THREAT_ALL_THE_SAME)
def test_a_threat_is_one_also_where_a_document_is_named(text: str, tables: Tables) -> None:
    assert "threatened" in read(text, tables=tables, context=Context()).facts["state"]


@pytest.mark.parametrize("text", DENIES)
def test_a_denied_threat_is_taken_back(text: str, tables: Tables) -> None:
    found = read(text, tables=tables, context=Context(known=THREATENED)).facts
    after = merge(THREATENED, found)
    assert names(after["state"]) == ("posted",)
    assert "threatened" in names(after["denied"])


@pytest.mark.parametrize("text", NO_DENIAL)
def test_who_fears_asks_or_tells_of_the_past_denies_no_threat(text: str, tables: Tables) -> None:
    found = read(text, tables=tables, context=Context(known=THREATENED)).facts
    assert "threatened" in names(merge(THREATENED, found)["state"])


@pytest.mark.parametrize(
    "text", ["写真を送れって出てくる", "会社から説明を要求されました", "they ask to send money for the lawyer"]
)
def test_after_a_denial_what_sounds_like_a_threat_is_none(text: str, tables: Tables) -> None:
    context = Context(known={"role": "self", "denied": ("threatened",)})
    assert "threatened" not in read(text, tables=tables, context=context).facts.get("state", ())


@pytest.mark.parametrize(
    "text", ["今、お金を払わないとばらまくってDMが来た", "now he says he'll post it if i don't pay"]
)
def test_after_a_denial_a_threat_that_is_told_counts(text: str, tables: Tables) -> None:
    known = {"role": "self", "denied": ("threatened",)}
    after = merge(known, read(text, tables=tables, context=Context(known=known)).facts)
    assert "threatened" in after["state"]
    assert "denied" not in after


@pytest.mark.parametrize(
    "text",
    [
        "もう2枚送っちゃった、1万円のアマギフ",
        "1枚送ったんですけど、3000円のコードです",
        "ギフトカードの番号送っちゃいました",
        "送ったのはプリカの番号です",
        "PayPayで5000円送ってしまった",
        "iTunesのコードを教えてしまった",
        "I sent him a gift card code",
        "already sent two steam cards",
        "what i sent was a card number",
        "i gave them the codes of an amazon card",
        "I sent him 50 dollars in bitcoin",
        "it was gift card codes i sent",
    ],
)
def test_codes_cards_and_coins_are_money(text: str, tables: Tables) -> None:
    assert read(text, tables=tables, context=Context(known=THREATENED)).facts["paid"] == "money"


@pytest.mark.parametrize(
    "text",
    [
        "もう1枚送っちゃった",
        "裸の写真を2枚送ってしまいました",
        "コードじゃなくて写真を送っちゃった",
        "i sent him two more pics",
        "sent nudes",
    ],
)
def test_images_stay_images(text: str, tables: Tables) -> None:
    assert read(text, tables=tables, context=Context(known=THREATENED)).facts["paid"] == "images"


@pytest.mark.parametrize(
    "text",
    [
        "カードのコードを送れって言われてる",
        "ギフトカードを買えって言われた。買ってない",
        "コードを送ったらどうなりますか",
        "should i send the code",
        "he asked for a gift card code, i didn't send it",
    ],
)
def test_a_code_that_was_not_sent_is_not_paid(text: str, tables: Tables) -> None:
    assert "paid" not in read(text, tables=tables, context=Context(known=THREATENED)).facts


@pytest.mark.parametrize(
    ("paid", "text"),
    [
        ("money", "いや、写真は送ってない。送ったのはコードです"),
        ("", "裸とか送ってないです"),
        ("", "画像を送ったわけじゃないです"),
        ("money", "I didn't send any photos! I sent a gift card code"),
        ("", "i never sent him nudes"),
        ("", "no i have not sent any pictures"),
    ],
)
def test_images_that_were_never_sent_are_taken_back(paid: str, text: str, tables: Tables) -> None:
    known = {**THREATENED, "paid": "images"}
    after = merge(known, read(text, tables=tables, context=Context(known=known)).facts)
    assert after.get("paid", "") == paid


@pytest.mark.parametrize("text", ["もう1枚送っちゃった", "また2枚送りました。コード"])
def test_after_that_one_more_is_no_image(text: str, tables: Tables) -> None:
    known = {**THREATENED, "paid": "money", "denied": ("images",)}
    assert read(text, tables=tables, context=Context(known=known)).facts.get("paid", "money") == "money"


@pytest.mark.parametrize(
    "text",
    ["no i did not send photos, it was gift card codes i sent", "写真なんて送ってません、送ったのはカードの番号です"],
)
def test_who_was_answered_about_images_and_sent_a_code_takes_them_back(text: str, tables: Tables) -> None:
    context = Context(known=THREATENED, said=("heard.threat", "question.threat_sent_more.any"))
    found = read(text, tables=tables, context=context).facts
    assert (found["paid"], found["denied"]) == ("money", ["images"])
