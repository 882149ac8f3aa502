"""Who says plainly that they did it is the maker, whatever they said before; who is accused and says no is not."""

import pytest

from understanding.context import Context
from understanding.facts.confession import confesses, denies
from understanding.facts.role import role_of
from understanding.normalise import normalise

AFTER_A_FRIEND = Context(known={"role": "friend"}, topic="helping_someone")

DID_IT = [
    "実は加工したの、ほとんど自分です",
    "友達って言ったけど、やったのは俺",
    "だから俺が作ったんだってば",
    "回した側の人間です",
    "僕が全部やりました",
    "I was the one who put her face in it",
    "ok, we made those pictures, me and Ken",
    "I'm the one that started it",
    "sorry, there is no friend, it was me. i did make it",
]
HARMED_OR_ACCUSED = [
    "写真を送ったのは私なので、責められますか",
    "投稿したのは自分の顔だけです",
    "俺が作ったって噂されてる",
    "作ったのは自分だと夫が認めた",
    "I sent it to him myself",
    "I made my account private",
    "they tell everybody that I made the pictures",
]
SAYS_NO = [
    "やってないのに、みんなに犯人だと言われる",
    "俺が回したことにされてる",
    "疑われてるけど、作ってないです",
    "濡れ衣を着せられました",
    "I was wrongly blamed for it",
    "everybody says it was me and I never did",
    "I didn't make any, they just think so",
]


@pytest.mark.parametrize("text", DID_IT)
def test_whoever_says_that_they_did_it_is_the_maker_also_after_a_friend(text: str) -> None:
    assert role_of(normalise(text), context=AFTER_A_FRIEND) == "maker"


@pytest.mark.parametrize("text", [*HARMED_OR_ACCUSED, *SAYS_NO])
def test_who_sent_their_own_image_or_is_accused_confesses_nothing(text: str) -> None:
    assert not confesses(normalise(text))


@pytest.mark.parametrize("text", SAYS_NO)
def test_who_is_accused_and_says_no_is_heard(text: str) -> None:
    assert denies(normalise(text))


@pytest.mark.parametrize(
    "text", ["I did nothing wrong", "まだ何もしていません", "誰にも言ってないです", "I never said yes", *DID_IT]
)
def test_nobody_else_denies_a_deed(text: str) -> None:
    assert not denies(normalise(text))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("クラスの子の写真を加工して売っていた。本人は認めている", "maker_parent"),
        ("私がクラスの子の写真を加工して売っていました", "maker"),
    ],
)
def test_a_deed_that_a_parent_tells_is_the_childs(text: str, role: str) -> None:
    assert role_of(normalise(text), context=Context(known={"role": "parent"})) == role


@pytest.mark.parametrize(
    "text",
    [
        "息子が大変なことをしてしまいました",
        "娘の件で、警察から話を聞きたいと連絡がありました",
        "my son has been accused by the school",
    ],
)
def test_a_parent_of_somebody_accused_is_a_makers_parent(text: str) -> None:
    assert role_of(normalise(text), context=Context()) == "maker_parent"


@pytest.mark.parametrize(
    "text",
    [
        "作ったのは私じゃないです。転送だけでも罪になりますか",
        "i didn't make it, i only forwarded it. it wasn't me who made it",
    ],
)
def test_who_told_that_they_passed_it_on_is_not_accused_by_saying_who_made_it(text: str) -> None:
    assert not denies(normalise(text), role="maker")


@pytest.mark.parametrize("text", ["俺じゃないのに犯人扱いされてる", "everyone says it was me. it wasn't me"])
def test_a_maker_by_mistake_may_say_that_they_are_accused(text: str) -> None:
    assert denies(normalise(text), role="maker")
