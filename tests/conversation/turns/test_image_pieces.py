"""Image data is found in whatever clothes it comes, and nothing that people write is taken for it."""

import base64
import csv
import hashlib
from pathlib import Path

import pytest

from bot.conversation.errors import MessageRefused
from bot.conversation.turns.clean_text import clean

DATA = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(20))
PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + DATA
CLOTHES = {
    "base64": base64.b64encode(PICTURE).decode(),
    "base64 for addresses": base64.urlsafe_b64encode(PICTURE).decode(),
    "base32": base64.b32encode(PICTURE).decode(),
    "small base32": base64.b32encode(PICTURE).decode().lower(),
    "base85": base64.b85encode(PICTURE).decode(),
    "ascii85": base64.a85encode(PICTURE).decode(),
    "hex": PICTURE.hex(),
    "capital hex": PICTURE.hex().upper(),
}
WORDS = {"ja": ("これが画像です", "消してください"), "en": ("this is the picture", "please take it down")}


def pieces_of(text: str, size: int, *, between: str) -> str:
    return between.join(text[at : at + size] for at in range(0, len(text), size))


def remains(text: str, secret: str) -> float:
    """Return how much of the data is still there, 0 to 1, by its own stretches of six characters."""
    stretches = [secret[at : at + 6] for at in range(0, len(secret) - 6, 6)]
    bare = "".join(text.split())
    return sum(stretch in bare for stretch in stretches) / len(stretches)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("between", [" ", "\n", "  \n", "\u3000"], ids=["space", "line", "both", "wide space"])
@pytest.mark.parametrize("size", [4, 8, 15, 19, 40, 59, 200])
@pytest.mark.parametrize("clothes", CLOTHES)
def test_data_in_pieces_is_cut_out_and_the_words_around_it_stay(
    clothes: str, size: int, between: str, language: str
) -> None:
    before, after = WORDS[language]
    cleaned = clean(f"{before}\n{pieces_of(CLOTHES[clothes], size, between=between)}\n{after}")
    assert cleaned.had_image
    assert remains(cleaned.text, CLOTHES[clothes]) < 0.1
    assert before in cleaned.text
    assert after in cleaned.text


@pytest.mark.parametrize("clothes", CLOTHES)
def test_data_without_a_gap_is_cut_out_however_it_is_dressed(clothes: str) -> None:
    cleaned = clean(f"これ {CLOTHES[clothes]} です")
    assert cleaned.had_image
    assert remains(cleaned.text, CLOTHES[clothes]) < 0.1


@pytest.mark.parametrize("between", [" ", ", 0x"])
def test_bytes_one_by_one_are_cut_out(between: str) -> None:
    assert remains(clean(pieces_of(PICTURE.hex(), 2, between=between)).text, PICTURE.hex()) < 0.1


WRITTEN = {
    "ja": (
        "アカウントは xX_dark_Xx と taro99 と hana2005 と kenji07 と mika_1122 と user84729 と abc12345 です。全部ブロックしました。",
        "LINEのIDは tanaka0812 です https://line.me/ti/p/AbCdEf123 に送られました https://x.com/abc/status/1234567890123456789",
        "iPhone15 と iPad Air と MacBook を使ってます。iCloud も Google Drive も iOS18 です。PayPay で 30,000円 払いました。",
        "ああああああああああ もうやだ WWWWWWWWWWWWW なんで??????? !!!!!!!!!!!!!!",
        "090-1234-5678 080-8765-4321 03-1234-5678 からかかってきます。番号は 0120-279-338 でした。",
        "gomen ne nihongo ga utenai kara romaji de kaku ne, watashi no shashin ga kakusan sarete ite mou dou sureba ii ka wakaranai",
        "送金先 bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq これを送れと言われました",
    ),
    "en": (
        "he uses xX_dark_Xx and taro99 and hana2005, kenji07, mika_1122, user84729, abc12345, JohnDoe_77, L1ttleB0y, xKillerx, and more every day",
        "JohnDoe77 MaryAnn02 xXDarkXx BigBoss99 CoolKid123 NightOwl88 RedFox2004 SkyWalker1 IceQueen5 MrX2020 are all his accounts",
        "I HAVE TOLD THEM 100 TIMES TO STOP AND THEY STILL POST IT ON X AND TIKTOK AND 4CHAN AND REDDIT AND I CANT TAKE IT ANYMORE PLEASE HELP",
        "my iPhone15 has iOS18, and my MacBook and iPad and iCloud and OneDrive and GitHub and YouTube and TikTok and PayPal are all logged in",
        "https://x.com/abc/status/1234567890123456789?s=20&t=AbCdEfGhIjKlMnOp and https://t.me/joinchat/AAAAAEkk2WdoDrB4-Q8-gg and "
        "https://drive.google.com/file/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ012345/view?usp=sharing please",
        "they want me to send btc to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq or 1BoatSLRHtKNngkdXEeobR76b53LETtpyT by tonight",
        "case numbers 2026-11-30-001, AB-1234567, RQ998877 and ticket #5531, #5532, #5533 from the platform, all closed without an answer",
        "WHY WHY WHY WHY WHY!!!!! aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ;_; T_T >_< :( :(( <3 </3",
        "wifi was sunflower-42!x, mail anna.smith+help@example.com, backup anna_s@example.org; i changed my password from Qwerty123! to something else",
        "at 10:30pm, 11:05pm, 11:40pm, 12:15am and 1:00am he called; on 11/28, 11/29 and 11/30 (3x a day) he wrote: 'u r dead', 'i kno where u live'",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in WRITTEN for text in WRITTEN[language]])
def test_nothing_that_people_write_is_taken_for_data(language: str, text: str) -> None:
    cleaned = clean(text)
    assert (language, cleaned.had_image, cleaned.text) == (language, False, text)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_sentence_we_have_is_taken_for_data_alone_or_in_company(root: Path, language: str) -> None:
    sentences: list[str] = []
    for file in sorted((root / "data" / "messages" / language).glob("*.tsv")):
        with file.open(encoding="utf-8") as opened:
            texts = [row["text"] for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)]
            sentences += [text for text in texts if "data:image" not in text]
    assert len(sentences) > 2000
    taken = [text for text in sentences if _is_taken_for_data(text)]
    together = ["\n".join(sentences[at : at + 12]) for at in range(0, len(sentences), 12)]
    taken += [text for text in together if _is_taken_for_data(text)]
    assert taken == []


def _is_taken_for_data(text: str) -> bool:
    try:
        return clean(text).had_image
    except MessageRefused:
        return False
