"""Where an image is."""

import pytest

from understanding.context import Context
from understanding.facts.platform import read_platform
from understanding.gazetteer import Tables
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("platform", "not_platform", "text"),
    [
        ('line,instagram', '', 'LINEとインスタ'),
        ('', 'instagram', 'インスタじゃない'),
        ('instagram', 'x', 'Xじゃなくてインスタ'),
        ('', 'x', 'not on X'),
        ('instagram', '', 'no, Instagram'),
        ('unknown', '', '海外のサイトに載ってる'),
        ('unknown', '', 'some foreign site'),
        ('unknown', '', 'no idea where they posted it'),
        ('', '', 'no idea where he lives'),
        ('', '', 'どこに住んでるか知らない'),
        ('unknown', '', 'どこに上がってるかわからない'),
        ('', '', 'LINEで相談できますか'),
        ('', '', 'can i talk to you on line'),
        ('', '', 'i googled how to delete it'),
        ('x', '', 'xに上げられた'),
        ('x,tiktok', '', 'on x and tiktok'),
        ('google_search', '', 'it comes up on google'),
        ('', '', 'google translate'),
        ('instagram', 'tiktok', "it's not on tiktok, it's on insta"),
        ('discord', '', 'ディスコの鯖で'),
        ('', 'line', 'LINEはやってない'),
        ('telegram,unknown', '', 'telegram and some russian site'),
        ('adult_site', '', 'エロサイト'),
        ('unknown', '', "i don't know what site it is"),
        ('snapchat', '', 'he added me on snap'),
        ('facebook', 'instagram', 'not insta but facebook'),
        ('pornhub', '', 'its on pornhub'),
        ('', '', "it's not only me"),
        ('tiktok', '', 'not only on tiktok'),
        ('', '', 'tell my mother'),
        ('x', 'facebook', 'Facebookではなくて旧Twitterです'),
        ('unknown', '', 'サイト名がわからない'),
        ('', '', 'グーグルでここを見つけた'),
    ],
)  # fmt: skip
def test_places_are_read_and_denied_ones_kept_apart(
    platform: str, not_platform: str, text: str, tables: Tables
) -> None:
    read = read_platform(normalise(text), tables=tables, context=Context())
    assert ",".join(read.get("platform", [])) == platform
    assert ",".join(read.get("not_platform", [])) == not_platform


def test_a_correction_says_that_it_takes_the_place_of_what_was_known(tables: Tables) -> None:
    known = Context(known={"platform": ["x"]})
    read = read_platform("no, instagram", tables=tables, context=known)
    assert read == {"platform": ["instagram"], "corrected": ["platform"]}
    assert "corrected" not in read_platform("also on instagram", tables=tables, context=known)
