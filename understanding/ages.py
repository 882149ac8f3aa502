"""Finds ages and school years as people write them: 14, 15f, 高2, jk2, 中学生, "17 in the photo"."""

import re
from collections.abc import Callable
from typing import List, NamedTuple

from understanding.age_forms import MORE
from understanding.spelled_numbers import NUMBERS

ADULT_FROM = 18
YOUNGEST, OLDEST = 3, 99


class Age(NamedTuple):
    """An age found in a text: its position, its text, and the youngest age in years that it can mean."""

    start: int
    end: int
    value: str
    youngest: int


_SCHOOL = {"小": 6, "中": 12, "高": 15}
_YEARS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_NUMBER = r"(?P<years>[1-9][0-9]?)"
_NOT_BEFORE = r"(?<!over )(?<![0-9./:#\-$¥£€])"
_NOT_AFTER = r"(?![0-9%\-]|[./:,][0-9])"
_NO_UNIT = (
    r"(?! ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?(?! ?-?olds?\b)|yrs?(?! ?-?olds?\b)|times|people|persons?|ppl|am(?! i\b)|pm|photos?|pics?|pictures|"
    r"women|men\b|images|videos?|fakes?|nudes?|posts?|sites?|places|copies|links|urls?|accounts?|followers|friends|messages|comments|views|likes|dollars?|bucks|usd|thousand|million|hundred|grand|"
    r"yen|euros?|pounds?|percent|k|km|miles|girls|boys|guys|kids|students|of (?:us|them|the|my)|more|other|different|or so|%|st|nd|rd|th|"
    r"分|時|日|週|ヶ月|か月|カ月|月|年|回|人|枚|件|個|円|万|千|組|番|号|本|階|通|つ)(?![a-z]))"
)
_BE = (
    r"(?:i'?m|im|i am|i was|i turned|me|aged?|she'?s|he'?s|they'?re|she is|he is|she was|he was|we'?re|we are|we were|both|all|turned|turning|was|is|are|were)"
    r"(?: (?:just|only|still|now|currently|actually|already|like|about|around|almost|nearly|barely|really|both|all|a|turned|turning))*"
)
_COUNTED_JA = r"(?:です|でした|っす|やで|やけど|やねん|やから|や(?:$|。)|なんです|だけど|だけれど|なんだけど|だよ|だった|だから|なので|なのに|になっ|になりま|になった|になる|(?:の|ん)(?:とき|時(?!間)|頃|ころ)|とき|頃|じゃな|の(?:女|男|娘|息子|妹|弟|子(?!供)|会社員|サラリーマン|ol|主婦|専業|学生|大学生|社会人|フリーター|看護師|公務員|教[員師]|保育士|介護士|派遣|パート|独身|既婚|バツイチ|無職|ニート|おば|おじ|おっさん|ママ|パパ|自分|私|俺|僕|わたし|あたし|高[1-3校]|中[1-3学]|jk|jc|dk)|で(?=[、一独結働仕子既無専]|大学|社会|会社|主婦|フリー|高校|バイト)|に?なったば|に?なりたて)"
_BESIDE_JA = r"(?:(?:いま|今|現在)は?|妹|弟|姉|兄|娘|息子|孫|彼女|友達|俺|私|僕)"
_PATTERNS = [
    (
        re.compile(
            _NOT_BEFORE
            + _NUMBER
            + r" ?(?:歳|才|さい|sai\b)(?!未満|以下の(?:人|方|子)|以上の(?:人|方)|差|も?(?:年)?[上下])"
        ),
        "years",
    ),
    (re.compile(_NOT_BEFORE + _NUMBER + r"(?: ?-? ?(?:years?|yrs?)[ -]{0,3}olds?| ?yo| ?y/o|-?year-?old)\b"), "years"),
    (
        re.compile(
            r"\b(?:i am|i'?m|im|i have|she is|he is|she has|he has|aged?) "
            + _NUMBER
            + r" ?(?:years?|yrs?)\b(?! (?:ago|later|of|in|and|older|younger|now))"
        ),
        "years",
    ),
    (
        re.compile(
            r"(?<![0-9./:#\-$¥£€第数稿はa-zァ-ヶー])(?P<years>[1-7][0-9])(?="
            + _COUNTED_JA
            + r")|(?<=[私僕俺齢歳娘子母在分真像画顔今在まの時女妹弟姉兄友夫妻徒]は)(?P<after_topic>[1-7][0-9])(?="
            + _COUNTED_JA
            + ")"
        ),
        "years",
    ),
    (re.compile(r"\b" + _BE + r" " + _NUMBER + _NOT_AFTER + _NO_UNIT + r"(?![a-z])"), "years"),
    (
        re.compile(
            _NOT_BEFORE
            + r"(?<!year )(?<!grade )(?<!class )(?<!form )(?P<years>1[0-9]|2[0-9]) ?[/,]? ?(?:f|m|nb|female|male|fem|girl|boy)\b(?! (?:and|was|who) )"
        ),
        "years",
    ),
    (
        re.compile(
            r"\b(?:f|m|nb|female|male|girl|boy) ?[/,]? ?(?P<years>1[0-9]|2[0-9])" + _NOT_AFTER + _NO_UNIT + r"(?![a-z])"
        ),
        "years",
    ),
    (
        re.compile(
            _NOT_BEFORE
            + _NUMBER
            + r" (?:in|when|on) (?:the|that|it|this|those|these|my) ?(?:old )?(?:photo|picture|pic|image|selfie|video|was)?"
        ),
        "years",
    ),
    (
        re.compile(
            r"\bwhen (?:i|she|he|we|they) (?:was|were|turned) (?:like |about |only |just )?"
            + _NUMBER
            + _NOT_AFTER
            + _NO_UNIT
        ),
        "years",
    ),
    (
        re.compile(
            r"\b(?:age|aged|age of|(?:me|her|him|us|myself|taken|photos?|pics?|pictures?) at(?: age)?) (?P<years>[89]|[1-7][0-9])"
            + _NOT_AFTER
            + _NO_UNIT
            + r"(?![a-z])"
        ),
        "years",
    ),
    (
        re.compile(
            _NOT_BEFORE
            + r"(?P<years>1[0-9]|[2-7][0-9]) (?:then|now|back then|at the time|currently|here|btw|already)\b(?! (?:are|have|we|he|she|they|is) \w)"
        ),
        "years",
    ),
    (
        re.compile(
            r"(?:^|(?<=[.!?\n,] )|(?<=[.!?\n,(]))(?<![0-9][.,])(?P<years>1[0-9]|[2-7][0-9])(?=$|[,.!?)\n](?!\d)| (?:btw|here|and|but|so|from|in japan|if)\b)(?! and \d)"
        ),
        "years",
    ),
    (re.compile(r"(?:^|(?<=[、。\n!?(（は]))(?P<years>1[0-9]|[2-7][0-9])(?=で、|で(?:す)?$|$|[、。)）])"), "years"),
    (
        re.compile(
            r"(?<![二三四五六七八九にんごくち])(?P<spelled>"
            + "|".join(sorted(NUMBERS, key=len, reverse=True))
            + r")(?:歳|才|さい|に(?:なり|なる|なっ)|(?=です)|[ -]years?[ -]olds?)"
        ),
        "spelled",
    ),
    (
        re.compile(
            r"\b(?:"
            + _BE
            + r"|when (?:i|she|he|we) (?:was|were)) (?P<spelled>[a-z]+teen|twelve|eleven|twenty)\b(?![ -](?:minutes?|hours?|days?|weeks?|months?|photos?|pics?|people|times|dollars|posts|of))"
        ),
        "spelled",
    ),
    (
        re.compile(
            r"(?<![最年一大])(?P<school>[小中高])(?:学|校)?(?:の)?(?P<grade>[1-6一二三四五六])(?![0-9人日回枚時分つ十])(?:年生?)?(?!から|の頃から|の時から|のころから|のときから|の?(?:グループ|グル(?![ァ-ヶ])|line|ライン|クラスline|フロア|廊下|教室))"
        ),
        "school",
    ),
    (
        re.compile(
            r"(?:^|(?<=[.!?\n,] ))(?P<spelled>[a-z]+teen|twelve|eleven|twenty)(?=$|[.,!?]| (?:here|btw|in the|years|now|then))"
        ),
        "spelled",
    ),
    (re.compile(_NOT_BEFORE + r"(?P<years>1[0-9]|[2-7][0-9]) ?[/、, ]? ?(?:女|男|♀|♂)(?![の子性])"), "years"),
    (
        re.compile(r"^(?P<years>1[0-9]|[2-7][0-9])(?= [ぁ-ゖァ-ヶ一-龥])(?! ?[人枚件分時日月回万円個本通秒点階番])"),
        "years",
    ),
    (
        re.compile(
            r"(?<=[ぁ-んァ-ヶー一-龥a-z] )(?P<years>1[0-9]|[2-7][0-9])(?= (?:自分|私|わたし|あたし|俺|僕|本人|女|男|独身|会社員|学生|主婦|[ぁ-ん]))"
        ),
        "years",
    ),
    (re.compile(_BESIDE_JA + r"(?P<years>1[0-9]|[2-7][0-9])(?=$|[、。,!?俺私僕妹弟])"), "years"),
    (
        re.compile(r"(?P<word>(?:18|20|二十歳|はたち)(?:歳)?(?:は|を)?(?:もう)?(?:過ぎ|超え|越え|すぎ)(?:て|た))"),
        "adult",
    ),
    (
        re.compile(
            r"(?P<kana>しょ|ちゅ|こう)(?:う?がく|うがっこう|こう)(?:の)?(?P<grade>[1-6一二三四五六])(?:ねん|年)(?:せい|生)?"
        ),
        "kana_school",
    ),
    (re.compile(r"\b(?P<kind>jk|jc|dk|dc|js)(?P<grade>[1-6])?(?![a-z])"), "net"),
    (
        re.compile(
            r"(?P<word>小学生|小学校|しょうがくせい|中学生|ちゅうがくせい|中坊|高校生|こうこうせい|女子高生|男子高生|(?<!大)中学(?:校)?の(?:とき|時|頃|ころ)|高校の(?:とき|時|頃|ころ)|(?:小学校|中学校?|高校)の(?:修学旅行|文化祭|体育祭|運動会|卒業式|入学式|制服の写真|部活の写真)|中学(?:校)?時代|高校時代|(?:中学|高校)に?(?:入る|上がる|あがる)前|未成年|みせいねん|18歳未満|中学の卒(?:アル|業アルバム|業写真)|高校の卒(?:アル|業アルバム|業写真)|小学校の卒(?:アル|業アルバム|業写真))"
        ),
        "word",
    ),
    (
        re.compile(
            r"\b(?P<word>elementary school(?:er)?|hs (?:student|kid|freshman|sophomore|junior|senior)|(?:freshman|sophomore|junior|senior)(?: year)? (?:in|of|at) (?:hs|high ?school)|before (?:i (?:started|went to|got into) )?high ?school|primary school|middle[ -]?school(?:er)?|junior high|(?<!guy from )(?<!friend from )(?<!people from )(?<!girl from )(?<!boy from )(?<!someone from )(?<!ex from )high[ -]?school(?:er)?(?! teacher| friends?\b)|highschool(?:er)?|underage|a minor|minors|under ?(?:18|eighteen|age)|u18|teenager|teen)\b(?! ago)"
        ),
        "word",
    ),
    (re.compile(r"\b(?P<grade>[1-9]|1[0-2])(?:st|nd|rd|th)[ -]?grade(?:r|rs)?\b"), "us_grade"),
    (
        re.compile(
            r"(?<!since )(?<!from )\bgrade (?P<grade>[1-9]|1[0-2])\b(?! (?:group|chat|gc|line|class chat|kids|hall\w*|floor|party|trip))"
        ),
        "us_grade",
    ),
    (re.compile(r"\byear (?P<grade>[7-9]|1[0-3])\b(?! ago)"), "uk_year"),
    (
        re.compile(
            r"(?P<word>大学生|大学[1-4一二三四]年|専門学生|短大生|社会人|成人済み|成人です|成人して|(?:いい|立派な|ちゃんとした)(?:大人|年(?:した|の)?大人)|成人なので|成人だ|新成人|大人になって|大人です|大人だけど|大人なので|大人なんです|もう大人|はたち|ハタチ|二十歳|[2-6]0代|アラサー|アラフォー|(?:20|18)歳以上です(?!か))"
        ),
        "adult",
    ),
    (
        re.compile(
            r"\b(?P<word>university student|uni student|college student|(?:i'?m|im|i am|we'?re|we are|all|she'?s|she is|he'?s|he is|both|was|were)(?: (?:a|an|all|both|already|now|fully|very much|definitely|totally|legally|obviously|long since|of us|are|is))* (?:grown[ -]?up|fully grown|grown(?: (?:woman|man|adult|ass \w+))?(?=$|[.,!]| (?:woman|man|adult|ass))|adults?|of age|(?:well |way |long )?(?:over|past) (?:18|[2-6]0|21|eighteen|twenty|thirty))|grown[ -]?up(?:s)?(?! (?:to|about|i))|(?:^|as )(?:a )?grown (?:man|woman)|(?:an )?adult in (?:the|it|that|all)|^(?:an )?adults?(?=$|[,.! ](?! ?(?:site|content|video)))|^fully grown\b|(?:way|well|long) past (?:18|20|21|30|40|50)\b|well into my (?:twenties|thirties|forties|fifties|[2-6]0'?s)|over (?:18|20|21)(?! (?:photos?|pics?|people|posts?|times|accounts?|images))|(?:18|20|21) or over|in (?:my|her|his|our|their) (?:early |mid |late |mid-|late-|early-)?(?:twenties|thirties|forties|fifties|[2-6]0'?s)|(?:early |mid |late )?(?:20|30|40|50)s f?m?)\b"
        ),
        "adult",
    ),
]
_OTHER_GRADES = {"us_grade": 5, "uk_year": 4}
_KANA_SCHOOL = {"しょ": "小", "ちゅ": "中", "こう": "高"}
_NET_SCHOOL = {"jk": "高", "dk": "高", "jc": "中", "dc": "中", "js": "小"}
_WORD_YOUNGEST = {
    "小学生": 6,
    "小学校": 6,
    "しょうがくせい": 6,
    "elementary school": 6,
    "elementary schooler": 6,
    "primary school": 6,
    "中学生": 12,
    "ちゅうがくせい": 12,
    "中坊": 12,
    "中学時代": 12,
    "中学校時代": 12,
    "middle school": 12,
    "middle schooler": 12,
    "junior high": 12,
}
_DEFAULT_TEEN = 15
_SCHOOLS: "dict[str, Callable[[re.Match[str]], str]]" = {
    "school": lambda match: match["school"],
    "net": lambda match: _NET_SCHOOL[match["kind"]],
    "kana_school": lambda match: _KANA_SCHOOL[match["kana"]],
}
"""How each kind of school year names its school."""


def _years(match: "re.Match[str]", kind: str) -> int:
    if kind == "years":
        return int(match["years"] or match["after_topic"])
    if kind == "spelled":
        return NUMBERS.get(match["spelled"], 0)
    if kind in _SCHOOLS:
        school = _SCHOOLS[kind](match)
        grade = match["grade"] or "1"
        return _SCHOOL[school] + int(_YEARS.get(grade, grade)) - 1
    if kind in _OTHER_GRADES:
        return int(match["grade"]) + _OTHER_GRADES[kind]
    if kind == "adult":
        return ADULT_FROM
    word = match["word"]
    return _WORD_YOUNGEST.get(word, 6 if word.startswith("小学") else 12 if word.startswith("中学") else _DEFAULT_TEEN)


def ages(text: str) -> List[Age]:
    """Return the ages in a normalised text from left to right, without overlaps."""
    found: List[Age] = []
    for pattern, kind in (*_PATTERNS, *MORE):
        for match in pattern.finditer(text):
            years = _years(match, kind)
            value = str(years) if kind in ("years", "spelled") else match[0].strip()
            if YOUNGEST <= years <= OLDEST and not any(
                age.start < match.end() and match.start() < age.end for age in found
            ):
                found.append(Age(match.start(), match.end(), value, years))
    return sorted(found)


def band(found: List[Age], *, about_self: bool) -> str:
    """Return `under_18`, `adult` or `` (unknown) for the person in the image.

    One age under 18 is enough for `under_18`: treating an adult as a child costs little, the reverse costs much. An adult
    age counts only if people write about themselves: a mother's 40 says nothing about her daughter.
    """
    if any(age.youngest < ADULT_FROM for age in found):
        return "under_18"
    return "adult" if found and about_self else ""
