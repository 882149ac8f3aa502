"""What has happened to an image."""

import pytest

from understanding.context import Context
from understanding.facts.state import read_state
from understanding.gazetteer import Tables
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ('threatened', "he says he'll send it to my school"),
        ('posted', 'someone posted fake nudes of me on x'),
        ('posted', 'ツイッターに裸の画像を上げられた'),
        ('threatened', '裸の写真送らないと家族にばらすって言われてる'),
        ('made', 'クラスの人に偽の裸の画像を作られました'),
        ('made', 'まだ投稿されてないです'),
        ('shown_around', 'LINEグループで回されてる'),
        ('shown_around', 'they are passing it around at school'),
        ('posted,found_in_search', 'it comes up when you google my name'),
        ('posted,found_in_search', '名前で検索すると出てくる'),
        ('refused', 'twitter said no violation'),
        ('refused', '違反なしって返ってきた'),
        ('posted,back_again', '消してもまた上がってくる'),
        ('posted,back_again', 'it keeps coming back'),
        ('', "i'm scared it will be posted"),
        ('', '拡散されたらどうしよう'),
        ('threatened', "i'm being blackmailed"),
        ('threatened', "pay or he'll leak it"),
        ('made', "my boyfriend made a deepfake of me but hasn't posted it"),
        ('posted', '画像が拡散されてる'),
        ('threatened', '拡散するぞって'),
        ('threatened,made', '友達が作った裸の画像で脅されてる'),
        ('', 'what should i do'),
        ('posted', "it's on telegram"),
        ('posted', 'my nudes got leaked'),
        ('posted,refused', 'posted on insta and they refused to remove it'),
        ('', '投稿される前に止めたい'),
        ('shown_around', 'クラスのグループで男子が回してる'),
        ('posted', 'エロサイトに載ってる'),
        ('', 'he is not threatening me'),
        ('shown_around', 'everyone at school has seen it'),
    ],
)  # fmt: skip
def test_the_state_is_what_has_happened_and_not_what_is_feared(state: str, text: str, tables: Tables) -> None:
    assert ",".join(read_state(normalise(text), tables=tables, context=Context()).get("state", [])) == state


@pytest.mark.parametrize(
    "text",
    [
        "本名はまだ出てないはず",
        "住所も学校もまだ晒されてない",
        "my real name isn't posted anywhere yet",
        "her school and number are not online so far",
    ],
)
def test_who_somebody_is_may_not_be_out_where_the_image_is(text: str, tables: Tables) -> None:
    assert "not_state" not in read_state(normalise(text), tables=tables, context=Context())
