"""Joins the danger that rules read with the chances that classifiers give.

What the rules know to be denied, over, quoted or an idiom is believed before a classifier's guess.
"""

import re
from dataclasses import replace
from typing import Mapping

from understanding.asking import asks
from understanding.context import Context
from understanding.danger_course import goes_on
from understanding.danger_disowned import is_own_deed, is_still_own
from understanding.danger_done_to import is_evidence, is_violence_to_them
from understanding.danger_partner import DISTANT, LEAVING
from understanding.danger_passed import is_harmless
from understanding.danger_subject import about
from understanding.danger_text import (
    HARM,
    KINDS,
    VIOLENCE,
    WISH,
    is_of_others,
    is_plain_violence,
    means_in,
    plain,
    relief_in,
    taken_apart,
)
from understanding.danger_told import (
    ABSENT,
    COMING,
    FAR,
    HIDDEN,
    IF_BACK,
    OTHERS,
    OWN,
    PANIC,
    SILENT,
    STOPPED,
    UNREACHED,
    talk_of,
    was_told,
)
from understanding.danger_told import VIOLENCE as TALK_OF_VIOLENCE
from understanding.reading import CLEAR, DOUBT, NONE, Danger

PASSED, OTHER = "passed", "other"
"""The chances beside those of the kinds and of DOUBT: that danger is over or denied, and that it is somebody else's."""

ASK_FROM = 0.5
"""The chance of any danger, 0 to 1, from which the person is asked, by a classifier of spelling alone."""

ASK_FROM_BY_MEANING = 0.3
"""The same by a classifier that tells doubt from danger: it goes by meaning, and a question costs little."""

EMERGENCY_FROM = 0.9
"""The chance of a kind of danger from which classifiers alone are believed."""

UNLIKELY, ALMOST_NONE = 0.25, 0.03
"""The chances of any danger under which violence that only the rules see is asked about, and under which it is none."""

OVER_FROM, SOMEBODY_ELSES_FROM = 0.5, 0.7
"""The chances from which danger counts as over, and as somebody else's."""

_NO = re.compile(
    r"(?:no|nope|nah|not like that|いや|いえ|いいえ|ううん|違い?ます|ちがい?ます|違う|ちがう)\b|(?:いや|いえ|ううん|違|ちが)"
)
"""How an answer begins that denies what was asked."""

_AGE_OR_PLACE = re.compile(
    r"(?:(?:i'?m|im|i am|age|aged|私は?|自分は?)[ 、]*)?(?:in|from|near|at)? ?(?:\d{1,2}(?: ?(?:yo|f|m|歳|さい|才|years? old))?|[a-z]{3,12})(?:です|だよ|だ|で|,|、| |\.|$)[^!?\n]{0,40}"
)
_HAS_NUMBER = re.compile(r"(?<!\d)[1-9]\d(?!\d)")
"""An age, with a place or little else: it tells nothing of how safe somebody is."""

_WILL_ASK_FOR_HELP = re.compile(
    r"(?:電話|相談|連絡|予約)(?:を)?(?:して|し)(?:みます|みる|みよう|みるね|ます(?!か))|(?:話し|言っ|聞い|頼ん|打ち明け|伝え)て(?:みる|みます|みよう|きます)"
    r"|\b(?:i'?ll|i will|i'?m going to|i'?m gonna|let me) (?:try (?:to )?)?(?:talk to|speak (?:to|with)|call|phone|ring|tell|ask|email|message|contact|sit down with)\b"
)
_SEEKS = re.compile(
    r"(?:人|相談員|カウンセラー|誰か|だれか)(?:と|に)[^。\n]{0,10}(?:話せ|はなせ|話し|相談でき|つなが)[^。\n]{0,8}(?:ます(?:か)?|る|たい|所|ところ)|(?:電話|チャット|文字|メール)で[^。\n]{0,12}(?:話せる|相談できる)(?:所|ところ|人|とこ)"
    r"|\b(?:can|could|may) i (?:talk|speak|chat|write) (?:to|with)\b|\b(?:is there|are there|who) (?:anyone|somebody|someone|a (?:person|place)|people)?[^.!?\n]{0,12}(?:i can|to) (?:talk|speak|chat|write|text)\b"
)
"""Somebody asks whom they can talk to: after relief a classifier alone hears despair in it."""

_LIGHT = re.compile(
    r"(?:lol|lmao|haha+|hehe+|ww+|笑+|草)(?:$|[.!。、 \n])|[😂🤣😅]"
    r"|\b(?:i'?m (?:absolutely |perfectly |totally |honestly )?(?:fine|ok(?:ay)?|all right|alright|good)|not like that|no intention|figure of speech|fit as a fiddle|only the shock|just quoting|quoting)\b|(?:言葉のあや|言うただけ|言っただけ|冗談|引用|たとえ話)"
)
_DID_IT = re.compile(
    r"\b(?:i'?m|im|i am|i was|i think im|i might be) the (?:one|person) (?:who|that) did (?:it|this|that)\b|\bit was me who did\b|\bi did (?:it|this|that|something (?:bad|terrible|awful|really bad))\b|やったのは(?:自分|俺|私|僕)|(?:自分|俺|私|僕)がやり?(?:まし)?た"
)
"""Somebody owns up to a deed without naming it: a classifier alone hears the end in it."""
_POLITE = re.compile(
    r"(?:ありがとう|有難う|あざす|感謝|助かりました|お世話に|お邪魔しました|失礼します|ではでは|それでは|おやすみ)|\b(?:thanks?|thank you|thx|ty|obrigad[oa]|salamat|cheers|goodbye|good ?bye|bye|good night|you'?ve been (?:very |so )?(?:kind|helpful))\b"
)
"""A laugh, a plain word that all is well, thanks and a goodbye: a classifier alone hears danger in them that is none."""

_LAST_TIME = re.compile(
    r"最後|さよなら|さようなら|お別れ|遺|\b(?:goodbye|farewell|last time|one last|forgive me|sorry for everything)\b"
)
"""Help that is to be asked for, or a farewell by the same words."""

_FOR_GOOD = re.compile(
    rf"{_LAST_TIME.pattern}|おしまい|終わりに|終わらせ|もう十分|がんばったから|決めた|今夜|\b(?:decided|tonight|hiding it|over soon|done with|enough|peace)\b"
)
"""A farewell, or an end that was decided on: said with thanks it is no goodbye."""

_WOUND = re.compile(
    r"切|傷|きず|血|痛|刃|カッター|リスカ|自傷|殴|叩|噛|焼|掻|抜毛|吐|薬|ケガ|けが|あざ|\b(?:cut\w*|hurt\w*|harm\w*|self|blood|bleed\w*|blades?|razors?|burn\w*|scratch\w*|wounds?|scars?|bruis\w*|pain|pills?|bit\w*|hit\w*|punch\w*|punish\w*|starv\w*|sharp|skin|arms?|wrists?|thighs?)\b"
)
"""What names a wound or a way to one: after despair was talked about, nobody is spoken to of bleeding who named neither."""

_FEELINGS = re.compile(
    r"(?:本人|心|気持ち|彼女|彼|子|生徒|娘|息子|相手|人|みんな|誰か|自尊心)(?:たち|さん)?(?:が|を|は|も)[^。、\n]{0,10}傷つ(?:く|い|け|き)(?:て|た|る|ます)?|\b(?:hurt(?:s|ing)?|wounded?) (?:\w+ ){0,2}(?:feelings|pride|reputation)\b|\bhurts? to (?:see|read|hear|think|know)\b"
)

_NAMED = frozenset({PANIC, IF_BACK, HIDDEN, ABSENT, FAR, UNREACHED, COMING, STOPPED, DISTANT, LEAVING})
"""What is told and sounds like danger to a classifier."""

_IN_DISTRESS = ("doubt", "danger")


def combine(
    by_rules: Danger,
    *,
    chances: Mapping[str, float],
    context: Context,
    text: str = "",
    ask_from: float = ASK_FROM,
    emergency_from: float = EMERGENCY_FROM,
) -> Danger:
    """Return the danger by the rules and by classifiers together.

    `chances` are probabilities, 0 to 1: of each kind of danger and, where a classifier tells them, of DOUBT, PASSED and OTHER. Where the
    text is given, what the rules know to be an idiom, denied or over is believed before them, and a quotation never becomes clear.
    """
    clear = min(1.0, sum(chances.get(name, 0.0) for name in KINDS))
    some = min(1.0, clear + chances.get(DOUBT, 0.0))
    by_rules = as_likely(by_rules, some, text=text, context=context) if chances else by_rules
    is_else = by_rules.level == NONE and _is_spoken_of_else(text, context)
    if by_rules.level == CLEAR or _is_known(by_rules) or is_else or (text and _is_none(text, context)):
        return by_rules
    if DOUBT in chances:
        ask_from = min(ask_from, ASK_FROM_BY_MEANING)
    is_light = context.safety in ("calm", "eased") and (_is_light(text) or _only_feelings(text, chances))
    seeks = context.safety == "eased" and bool(_SEEKS.search(plain(text)))
    is_sure = not (text and _is_unsure(text)) and not _is_elsewhere(chances, context) and not (is_light or seeks)
    is_sure = is_sure and not (context.safety == "doubt" and by_rules.level == NONE and text and asks(plain(text)))
    if clear >= emergency_from and is_sure and not _is_out_of_the_blue(by_rules, chances, context):
        return _of_kind(by_rules, text, chances, CLEAR, context)
    if by_rules.level == DOUBT or _only_says_age(text):
        return by_rules
    is_denial = context.safety == "doubt" and bool(_NO.match(plain(text))) and some < ask_from
    is_over = chances.get(PASSED, 0.0) >= OVER_FROM and context.safety in _IN_DISTRESS and SILENT not in by_rules.told
    if is_denial or (is_over and not _is_on_the_way(by_rules, text, context)):
        return goes_on(Danger(about=_whose(chances, "self"), passed=True), plain(text), context=context)
    if some < ask_from or _goes_for_help(text) or (is_light and clear < emergency_from):
        return by_rules
    return _of_kind(by_rules, text, chances, DOUBT, context)


def as_likely(by_rules: Danger, chance: float, *, text: str = "", context: Context) -> Danger:
    """Return what the rules read; violence out of the blue that sounds like none to a classifier is asked about, or left out.

    Who is at the door, or at home, is believed by the rules alone: people write of it calmly.
    """
    if by_rules.level != CLEAR or by_rules.kind != VIOLENCE or context.safety != "calm" or chance >= UNLIKELY:
        return by_rules
    if is_plain_violence(taken_apart(text).left):
        return by_rules
    return Danger() if chance < ALMOST_NONE else replace(by_rules, level=DOUBT)


def _is_spoken_of_else(text: str, context: Context) -> bool:
    """Tell whether no classifier is believed alone: a deed is owned up to in calm, or who denied it before asks something."""
    words = plain(text)
    if context.safety == "calm" and _DID_IT.search(words) and not _FOR_GOOD.search(words):
        return True
    was_denied = context.has_said("eased.denied") or context.has_said("eased.briefly") or context.has_said("misread")
    return was_denied and context.safety in ("calm", "eased") and asks(words)


def _is_on_the_way(by_rules: Danger, text: str, context: Context) -> bool:
    """Tell whether help is only told of, or on its way to somebody else: it is not over before it is there."""
    return talk_of(context) == OTHERS and (COMING in by_rules.told or was_told(plain(text)))


def _is_known(by_rules: Danger) -> bool:
    """Tell whether the rules know what a message is: relief, a parting, or panic and what is asked after danger, which sound like it."""
    is_named = by_rules.level == NONE and bool({*by_rules.told} & _NAMED)
    return by_rules.passed or bool(by_rules.parting) or is_named


def _is_elsewhere(chances: Mapping[str, float], context: Context) -> bool:
    """Tell whether classifiers hear violence where despair, or somebody else, was talked about: a key, a door, a room are near to it."""
    return (
        _likeliest(chances) == VIOLENCE
        and context.safety in (*_IN_DISTRESS, "eased")
        and talk_of(context) in (OWN, OTHERS)
    )


def _is_out_of_the_blue(by_rules: Danger, chances: Mapping[str, float], context: Context) -> bool:
    """Tell whether only classifiers hear violence, or a wound, and nothing of it was talked about: it is asked about before anybody is told to run."""
    is_unheard = DOUBT in chances and by_rules.level == NONE and context.safety == "calm"
    return is_unheard and _likeliest(chances) in (VIOLENCE, HARM)


def _is_none(text: str, context: Context) -> bool:
    """Tell whether the rules know that a text is harmless, or names a wound only to prove it."""
    return is_harmless(text) or is_evidence(plain(text), context)


def _goes_for_help(text: str) -> bool:
    """Tell whether a text says whom the person will talk to or call: what a classifier alone doubts is not asked about then."""
    words = plain(text)
    return bool(_WILL_ASK_FOR_HELP.search(words) or _SEEKS.search(words)) and not _LAST_TIME.search(words)


def _is_light(text: str) -> bool:
    """Tell whether a text laughs, says that all is well or takes its leave, and holds no farewell for good."""
    words = plain(text)
    return bool(_LIGHT.search(words) or _POLITE.search(words)) and not _FOR_GOOD.search(_POLITE.sub("", words))


def _only_feelings(text: str, chances: Mapping[str, float]) -> bool:
    """Tell whether classifiers hear a wound in a text that says of somebody's feelings that they are hurt, and of nothing else."""
    words = plain(text)
    hears_wound = _likeliest(chances) == HARM and bool(_FEELINGS.search(words))
    return hears_wound and not _WOUND.search(_FEELINGS.sub("", words))


def _only_says_age(text: str) -> bool:
    """Tell whether a text only answers who somebody is: a classifier alone hears relief in it."""
    words = plain(text)
    return bool(_HAS_NUMBER.search(words) and _AGE_OR_PLACE.fullmatch(words)) and not relief_in(words)


def _is_unsure(text: str) -> bool:
    """Tell whether a text quotes somebody, is about others, or holds an idiom that sounds like danger to a classifier."""
    read = taken_apart(text)
    return read.quoted is not None or is_of_others(read) or read.harmless


def _of_kind(by_rules: Danger, text: str, chances: Mapping[str, float], level: str, context: Context) -> Danger:
    if by_rules.level != NONE:
        return replace(by_rules, level=level)
    words = plain(text)
    kind = _likeliest(chances)
    if kind != VIOLENCE and is_violence_to_them(words, context):
        return Danger(level=DOUBT, kind=VIOLENCE, means=means_in(words, VIOLENCE))
    kind = WISH if kind == HARM and talk_of(context) == OWN and not _WOUND.search(words) else kind
    whom = about(words, start=0, end=len(words), is_violence=kind == VIOLENCE, context=context)
    is_own = kind == VIOLENCE and whom == "self" and talk_of(context) == TALK_OF_VIOLENCE
    if is_still_own(words, context=context) or (kind != VIOLENCE and is_own_deed(words)):
        whom, is_own = "self", True
    return Danger(level=level, kind=kind, about=whom if is_own else _whose(chances, whom), means=means_in(words, kind))


def _likeliest(chances: Mapping[str, float]) -> str:
    return max(KINDS, key=lambda name: chances.get(name, 0.0))


def _whose(chances: Mapping[str, float], whom: str) -> str:
    return "other" if chances.get(OTHER, 0.0) >= SOMEBODY_ELSES_FROM else whom
