"""Ages as they are spelled out, and the less common words for one: 五十八歳, じゅうろく, `seventy-one`, `around 30`, アラフォー."""

import re

_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_KANA = {
    "いち": 1, "に": 2, "さん": 3, "よん": 4, "し": 4, "ご": 5, "ろく": 6, "なな": 7, "しち": 7, "はち": 8, "きゅう": 9, "く": 9,
}  # fmt: skip
_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
}  # fmt: skip
_TEENS = {
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_THEN_JA = r"(?=歳|才|さい|です|すぎ|くらい|ぐらい|前|でした|だ(?:けど|よ|から|$)|なん(?:です|だ)|の(?:女|男|とき|時|頃|ころ|私|自分|会社員|主婦)|代|過ぎ|手前|っす|やで|やけど|に(?:なり|なる|なった)|、|。|$)"
_SPELLED_KANJI = re.compile(
    r"(?<![一-龥])(?=[二三四五六七八]十|十[一二三四五六七八九])(?P<tens>[二三四五六七八]?)十(?P<ones>[一二三四五六七八九]?)"
    + _THEN_JA
)
_SPELLED_KANA = re.compile(
    r"(?<![ぁ-ん])(?P<tens>に|さん|よん|ご|ろく|なな|はち)?じゅう(?P<ones>"
    + "|".join(_KANA)
    + r")(?=さい|です|だよ|だけど|$|。|、)"
)
_SPELLED_EN = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{'|'.join(_ONES)}))?\b(?![- ]?(?:somethings?|ish)\b)|\b(?P<teen>{'|'.join(_TEENS)})\b"
)


_BOARDS = re.compile(r"\d+ ?(?:ちゃん(?:ねる)?|チャン(?:ネル)?|chan\b|kun\b|ch\b)")


def without_boards(text: str) -> str:
    """Return the text without names like 5ch and 8kun, whose number is nobody's age."""
    return _BOARDS.sub(" ", text)


def in_digits(text: str) -> str:
    """Return the text with numbers that can be an age in digits: `五十八歳` is `58歳`, `i'm seventy-one` is `i'm 71`."""
    text = _SPELLED_KANJI.sub(lambda match: _number(match["tens"], match["ones"], words=_KANJI), text)
    text = _SPELLED_KANA.sub(lambda match: _number(match["tens"], match["ones"], words=_KANA), text)
    return _SPELLED_EN.sub(_english, text)


def _number(tens: "str | None", ones: "str | None", *, words: "dict[str, int]") -> str:
    return str(words.get(tens or "", 1) * 10 + words.get(ones or "", 0))


def _english(match: "re.Match[str]") -> str:
    if match["teen"]:
        return str(_TEENS[match["teen"]])
    return str(_TENS[match["tens"]] + _ONES.get(match["ones"] or "", 0))


MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)\b"
_DECADE = r"(?:2[0-9]|[3-7][0-9])"
MORE = (
    (
        re.compile(
            rf"(?P<word>(?<![0-9a-z.])(?:{_DECADE}(?:くらい|ぐらい|前後|手前|ちょい|(?:を)?(?:過ぎ|すぎ)(?:た|て)?)(?:です|だ|の(?:女|男|主婦|おばさん|おじさん|おばちゃん|おじちゃん|おっさん|ババア|独身)|ます|$|、|。)|三十路|四十路|アラ還|還暦|古希|中年|大学院生?|院生|短大(?:生|の?[12]年)|専門(?:学校)?(?:生|の?[1-4]年)|大学(?:生)?の(?:とき|時|頃|ころ)|大学の卒(?:アル|業アルバム|業写真)|成人式の(?:写真|画像|とき|振袖)))"
        ),
        "adult",
    ),
    (
        re.compile(
            rf"(?P<word>(?:^|(?<=[,.!?] )|(?<=i'm )|(?<=im )|(?<=i am ))(?:about my age,? )?(?:around|about|roughly|maybe|probably|like|approximately) {_DECADE}(?=$|[,.!?])|\b{_DECADE} ?ish\b|\b(?:twenty|thirty|forty|fifty|sixty|{_DECADE})[- ]?somethings?\b|(?:^|\b(?:i'm|im|i am|in my|in her|in his) )(?:early|mid|late)[- ](?:twenties|thirties|forties|fifties|sixties)\b|\bmiddle[- ]aged\b|^legal age\b|\b(?:of|at|over) legal age\b|^(?:18|20|21) ?\+$|\b(?:grad|graduate|phd|postgrad|master'?s|undergrad|law|med) student\b|\b(?:college|uni|university) (?:freshman|sophomore|junior|senior|kid|guy|girl)\b|^(?:uni|college|university)(?:,| \w+ year)|(?:photo|pic|picture|image|video|one|it)s?(?:'s| is| was| are)? from (?:college|uni|university)\b|when i was in (?:college|uni|university)\b)"
        ),
        "adult",
    ),
    (
        re.compile(
            r"^(?:almost|nearly|only|just|barely|still|like|about|sweet)(?: even| quite| like)? (?P<years>1[0-9]|[2-7][0-9])(?=$|[,.!?]| (?:yet|in|next|and|but|so|btw|lol)\b)"
        ),
        "years",
    ),
    (re.compile(r"(?<=^not )(?P<years>1[0-9]|[2-7][0-9])(?= yet)"), "years"),
    (re.compile(r"^(?:hi |hello |hey |so )*(?:i(?:'m| am) )?(?P<years>1[0-9]|[2-7][0-9]) ?(?:years?|yrs?|y|(?:and a half))(?=[.!,]|$)(?!, (?:that|and (?:he|she|it|they|still)|he|she|they|it))"), "years"),
    (re.compile(r"\bso (?:i'?m |like |about )?(?P<years>[89]|1[0-9])(?=$|[.,!?]| (?:i think|now|yo|btw)\b)"), "years"),
    (re.compile(rf"(?<![0-9$:./-])(?P<years>1[0-9])(?= (?:in|this|next|come) (?:{MONTHS}))"), "years"),
    (re.compile(r"\b(?:my )?age ?[:=] ?(?P<years>[89]|[1-7][0-9])(?![0-9])"), "years"),
    (re.compile(r"(?<![0-9a-z.])(?P<years>1[0-9]|[2-7][0-9])か[1-7][0-9](?=$|[、。]|歳|才|です|だ|くらい)"), "years"),
    (re.compile(r"(?<![0-9a-zァ-ヶー第数])(?P<years>1[0-9]|[2-7][0-9])(?:ちゃい|なりたて|になりたて)"), "years"),
    (re.compile(r"(?<=たの)(?P<years>[89]|1[0-9]|[2-7][0-9])(?=、|。|$|です|のとき)"), "years"),
    (re.compile(r"(?:(?<=\bi'm )|(?<=\bim )|(?<=\bi am ))(?P<years>[89]|1[0-9])(?= (?:and|but|so|can|could|may|is|do|does|will|my|who|they|he|she|someone|somebody|people|please|pls)\b)"), "years"),
    (re.compile(r"(?:(?<=\bi have )|(?<=\bshe have )|(?<=\bshe has ))(?P<years>1[0-9]|[2-7][0-9])(?=,? (?:and )?(?:he|she|they) (?:has|have)\b)"), "years"),
    (re.compile(r"(?<=[はも])(?P<years>1[0-9]|[2-7][0-9])(?=とか(?:$|[。、だで])|とかそ)"), "years"),
    (re.compile(r"(?P<school>高)専(?:の)?(?P<grade>[1-3])年"), "school"),
    (re.compile(r"(?P<word>\bnot (?:yet |really |quite )?(?:an )?(?:adult|grown[- ]?up)\b)"), "word"),
)  # fmt: skip
"""Further patterns with their kinds, as understanding/ages.py reads them."""
