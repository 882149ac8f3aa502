"""The language of a text: Japanese, English, a third one, or none that can be told."""

import pytest

from understanding.language import language_of
from understanding.language_wish import wished_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "watashi no shashin ga net ni agerareteru"),
        ("ja", "削除依頼"),
        ("ja", "性的画像拡散"),
        ("ja", "被害届"),
        ("ja", "我慢できない"),
        ("ja", "tomodachi ni tsukurareta"),
        ("ja", "dousureba ii"),
        ("en", "haha ok thanks"),
        ("en", "help"),
        ("en", "im scared mama"),
        ("en", "my sensei posted a picture of me"),
        ("en", "it's on X"),
        ("en", "la la land"),
        ("other", "我的照片被发到网上了"),
        ("other", "请帮帮我"),
        ("other", "怎么删除照片"),
        ("other", "有人做了我的假裸照"),
        ("other", "제 사진이 퍼졌어요"),
        ("other", "도와주세요"),
        ("other", "ảnh của tôi bị đăng lên mạng"),
        ("other", "giúp tôi với"),
        ("other", "toi bi dang anh khong biet lam sao"),
        ("other", "alguém postou minha foto"),
        ("other", "fizeram uma foto nua minha, me ajuda por favor"),
        ("other", "minha filha tem 14 anos"),
        ("other", "may nag post ng litrato ko"),
        ("other", "tulong po, na-leak yung photos ko"),
        ("other", "quelqu'un a publié mes photos"),
        ("other", "je suis mineure et on a fait une fausse photo de moi"),
        ("other", "alguien publicó fotos mías desnuda"),
        ("other", "necesito ayuda con una foto falsa"),
        ("other", "मेरो फोटो कसैले राख्यो"),
        ("other", "mero photo haru kasaile post garyo"),
        ("", "tiktok"),
        ("", "17"),
        ("", "Yuki"),
        ("", "😢"),
    ],
)
def test_the_language_is_known_by_script_and_words(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "sorry my english is bad, i am from vietnam. a man made naked picture of me with AI",
        "excuse me, I'm not good at English but I need help with one thing",
    ],
)
def test_who_excuses_their_english_and_goes_on_in_it_wishes_for_nothing(text: str) -> None:
    assert wished_language(text, current="en") == ""
