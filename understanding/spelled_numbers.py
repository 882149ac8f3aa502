"""Numbers in words, as ages are spelled in both languages."""

NUMBERS = {
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twelve": 12,
    "eleven": 11,
    "twenty": 20,
    "じゅうよん": 14,
    "じゅうご": 15,
    "じゅうろく": 16,
    "じゅうなな": 17,
    "じゅうはち": 18,
    "じゅうさん": 13,
    "じゅうに": 12,
    "にじゅう": 20,
    "にじゅっ": 20,
    "十二": 12,
    "十三": 13,
    "十四": 14,
    "十五": 15,
    "十六": 16,
    "十七": 17,
    "十八": 18,
    "十九": 19,
    "二十": 20,
}
NUMBERS.update(
    {
        f"{tens}十{ones}": 10 * (place + 2) + number
        for place, tens in enumerate("二三四五六七八九")
        for number, ones in enumerate(["", *"一二三四五六七八九"])
    }
)
"""The number of each word: 11 to 20 in English, kana and kanji, and 20 to 99 in kanji."""
