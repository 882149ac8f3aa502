"""How old the person in the image is, in it and now; whoever else's age is said is left out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from understanding.age_forms import MONTHS, in_digits, without_boards
from understanding.ages import ADULT_FROM, Age, ages
from understanding.context import Context
from understanding.people import (
    CHILD_EN,
    CHILD_JA,
    CLASSMATE_EN,
    FRIEND_EN,
    FRIEND_JA,
    HELPERS,
    PARTNER_EN,
    PARTNER_JA,
    PUPIL_EN,
    PUPIL_JA,
)

WRITER, HARMED, SHE, HE, EVERYBODY, OTHER, DOER = "writer", "harmed", "she", "he", "everybody", "other", "doer"
UNDER_18, ADULT, UNSURE = "under_18", "adult", "unsure"
_MAKERS = frozenset({"maker", "maker_parent"})
_PARENT_FROM, _LITTLE = 27, 6
"""The age from which one that a parent says is their own, and up to which a child named beside the writer is not in the image."""


class Said(NamedTuple):
    """An age, whose it is, and whether it is of now, of the time of the image, or unmarked (``)."""

    youngest: int
    number: int
    whose: str
    time: str


_OTHER_EN = (
    r"(?:the others|(?:some|the|two|three|those|other) (?:other )?(?:girls|boys|kids|people)(?! in it)|the (?:guy|boy|man|person|one who|dude|kid who|scammer|perpetrator|offender|blackmailer|maker)|some (?:guy|man|boy|dude)|a (?:guy|man|dude|stranger)|he who|my ex(?:[- ]\w+)?|my (?:\w+ )?(?:boss|teacher|coach|landlord|manager|uncle|step ?dad|neighbou?r|customer|tutor|principal)|"
    + CLASSMATE_EN
    + ")"
)
_OTHER_JA = r"(?:犯人|加害者|相手|元カレ|元彼|元夫|元カノ|男性?|男の(?:人|子)|おじさん|やつ|奴|あいつ|先輩|彼(?![女氏])|上司|店長|社長|部長|課長|コーチ|大家(?:さん)?|お客(?:さん)?|元[夫妻嫁]|義父|同級生|クラスの(?:男子|女子|子|人)|クラスメイト|脅してる人|送ってきた人|友達の親|母|父|親)"
_DID_JA = r"(?:作っ|やっ|つくっ|合成し|加工し|投稿し|送っ|晒し|載せ|流し|回し)た(?:の|子|人|やつ|奴|方)"
_BEFORE = (
    (EVERYBODY, re.compile(r"\b(?:we|we're|both|all of us|us|everyone in (?:it|the \w+)|everybody|all (?:are|were)|people in (?:it|the \w+)|some of us (?:are|were))\b|みんな|全員|二人とも|2人とも|3人とも|私たち|自分たち|友達も私も|写ってる(?:人|子)")),
    (HARMED, re.compile(rf"\b(?:{CHILD_EN}|{PUPIL_EN}|{PARTNER_EN}|{FRIEND_EN})|{CHILD_JA}(?!に|から)|{PUPIL_JA}(?!に|から)|(?:{PARTNER_JA}|{FRIEND_JA})(?!に|から)|本人|被害者|the (?:girl|victim|child)|(?:その|あの|被害に遭った|写ってる)子")),
    (OTHER, re.compile(rf"\b{_OTHER_EN}|{_OTHER_JA}(?=は|が|も|、|,|\(|（|\d|$| |で)")),
    (DOER, re.compile(_DID_JA)),
    (OTHER, re.compile(r"(?:うち|もう)?(?:の)?(?:一人|ひとり|1人)は|(?:ほか|他)の子は")),
    (SHE, re.compile(r"\b(?:she|she's|shes|her)\b")),
    (HE, re.compile(r"\b(?:he|he's|hes|him)\b")),
    (WRITER, re.compile(r"\b(?:i|i'm|im|i've|myself|i'll)\b|\bme(?=[ ,:(]*\d)|(?:私|わたし|あたし|自分|俺|僕|ぼく|おれ|うち|watashi|boku|ore)(?=は|が|も|、|,|って|今|$| |まだ|\d)")),
)  # fmt: skip
_ONLOOKER = re.compile(  # who may see it is not the one in the image: `if my 12 year old students see this`
    r"^(?:[- ]?(?:year|yr)s?[- ]?olds?)?(?: \w+){0,2} (?:sees?|saw|finds? (?:it|this|out)|hears?|knows?|looks? at|stumbles?)\b|^(?:の)?[^。、!?\n]{0,8}に(?:も|は|まで)?(?:見られ|見つか|バレ|ばれ|知られ|見せられ|笑われ)"
)
_PAST_LIFE = re.compile(  # a school year told with the writer's past, not with an image
    r"\bused to\b|\bself[- ]?harm\w*|\b(?:cut|cutting) (?:myself|my|in|since)\b|リスカ|リストカット|自傷|不登校|いじめられ"
)
_AFTER = (
    (HARMED, re.compile(rf"^(?:[- ]?(?:year|yr)s?[- ]?olds?)? ?(?:daughter|son(?!g)|kid\b|child|sister|brother|friend|student|pupil|girlfriend|niece|nephew|cousin|wife|stepdaughter|stepson)|^(?:の|で、?|に(?:なる|なった))?(?:{CHILD_JA}|{PUPIL_JA}|{PARTNER_JA}|{FRIEND_JA}|娘|息子|子ども|子供|担任|クラス)")),
    (OTHER, re.compile(rf"^(?:[- ]?(?:year|yr)s?[- ]?olds?)? ?(?:guy|man|dude|classmate|ex\b|stranger|boyfriend|teacher|(?:boy|girl|kid)s? (?:who|that|in|from|at)? ?(?:\w+ )?(?:made|did|posted|shared|sent|is behind))|^(?:の|くらいの|ぐらいの|ほどの|位の)?(?!男性?(?:です|だよ|。|$)){_OTHER_JA}|^,? (?:the|that) (?:boy|guy|one|person|man|kid|girl) (?:who|that)|^(?:(?:くらい|ぐらい)?の(?:人|男|女|子|男子|やつ|奴)|生)?(?:が|に)[^。、!?\n]{{0,12}}?(?:作(?!ら)|やった|載せ|投稿|送っ|撮|脅|流し|やられ|され)|^ (?:get|go|be|can|do) |^(?:が|も)相手|^[^.!?\n]{{0,6}}(?:made it|did it|who made|who did)")),
)  # fmt: skip
_OWN_AFTER = re.compile(
    r"^(?:の|で)?(?:母|父|親|教諭|講師|祖母|祖父|主婦|パパ|ママ|シングルマザー|教師|教員|保護者)|^ ?(?:year[- ]old )?(?:mum|mom|mother|dad|father|parent|teacher|woman and my|man and my)"
)
_THEN_BEFORE = re.compile(
    r"(?:\bwhen|in (?:the|that) (?:photo|pic|picture|image|video)|(?:photo|pic|picture|image|video|one|it)s? (?:is|are|was|were|it's)? ?(?:of me |of her |of him )?(?:at|from|from when i was|taken at|taken when)|back then|at the time|taken|taken when|used to be|i was|she was|he was|we were|all were|were)[\w ,']{0,14}$"
    r"|(?:当時|写真は|画像は|動画は|写真が|(?:写真|画像|動画)のとき(?:は|に)?|写真の(?:私|自分|中)?(?:は|で)?|画像の(?:私|自分|中)?(?:は|で)?|そのころ|その頃|その時|(?:撮(?:った|られた)|写ってる)のは?|使われたのは|(?:写|映)って(?:い)?るのは|使われた写真は|元の写真は|(?:もと|元)は)[^。!?\n]{0,8}$"
)
_THEN_IN = re.compile(
    r"\bwas\b|\bwere\b|(?:in|when|on) (?:the|that|it|this|those|these|my)|when (?:i|she|he|we|they)|(?:とき|時|頃|ころ|時代|卒アル)$|then$|at the time$"
)
_THEN_AFTER = re.compile(
    r"^(?:[ )）]|だった|の|years? old|year old|yo|歳)*(?:then\b|back then|at (?:the|that) time|in (?:the|that|it|this|all|those|these)\b|when (?:it|the|that|this|they|he|she|i took|taken)|とき|時(?!間|々)|頃|ころ|当時|時代|^の(?:写真|画像|卒アル))"
)
_NOW_BEFORE = re.compile(
    r"(?:\bnow|\bcurrently|\btoday|these days|今は?|現在は?|いまは?|ima)[ ,、]*(?:i'm|im|i am|she's|she is|he's|we're|私は|自分は)?[ 、]*$"
)
_NOW_IN = re.compile(r"\b(?:now|currently)\b|^(?:いま|今|現在)")
_NOW_AFTER = re.compile(r"^[ ,]*(?:years old |yo )?(?:now|currently|today|these days)\b|^(?:ですが|だけど)?今は?$")
_DENIED_BEFORE = re.compile(
    r"\b(?:nobody|no one|none of (?:us|them|those))\b[\w ']{0,30}$|(?:\bnot|n't|never|\bno)(?: (?:a|an|even|yet|really|quite|like|actually|over|under|all|turned))*[ ]*$"
)
_DENIED_AFTER = re.compile(
    r"^(?:に)?(?:じゃ|では|でも|とかじゃ)?(?:な(?:い|く)(?!ですか|でしょうか|かな)|ね[ーえぇ]|ありません|なってな|なっていな|まだ)|^は(?:一人も|ひとりも|誰も|だれも)?い(?:ない|ません)|^は(?:ゼロ|なし)"
)
_NOT_YET = re.compile(
    r"\b(?:almost|nearly|turning|about to (?:be|turn)|soon (?:to be )?|close to|not yet|next month i(?:'m| am))[ ]*$|(?:もうすぐ|もう少しで|あと少しで|来月で?|再来月|来年|次の誕生日で|\d{1,2}月(?:で|に)|誕生日で|あと\w{1,4}で)[^。、]{0,4}$"
)
_SUPPOSED_BEFORE = re.compile(
    r"\b(?:not a (?:program|bot|robot)|(?:talk|speak) to (?:an? )?|older than me\. (?:a )?)$|\b(?:if|what if|whether|in case|suppose|for|laws? (?:on|for|about)|help|only|people|anyone|someone) (?:i'm|i am|she's|he's|they're|someone is|you're|you are|it's|the person is|is)? ?(?:a |an )?$|もし[^。]{0,8}$"
)
_SUPPOSED_AFTER = re.compile(
    r"^(?:s\b|者)?(?:の場合|だったら|なら|だと(?!思|バレ|知)|以上(?!です(?!か)|なの|だ)|以下|未満(?:の場合|だと|なら|の人)|向け|禁止?)|^ ?(?:\+ ?)?(?:site|content|server|laws?|rules?|protection)"
)
_NOT_NOW = re.compile(r"\bwhen i(?:'m| am|m) (?:like |over )?\d+$|(?:^|[,.] )(?:is|are) \d+$")
_FROM_THEN = re.compile(r"^の(?:友|同級|先生|先輩|クラス|知り合い)")  # `a friend from school` tells nobody's age
_UNSURE = re.compile(
    r"(?:not sure|unsure|don'?t (?:know|remember)|no idea|can'?t (?:tell|remember)|dunno|idk|forgot)[^.!?\n]{0,14}(?:how old|what age|(?:my|her|his|the) age)|(?:how old|what age) (?:i|she|he|we) (?:was|is|were)[^.!?\n]{0,12}(?:not sure|don'?t know|idk|unsure|no idea)|"
    r"(?:何歳|いくつ|何才|年齢|歳)(?:の|か|だった|は|が|って)[^。!?\n]{0,10}(?:わから|分から|覚えて(?:い)?な|思い出せ|不明|はっきりし)"
)
_CHILDHOOD = re.compile(
    r"七五三|(?:赤ちゃん|赤ん坊)の(?:頃|ころ|時|とき)|幼少期|(?:子ども|子供|こども|小さ(?:い|かった)|幼い|幼稚園|園児)の?(?:頃|ころ|時|とき)?の?(?:写真|画像|動画|水着)|子(?:ども|供)(?:の頃|の時|のころ|のとき)[^。]{0,10}(?:写真|画像|動画)|childhood (?:photo|pic|picture|video|image)|baby (?:photo|pic)|"
    r"(?:photo|pic|picture|image|video)s? (?:of me )?(?:(?:is|are|was|were) )?(?:from when|from|as|when) i was (?:a |just a |still a )?(?:little |small )?(?:kid|child|baby|girl|boy|minor|little|underage)|(?:photo|pic|picture|video)s? (?:of me )?as a (?:kid|child|minor)"
)

_SCHOOL_CHILDREN = re.compile(
    r"(?:小学|中学|高校|中高)(?:校)?(?:の|で)?(?:教|担任|先生|養護|非常勤|常勤|副担|顧問|勤)|\b(?:elementary|primary|middle|junior high|high|secondary)(?: school)?\b[^.!?\n]{0,20}\b(?:teacher|school)|\bteach(?:er)?[^.!?\n]{0,24}\b(?:(?:elementary|primary|middle|high|secondary) ?school|junior high)"
)

_WE_WERE = re.compile(r"(?:(?<=^)|(?<=[.!?\n,] ))were (?=(?:both|all|like|only|just) )")  # without an apostrophe
_DOTS = re.compile(r"\.{2,}|…+")  # hesitation ends a sentence: `it is on TikTok ... 22`


def read_age(text: str, *, role: str, context: Context) -> "dict[str, Any]":
    """Return `age_in_image` and `age_now` as a normalised text says them for the person whom the role is about."""
    asked = context.asked == "age_in_image"
    text = _WE_WERE.sub("we're ", _DOTS.sub("。", in_digits(without_boards(text))))
    said = [one for age in ages(text) if (one := _said(text, age=age, role=role, asked=asked))]
    if role not in HELPERS:
        said = [one for one in said if not 0 < one.number <= _LITTLE]
    told = [one for one in said if one.whose == HARMED]
    facts: dict[str, Any] = {}
    image = _in_image(told, asked=asked, known=str(context.known.get("age_in_image") or ""))
    if _CHILDHOOD.search(text) or (role == "teacher" and _SCHOOL_CHILDREN.search(text)):
        image = UNDER_18
    if not image and _UNSURE.search(text):
        image = UNSURE
    if image:
        facts["age_in_image"] = image
    elif role == "self" and _was_perhaps_anothers(told, known=context.known):
        facts.update({"age_in_image": UNSURE, "corrected": ["age_in_image"]})
    now = [one.number for one in said if one.whose in (HARMED, WRITER) and one.number and one.time != "then"]
    if role in _MAKERS and (context.known.get("age_now") or any(one.whose == WRITER for one in said)):
        now = [one.number for one in said if one.whose == WRITER and one.number and one.time != "then"]
    if now and not (asked and len(told) == 1 and told[0].time == "then"):
        facts["age_now"] = now[0]
    return facts


def _was_perhaps_anothers(told: Sequence[Said], *, known: Mapping[str, Any]) -> bool:
    """Tell whether the age under 18 that is known may be somebody else's: those who are harmed themselves give another age, of an adult."""
    before = str(known.get("age_now") or "")
    plain = bool(told) and all(not one.time and one.number >= ADULT_FROM for one in told)
    return plain and known.get("age_in_image") == UNDER_18 and before.isdecimal() and int(before) < ADULT_FROM


def _in_image(told: Sequence[Said], *, asked: bool, known: str) -> str:
    then = [one for one in told if one.time == "then"]
    plain = [one for one in told if not one.time or (one.time == "now" and (one.youngest < ADULT_FROM or asked))]
    counted = then or plain
    if not counted:
        return ""
    if any(one.youngest < ADULT_FROM for one in counted):
        return UNDER_18
    return "" if known == UNDER_18 and not then and not asked else ADULT


def _said(text: str, *, age: Age, role: str, asked: bool) -> "Said | None":
    start = _start(text, age.start)
    before, after = text[start : age.start], text[age.end : age.end + 40]
    said = text[age.start : age.end]
    if (_THEN_IN.search(said) and _FROM_THEN.match(after)) or _NOT_NOW.search(before + said):
        return None
    if not asked and (_SUPPOSED_BEFORE.search(before) or _SUPPOSED_AFTER.match(after)):
        return None
    if _ONLOOKER.match(after) or (not age.value.isdigit() and _PAST_LIFE.search(before + after)):
        return None
    number = int(age.value) if age.value.isdigit() else 0
    youngest = age.youngest
    if _is_denied(before, after):
        if number and number != ADULT_FROM:
            return None
        youngest, number = (ADULT_FROM if youngest < ADULT_FROM else ADULT_FROM - 1), 0
    elif number and _NO_NUMBER.match(after):
        number = 0
    elif (
        number
        and not _REACHED.match(after)
        and (
            _NOT_YET.search(before)
            or (_COMES.match(after) and not _TURNED.search(before + said))
            or re.search(r"\b(?:almost|nearly|turning)\b", said)
        )
    ):
        youngest = number = number - 1
    whose = _whose(before + said.rstrip("男女♂♀"), after, role=role, youngest=youngest, text=text)
    return Said(youngest, number, whose, _time(before, said, after)) if whose else None


def _is_denied(before: str, after: str) -> bool:
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after))


def _start(text: str, position: int) -> int:
    """Return where the sentence around a position begins; a comma ends none."""
    return max(text.rfind(mark, 0, position) for mark in "。.!?\n") + 1


_THEN_AND_NOW = re.compile(r"^[^.!?\n。]{0,20}\b(?:and|as) (?:still )?now\b|^[^。!?\n]{0,10}今も(?:そう|同じ)")


def _time(before: str, said: str, after: str) -> str:
    if _NOW_IN.search(said) or _NOW_AFTER.match(after) or _NOW_BEFORE.search(before):
        return "now"
    if _THEN_AND_NOW.match(after):
        return ""
    if _THEN_IN.search(said) or _THEN_AFTER.match(after) or _THEN_BEFORE.search(before):
        return "then"
    return ""


def _whose(before: str, after: str, *, role: str, youngest: int, text: str) -> str:
    """Return HARMED for the person in the image, WRITER for a writer who is not in it, `` for anybody else."""
    subject = _subject(before, after)
    if _NO_PERSON.search(before) or _is_own(subject, after, role=role, youngest=youngest):
        return ""
    if role in HELPERS and role != "partner" and _SPOUSE.search(before):
        return ""
    if role in _MAKERS:
        return _for_maker(subject, role=role)
    if subject in (SHE, HE):
        return _pronoun(subject, role=role, text=text, after=after)
    return "" if subject in (OTHER, DOER) or (subject == HARMED and role == "self") else HARMED


def _is_own(subject: str, after: str, *, role: str, youngest: int) -> bool:
    """Tell whether the age is that of a helper who writes."""
    if role == "parent" and not subject and youngest >= _PARENT_FROM:
        return True
    if role == "maker_parent":
        return bool(_OWN_AFTER.match(after))
    if role in ("parent", "teacher") and youngest < ADULT_FROM:
        return False
    return role in HELPERS and (subject == WRITER or bool(_OWN_AFTER.match(after)))


_SPOUSE = re.compile(rf"(?:(?!彼女|かのじょ){PARTNER_JA}|主人)(?:は|が|も|と)|\b(?:my|her|his) (?:husband|wife)\b")
_COMES = re.compile(rf"^ (?:in|this|next|come) (?:{MONTHS}|week|month)")
_TURNED = re.compile(r"\bturned\b")
_REACHED = re.compile(r"^(?:歳|才)?に(?:なりました|なった|なって)")
_NO_NUMBER = re.compile(r"^(?:以上|以下|越え|超え|オーバー|\+)|^ (?:or|and) (?:over|older|above)")
_NO_PERSON = re.compile(
    r"\b(?:fine|price|cost|fee|total|number|limit|there|count|page|room|amount|deadline|score|floor|apartment|answer) (?:is|was|are|were) (?:\w+ )?$"
)


def _for_maker(subject: str, *, role: str) -> str:
    if subject in ("", WRITER, DOER):
        return WRITER if role == "maker" else ""
    if subject in (OTHER, SHE):
        return HARMED if role == "maker" or subject == OTHER else ""
    return HARMED if role == "maker" and subject == HARMED else ""


_FEMALE = re.compile(
    r"\b(?:daughter|sister|girlfriend|gf|wife|niece|girl|mother|mum|mom|granddaughter|stepdaughter)\b|娘|妹|姉|彼女|妻"
)
_MALE = re.compile(r"\b(?:son|brother|boyfriend|bf|husband|nephew|grandson|stepson)\b|息子|弟|兄|彼氏|夫")
_DOER = {
    SHE: re.compile(r"\bshe[^.!?\n]{0,30}(?:made|posted|leaked|shared|did it|threaten)"),
    HE: re.compile(
        r"\bhe(?:'s| is| has| says| said| keeps)?[^.!?\n]{0,30}(?:made|posted|leaked|shared|did it|threaten|blackmail|will send|'ll)|\b(?:ex|guy|dude|man)\b"
    ),
}


def _pronoun(subject: str, *, role: str, text: str, after: str) -> str:
    if (
        role == "self"
        or (subject == HE and not role)
        or _DOER[subject].search(text)
        or re.match(r"^,? (?:the )?(?:boy|guy|man|girl|one|kid) who", after)
    ):
        return ""
    hers, his = bool(_FEMALE.search(text)), bool(_MALE.search(text))
    if subject == HE and hers and not his:
        return ""
    return "" if subject == SHE and his and not hers else HARMED


_NOUN_AFTER = re.compile(r"^[- ]?(?:year|yr)s?[- ]olds?|^ ?(?:and )?my ")
_I_AM = re.compile(r"\b(?:i'm|im|i am) \d+$")


def _subject(before: str, after: str) -> str:
    if _I_AM.search(before) and not _NOUN_AFTER.match(after):
        return WRITER
    for subject, pattern in _AFTER:
        if pattern.match(after):
            return subject
    nearest, place = "", -1
    for subject, pattern in _BEFORE:
        last = max((match.end() for match in pattern.finditer(before)), default=-1)
        if last > place:
            nearest, place = subject, last
    return nearest
