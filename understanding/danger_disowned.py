"""Tells that a danger was taken for one by mistake, that it is the writer's own after all, or that a first step is refused."""

import re
from dataclasses import replace
from typing import FrozenSet, Optional, Tuple

from understanding.context import Context
from understanding.danger_text import STILL, WISH, plain, strongest_sign, taken_apart
from understanding.danger_told import NO_PANIC_JA, OTHERS, OWN, talk_of
from understanding.people import HELPERS
from understanding.reading import CLEAR, DOUBT, NONE, Danger

DISOWNED, MYSELF, REFUSED = "disowned", "myself", "refused"
"""What a message tells: nothing of the kind was meant; it is about the writer and nobody else; what was advised is not done."""

_DANGER_JA = r"(?:死|自殺|自傷|血|薬|けが|怪我|切|刃物|暴力|危険|命|警察|パニック|襲|おどさ|脅さ)"
_NOT_SAID_JA = r"(?:(?:して|言って|書いて|申して|話して)(?:い|お)?(?:ない|ません|りません|らず)|申し(?:て)?(?:い|お)(?:ない|ません|りません)|(?:じゃ|では)(?:ない|なく|ありません|なくて))"
_DISOWNS = re.compile(
    rf"{_DANGER_JA}[^。!?\n]{{0,16}}(?:話|こと|意味|内容|相談|とは|とか|なんて)[^。!?\n]{{0,10}}{_NOT_SAID_JA}"
    rf"|(?:そういう|そんな|そういった|そのような)(?:話|こと|意味|内容|つもり|状態|状況)[^。!?\n]{{0,8}}{_NOT_SAID_JA}"
    r"|話が(?:食い違|かみ合|噛み合|ずれ|ちが|違)|(?:誤解|勘違い|読み(?:違|ちが|間違)い?)(?:して|され|です|だと|だよ|を)"
    r"|言葉の(?:あや|綾)|(?:比喩|たとえ|例え)(?:です|だ|なん|話)|(?:心|気持ち)が傷つ[くい][^。!?\n]{0,14}(?:だけ|意味|こと)"
    r"|なんで(?:警察|救急|鍵|119|110|そんな(?:番号|話))|(?:誰|だれ)も(?:追って|襲って|脅して)(?:い|来|き)?(?:て)?(?:い)?(?:ない|ません)"
    rf"|{NO_PANIC_JA}"
    r"|^(?:what|huh|wait|eh|um|omg)[?!. ,]*(?:no|nah|nope)\b[^.!?\n]{0,40}|^(?:え|は|ええ|いや)[?!、。 ]*(?:違|ちが)(?:う|います)[^。\n]{0,6}"
    r"|(?:家|うち|ここ|部屋)(?:は|なら|自体は)?(?:ふつうに|普通に|全然|ちゃんと)?安全(?:だって|です|だよ|だから|なん|だし)|(?:警察|救急車?|110番?|119番?)(?:とか|なんか|は|を)?(?:呼ば|要ら|いら|必要)な(?:くて|い)"
    r"|\b(?:home|my house|it|here) is (?:totally |perfectly |completely )?safe\b|\b(?:don'?t|dont|do not|no) need (?:the |a |to call (?:the |an )?)?(?:police|cops|ambulance)\b|\bwhy the (?:ambulance|police|cops)\b"
    r"|\b(?:nobody|no ?one)(?:'?s| is| was)? (?:after|following|chasing|hurting|hitting|attacking|threatening|beating|coming for)\b"
    r"|\b(?:nobody|no ?one)(?:'?s| is| has| was)? (?:(?:said|saying|mention\w*|talk\w*|speak\w*)\b(?:(?! but\b)[^.!?,\n]){0,30}\b(?:dying|die|suicid\w*|kill\w*|blood|bleeding|pills?|danger|hurt\w*|violen\w*)|(?:dying|suicidal|bleeding|in danger)\b)"
    r"|\b(?:i|we) (?:never|didn'?t|did not|haven'?t)(?: \w+)? (?:say|said|mention\w*|talk\w*|mean|meant|write|wrote)\b[^.!?\n]{0,30}\b(?:dying|die|suicid\w*|kill\w*|blood|pills?|danger\w*|violen\w*|police|hurt\w*|attack\w*|that)\b"
    r"|\bnot (?:what|like) i (?:said|meant)\b|\b(?:figure of speech|just an? (?:expression|saying)|not literally)\b"
    r"|\bwhy (?:are|r|do|did) (?:you|u|ya)\b[^.!?\n]{0,30}\b(?:lock\w*|doors?|police|cops|ambulance|suicid\w*|dying|pills?|safe)\b|\bdid (?:you|u|ya) (?:just )?call (?:the )?(?:cops|police)\b"
    r"|\bstop asking\b|\b(?:misread|misunderst\w+|got (?:it|that|me) (?:all )?wrong)\b"
    r"|\bbreathing (?:is )?(?:fine|ok(?:ay)?|normal(?:ly)?|all right)\b|\bnot (?:having a |in a )?panic\w*\b"
)
"""One kind a line. Sentences that hold one of these are left out; what is left must tell of no danger."""

_PANIC_WORDS = "question.now_panic"

_SENTENCE = re.compile(r"[^。.!?！？\n]+[。.!?！？\n]*")

_MYSELF = re.compile(
    r"\b(?:it'?s|its|it is|that'?s|i meant?|i'?m talking about|about) (?:actually )?(?:me|myself)\b|\bi (?:was|am|'m) the one\b|\bnot (?:her|him|them|my \w+|\w+),? (?:it'?s )?me\b|\bthere'?s no [\"']?they\b"
    r"|(?:私|わたし|僕|ぼく|俺|自分)(?:の(?:こと|話|ほう|方))?(?:です|だよ|だって|なんです|なの|だけど)(?:。|、|!|$)|(?:友達|友だち|彼女|妹|姉|母|ルームメイト|あの子)(?:じゃ|では)なく(?:て)?、?(?:私|僕|俺|自分)"
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:she|he|they|(?:my|a|our) (?:\w+ )?(?:friend|sister|brother|roommate|daughter|son|mom|mum|mother|cousin|girlfriend|boyfriend|student))\b(?:'s| is| has| also| too| just| says?| said| wants?| took| texted| told me| wrote| keeps?| will| might| may)*[^.!?\n]{0,24}\b(?:die|dying|dead|kill\w*|suicid\w*|jump\w*|overdos\w*|hang(?:ing)?|cut(?:ting)? (?:her|him|them)|goodbye|took (?:the |some |all )?(?:pills|tablets)|swallowed)\b"
    r"|(?:友達|友だち|親友|彼女|彼氏|彼|妹|姉|兄|弟|母|父|娘|息子|あの子|同級生|先輩|後輩|生徒|ルームメイト)(?:が|も|は)[^。\n]{0,16}(?:死|自殺|飛び降|切っ|切って|飲んだ|飲んで|首を|消えたい|さよなら)"
)
"""Another person's own wish or deed, in the middle of the writer's danger."""

_REFUSES = re.compile(
    r"\b(?:i'?m |im |am )?not (?:gonna |going to )?(?:mov\w+|getting up|put\w*|throw\w*|giv\w+|hand\w*|leav\w+|call\w*|tell\w*|wak\w+)\b|\b(?:don'?t|dont|do not|won'?t|wont|can'?t|cant) (?:want to |wanna |feel like )?(?:move|get(?:ting)? up|put(?:ting)? (?:it|them)|throw(?:ing)? (?:it|them)|giv(?:e|ing) (?:it|them)|hand|leave|wake|do (?:that|it))\b"
    r"|(?:動き|起き|立ち|離れ|片づけ|片付け|しまい|渡し|捨て|移し|置き)たくない|(?:動|起き上が|立ち上が)れない|(?:このまま|そのまま)(?:で|が)いい|(?:手放|離)したくない"
)


_ATTRIBUTED = re.compile(
    r"\bthat'?s (?:just |only )?(?:the |what )?(?:boys?|girls?|kids?|them|they|people|guys?|others|commenters|trolls|his friends|her classmates)\b[^.!?\n]{0,14}\b(?:writ\w+|wrote|say\w*|said|post\w*|comment\w*)\b"
    r"|(?:書い|言っ|送っ)て(?:い)?る?(?:の|ん)は(?:男子|女子|みんな|あいつら|相手|向こう|クラスの|ほかの人|他の人)[^。\n]{0,10}(?:で|だ)|(?:書か|言わ|送ら)れ(?:た|てる|ている)(?:だけ|コメント|言葉)(?:です|で|だ)"
)
"""Whose words they are that sound like a wish to die: those of who mocks."""
_OWN_WISH = re.compile(
    r"\bi (?:want|wanna|wish|will|am going|'m going|might|feel like)\b|(?:私|自分|俺|僕)(?:も|は)[^。\n]{0,10}(?:死|消え)|死にたい(?:です|んです|と思)"
)


def is_attributed(text: str) -> bool:
    """Tell whether a text says of words that sound like danger that others wrote them, and wishes nothing of the kind itself."""
    words = plain(text)
    return bool(_ATTRIBUTED.search(words)) and not _OWN_WISH.search(words)


def is_disowned(text: str, *, context: Context) -> bool:
    """Tell whether a text says that what was taken for danger, or for panic, is none, and tells of no other."""
    words = plain(text)
    was_taken_for_it = bool(talk_of(context)) or context.has_said(_PANIC_WORDS)
    if not was_taken_for_it or not _DISOWNS.search(words):
        return False
    beside = " ".join(one for one in _SENTENCE.findall(words) if not _DISOWNS.search(one))
    return not any(map(_is_in_danger, (beside, _DISOWNS.sub(" … ", words))))


def _is_in_danger(rest: str) -> bool:
    sign = strongest_sign(taken_apart(rest).left) if rest.strip() else None
    return bool(STILL.search(rest)) or (sign is not None and sign.level == CLEAR)


def taken_wrong(text: str, *, context: Context) -> Optional[Danger]:
    """Return that there is no danger where others' words, or nothing of the kind, were meant; None where the text says neither."""
    if is_attributed(text):
        return Danger(passed=True)
    about = "other" if talk_of(context) == OTHERS else "self"
    return Danger(about=about, passed=True, told=(DISOWNED,)) if is_disowned(text, context=context) else None


def whose_own(found: Danger, words: str, told: FrozenSet[str], *, context: Context) -> Tuple[Danger, FrozenSet[str]]:
    """Return the danger as the writer's own where it is that, and one who refuses what was advised as one who is still in it."""
    if is_myself(words, context=context):
        return replace(found, about="self"), told | {MYSELF}
    is_own = is_own_deed(words) or is_still_own(words, context=context)
    if found.about == "other" and found.level != NONE and is_own:
        return replace(found, about="self"), told
    if found.level != NONE and context.role in HELPERS and _HEARSAY.search(words):
        return replace(found, about="other"), told
    if found.level == NONE and not (found.passed or told) and refuses(words, context=context):
        return Danger(level=DOUBT, kind=WISH), told | {REFUSED}
    return found, told


_OWN_DEED = re.compile(
    r"\bi(?:'ve| have)? (?:left|wrote|written|put) (?:a |an |my |the )?(?:letters?|notes?|goodbyes?)\b|(?:手紙|遺書|置き手紙)(?:は|を|も)?[^。\n]{0,16}(?:書(?:い|き)|入れ(?:て|と|ま)|置(?:い|き)|残(?:し|り))|\bwriting (?:a |my |sort of a )?(?:note|letter|goodbye)\b|\bmy (?:own )?(?:pills?|meds|tablets|razors?|blades?|rope)\b|\bin front of me\b|\bnext to me\b|(?:目の前|手元)に"
)
_NAMED = re.compile(
    r"\bmy \w+ (?:has |have |just )?(?:took|taken|swallowed|found|has)\b|\b(?:she|he|they)(?:'s| is| has| says?| said| wrote| took)\b[^.!?\n]{0,20}\b(?:letter|note|pills?|die|kill\w*)|(?:彼女|彼|妹|姉|兄|弟|娘|息子|友達|友だち|生徒)(?:が|の|から)[^。\n]{0,16}(?:手紙|遺書|薬)"
)


_HEARSAY = re.compile(
    r"(?:切|飲|死|消え|飛)[^。\n]{0,8}(?:そうです|そうで、|らしい|と言って|って言って|みたい)|\b(?:she|he|they) (?:says?|said|told me)\b[^.!?\n]{0,20}\b(?:cut\w*|took|pills?|die|kill\w*)"
)
"""What a teacher or a parent was told of somebody."""


def is_own_deed(words: str) -> bool:
    """Tell whether the writer left a letter, or has the means before them: whoever else is named, the danger is the writer's."""
    return bool(_OWN_DEED.search(words)) and not _NAMED.search(words)


def is_myself(words: str, *, context: Context) -> bool:
    """Tell whether somebody corrects that the danger is their own, after it was taken for somebody else's."""
    return talk_of(context) == OTHERS and context.safety != "calm" and bool(_MYSELF.search(words))


def is_still_own(words: str, *, context: Context) -> bool:
    """Tell whether a danger that sounds like somebody else's is the writer's own, which was talked about: nobody else's is told."""
    is_talk = talk_of(context) == OWN and context.safety == "danger" and context.role not in HELPERS
    return is_talk and not _SOMEBODY_ELSES.search(words)


def refuses(words: str, *, context: Context) -> bool:
    """Tell whether somebody in a danger of their own says that they do not do what was advised."""
    return talk_of(context) == OWN and context.safety == "danger" and bool(_REFUSES.search(words))
