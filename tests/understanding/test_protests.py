"""Who was misread, and says so, is told sorry; who only denies or tells is not."""

import pytest

from understanding.asking import asks, protests
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "いや、答えになってないんだけど",
        "そういうことじゃなくて、電話のほう",
        "は？なにそれ",
        "ほっとすんな、今送られたんだって",
        "そんなこと聞いてないです",
        "that's not what i asked",
        "You're not listening to me.",
        "what?? nobody is following me",
        "why are you glad?? im not ok",
        "I just said she is 13",
    ],
)
def test_a_protest(text: str) -> None:
    assert protests(normalise(text))


@pytest.mark.parametrize(
    "text",
    ["いいえ、Xです", "そうです", "先生にはまだ言ってない", "no, it's on instagram", "i said no to him", "what can i do?", "he isn't listening to me"],
)  # fmt: skip
def test_no_protest(text: str) -> None:
    assert not protests(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "no no you understand wrong",
        "are you reading me??",
        "you are wrong again",
        "that's not what happened",
        "you dont hear me",
        "you misunderstand, i am not him",
        "did you even read what i wrote",
        "you keep saying the same wrong thing",
        "stop. you write that i did it",
        "違います、そういう話ではありません",
        "そうじゃなくて、消し方を知りたい",
        "読んでますか？",
        "私の話、ちゃんと読んでます？",
        "勘違いしてませんか",
        "またその話ですか、違うって言ってるのに",
        "さっきも言ったけど脅されてない",
    ],
)
def test_who_says_that_they_were_misunderstood_protests(text: str) -> None:
    assert protests(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "am i wrong to be angry",
        "he is wrong",
        "what happened to me is not ok",
        "is he reading my messages",
        "you are right, thank you",
        "what if you are wrong about the police",
        "no idea, what do you think",
        "stop, he says. you said to block him",
        "違う写真も出てきた",
        "全然違う人の顔です",
        "メッセージ、既読ついて読んでます。返事はない",
        "彼は違いますって言い張る",
        "勘違いされたくない",
        "息子は違うと言っています",
    ],
)
def test_who_tells_what_is_wrong_elsewhere_does_not_protest(text: str) -> None:
    assert not protests(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "聞きたいのは、月曜まで待っていいのかどうかです",
        "それより質問に答えてほしいです",
        "ありがとう。でも聞いたのは会社の人のことなんだけど",
        "質問無視された",
        "息の話じゃないです",
        "my question was about my own account",
        "what i asked is if i can delete it",
        "i asked about my brother",
    ],
)
def test_who_says_what_they_asked_protests_and_asks(text: str) -> None:
    assert protests(normalise(text))
    assert asks(normalise(text))
