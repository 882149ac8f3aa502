"""Facts as they are told in the middle of a threat, a refusal, or a workplace."""

import pytest

from understanding.context import Context
from understanding.gazetteer import Tables
from understanding.going_on import asks_for_words
from understanding.normalise import normalise
from understanding.rules import read

THREATENED = Context(topic="threatened_extortion", known={"role": "self", "state": ["threatened"]})


@pytest.mark.parametrize("text", ["別のアカウントからまた連絡が来た", "he came back on a new account"])
def test_who_threatens_is_back_and_not_the_image(text: str, tables: Tables) -> None:
    assert "state" not in read(text, tables=tables, context=THREATENED).facts


@pytest.mark.parametrize(
    "text",
    [
        'X came back with "no violation"',
        "tiktok says they couldn't find anything wrong",
        "運営から問題ありませんって返事",
        "they found nothing wrong",
    ],
)
def test_a_refusal_is_read(text: str, tables: Tables) -> None:
    assert read(text, tables=tables, context=Context()).facts["state"] == ["refused"]


def test_an_account_that_writes_is_no_post(tables: Tables) -> None:
    text = "some account on insta says he has a nude of me"
    assert "posted" not in read(text, tables=tables, context=Context()).facts.get("state", [])


@pytest.mark.parametrize(
    "text",
    [
        "かいしゃの ひとが わたしの はだかの しゃしんを つくりました",
        "リーダーが私の裸の画像を作りました",
        "my supervisor make naked picture of me",
    ],
)
def test_a_colleague_who_made_one_of_the_writer_harms_the_writer(text: str, tables: Tables) -> None:
    facts = read(text, tables=tables, context=Context()).facts
    assert (facts.get("role"), facts["who"]) == ("self", "colleague")


@pytest.mark.parametrize(
    "text", ["言うとしたら、どんなふうに言えばいいですか", "how would I even say it", "なんて伝えたらいい？"]
)
def test_how_to_say_it_is_heard(text: str) -> None:
    assert asks_for_words(normalise(text))


@pytest.mark.parametrize(
    "text", ["母になんて言えばいい", "how do I tell my boss", "相手になんて返せばいいの", "what do i do"]
)
def test_who_names_somebody_is_left_to_the_question(text: str) -> None:
    assert not asks_for_words(normalise(text))


@pytest.mark.parametrize(
    "text", ["でんわ しないで そうだん できますか", "でんわは にほんごが むずかしいです", "can i do it without calling"]
)
def test_who_asks_for_another_way_than_the_phone_cannot_phone(text: str, tables: Tables) -> None:
    assert read(text, tables=tables, context=Context()).facts["cannot_phone"] == "yes"
