"""What a message tells of the course of a danger: who is about to attack, who has fled, who is still where they could fall."""

import re
from dataclasses import replace
from typing import Optional

from understanding.asking import asks
from understanding.context import Context
from understanding.danger_partner import is_with_people
from understanding.danger_text import HARM, VIOLENCE, WISH
from understanding.danger_told import OTHERS, OWN, talk_of
from understanding.danger_told import VIOLENCE as TALK_OF_VIOLENCE
from understanding.reading import CLEAR, DOUBT, NONE, Danger

RAGE = "rage"
"""In the place of means: the writer is about to attack somebody."""

_WEAPON_JA = (
    r"(?:包丁|ナイフ|刃物|(?:金属)?バット|ハンマー|カッター|鉄パイプ|木刀|スタンガン|ハサミ|灰皿|酒瓶|ビール瓶)"
)
_WEAPON_EN = r"(?:knife|knives|bat|hammer|gun|machete|scissors|crowbar|pipe|cutter|blade|iron bar|golf club|bottle|axe)"
_THEM_JA = r"(?:あいつ|アイツ|そいつ|やつ|奴|犯人|相手|加害者|そのガキ|元カレ|元彼|男|向こう)"
_THEM_EN = r"(?:him|her|them|his|their|that (?:guy|man|kid|boy|bastard))"
_ACT_JA = r"(?:刺す|刺し(?:てや|に行|ます)|殺す(?!な|と言|って言|ぞと)|殺し(?:てや|に行|ます)|ぶっ?殺(?:す|し)|ぶん?殴(?:る|り)|殴(?:る|りに|ってや)|潰す|やってやる|ボコ(?:る|して)|折(?:る|ってや))"
_ACT_EN = r"(?:stab|break|kill|beat|smash|hurt|shoot|burn|attack|punch|hit|cut|finish)"

_IS_THERE_JA = re.compile(
    rf"(?:{_THEM_JA}(?:ん|の)?(?:ち|家|いえ|部屋|会社|学校|職場|マンション|アパート)|{_THEM_JA}の所)(?:の)?(?:前|下|外|近く|そば)?(?:に|で|まで|へ)?[^。\n]{{0,10}}(?:いる|います|来た|来て|着いた|停め|待って|向かって)"
)
_IS_THERE_EN = re.compile(
    r"\b(?:outside|in front of|at|near|by|parked|waiting)\b[^.!?\n]{0,20}\b(?:his|her|their)\b[^.!?\n]{0,14}\b(?:house|home|door|place|flat|apartment|work|school|office|dorm|building)\b|\b(?:on my way|going|driving|heading) (?:over )?to (?:his|her|their) (?:house|home|place|flat|apartment|work|school|office|dorm)\b"
)
_HAS_WEAPON_JA = re.compile(
    rf"{_WEAPON_JA}(?:を|も)?[^。\n]{{0,6}}(?:持って(?:行|い[くっ]|き|向か|待|出)|持ってる|積んで|積んだ|用意し|握って|買っ)"
)
_HAS_WEAPON_EN = re.compile(
    rf"\b(?:my|i(?:'ve| have)? (?:got |have |took |brought |grabbed )?(?:a|the)|with (?:a|the|my)|bring(?:ing)? (?:a|the|my)|holding (?:a|the|my)) (?:\w+ ){{0,2}}{_WEAPON_EN}\b"
)
_MEANS_TO_JA = re.compile(
    rf"(?:出てき|帰ってき|来|会っ|見つけ|顔見)(?:た|次第)ら?[^。\n]{{0,8}}{_ACT_JA}|(?:これから|今から|今夜|今日)[^。\n]{{0,16}}{_ACT_JA}|{_ACT_JA}(?:から|わ|よ|つもり|覚悟)?(?:。|!|\n|$)"
)
_MEANS_TO_EN = re.compile(
    rf"\bi(?:'ll|'m going to|'m gonna| will| am going to| gonna| want to|'m about to)\b[^.!?\n]{{0,25}}\b{_ACT_EN}\b[^.!?\n]{{0,15}}\b{_THEM_EN}\b|\b(?:when|if|until|as soon as) (?:he|she|they)\b[^.!?\n]{{0,24}}\bi(?:'ll| will)\b[^.!?\n]{{0,12}}\b{_ACT_EN}\b"
)
_TAKEN_BACK = re.compile(
    r"(?:言|ゆ)(?:って|った|うた|う)(?:み)?た?だけ|言葉のあや|(?:手は?|手なんか)出さ(?:な|ん|ねえ|ねぇ)|(?:し|やら|殺さ|殴ら)ない(?:けど|です|よ|から)|たとえ|冗談|\b(?:just (?:saying|venting|a figure of speech)|joking|kidding|figure of speech|not really|i won'?t|wouldn'?t (?:really|actually))\b"
)

_NOT_OURS = re.compile(
    rf"(?:自分|腹|手首|首|喉|のど)(?:を|に)|{_ACT_JA}(?:って|と)(?:言|叫|脅|怒鳴|。|$)|(?:殺す|刺す|殴る)って|(?<!俺)(?<!僕)(?<!私)(?<!自分)(?:が|は)[^。\n]{{0,4}}{_WEAPON_JA}"
    r"|\bmyself\b|\b(?:comes? in|breaks? in|gets? in|attacks?|touches|tries|hits? me)\b|\b(?:he|she|they) (?:says?|said|will|is going|wants?)\b[^.!?\n]{0,12}\b(?:kill|stab|hit|hurt)"
)
"""Harm to oneself, what somebody else holds or says, and what is done only where they break in: no plan to attack."""

_HOLDS_WEAPON_JA = re.compile(
    rf"(?:彼氏?|夫|旦那|主人|父|親父|兄|弟|母|妻|元カレ|元彼|{_THEM_JA}|客|ストーカー)(?:さん|親)?(?:が|は)[^。\n]{{0,16}}{_WEAPON_JA}[^。\n]{{0,8}}(?:持って|持ち|持っと|振り|取り出|向け|出して|つかん|握)"
)
_WITH_WEAPON_JA = re.compile(rf"{_WEAPON_JA}(?:を|も)?(?:持っとる|持ってる|持って(?:来|き)|振り回|でドア|で窓|で戸)")
"""The same without a word on who it is: whoever attacks, where that was talked about."""
_HOLDS_WEAPON_EN = re.compile(
    rf"\b(?:he|she|they|boyfriend|girlfriend|husband|wife|ex|dad|father|stepdad|mom|mother|brother|customer|man|guy)\b[^.!?\n]{{0,40}}\b(?:has|have|had|got|holding|with|took|takes?|grab\w*|pull\w*|pick\w*)\b[^.!?\n]{{0,15}}\b{_WEAPON_EN}\b"
)
_AT_ME = re.compile(
    r"\b(?:cut|stab|kill|hit|hurt|burn|slash|beat|break|ruin|smash)\w*\b[^.!?\n]{0,12}\b(?:me|my|us|our)\b|\b(?:me|us)\b[^.!?\n]{0,20}\b(?:cut|stab|kill|hit|hurt|burn|beat)|\bat (?:me|us)\b"
)
_LONG_AGO = re.compile(
    r"昔|むかし|以前|前に|去年|おととし|当時|頃|ことがあ|\b(?:years? ago|last (?:year|month|week)|used to|once|back then|in the past)\b"
)

_CLOSED_IN = re.compile(
    r"(?:風呂|浴室|トイレ|洗面所|部屋)(?:場)?[^\n]{0,40}(?:鍵|ロック|開かな|開けてくれな|閉じこも|こもっ)[^\n]{0,60}(?:カミソリ|剃刀|かみそり|カッター|包丁|血|薬|ロープ)"
    r"|\b(?:bathroom|toilet|shower|bedroom|room)\b[^\n]{0,60}\b(?:locked|won'?t (?:open|come out|answer|let))\b[^\n]{0,90}\b(?:blood|razors?|blades?|knife|pills|scissors)\b"
)
_SOMEBODY_ELSE_IN_IT = re.compile(
    r"変な音|返事|出てこ|なくなって|なくなった|無くなって|音がし|泣き声|\b(?:no answer|won'?t (?:answer|come out|open)|missing|gone|not answering|hear(?:d)? (?:her|him|them|crying|a))\b"
)

_HIDES_FROM = re.compile(
    r"隠れ|外(?:で|に)|彼氏?(?:が|は)|男|夫|旦那|父|兄|蹴|\b(?:hid\w*|he|him|husband|boyfriend|dad|father|outside|i locked|i'?m in)\b"
)
_WISHES_OF_OTHERS = re.compile(
    r"\b(?:she|he|they|daughter|son|child|kid|sister|brother|friend|student|girl|boy)(?:'s| has| is)?\b[^.!?\n]{0,24}\b(?:wish\w*|said|says|say|told|keeps saying|wants?|wanted|talk\w*)\b[^.!?\n]{0,24}\b(?:(?:could |to )?(?:just )?(?:disappear|vanish|not exist|stop existing)|not (?:be )?here any ?more|was never born|were never born|be gone|be dead|sleep forever|never wake up)\b"
)
_DROWSY = re.compile(
    r"意識が|ぐったり|ろれつ|眠そう|うとうと|起きな|反応(?:が|し)?(?:な|うす|薄)|\b(?:drows\w*|sleepy|slurr\w*|unconscious|passed out|won'?t wake|can'?t wake|not waking|unresponsive|floppy|going in and out)\b"
)
_PILLS = re.compile(r"薬|錠|シート|くすり|\b(?:pills?|tablets?|strip|blister|capsules?|sleeping|medicine|119)\b")
_FLED = re.compile(
    r"(?:隣(?=の(?:家|人|お))|となり(?=の(?:家|人|お))|近所|友達|友だち|ともだち|実家|知り合い|おばちゃん|おばさん|先輩|同僚)(?:の)?(?:家|いえ|部屋|人の家|とこ|所|おばちゃん|おばさん|うち)?(?:に|へ|で)(?:い(?:る|ます)|おる|おります|逃げ|来た|来てる|着い|かくま|入れて|保護)|(?:コンビニ|交番|警察署|ファミレス|駅|お店)(?:に|へ|の中に|まで)(?:逃げ|着い|入った|入りました|かけこ|駆け込|い(?:る|ます)|おる)|窓から(?:出|逃げ)|逃げ(?:られた|切っ|てきた|出せた|出した|出しました)"
    r"|\b(?:i|we)(?:'m|'re| am| are)? ?(?:ran|run|fled|escaped|went|got|made it|came|safe|hiding)? ?(?:out )?(?:to|at|in|into|inside|over at|with) ?(?:my |a |the |our )?(?:friend\w*|neighbou?r\w*|sister\w*|aunt\w*|uncle\w*|colleague\w*|police station|police box|koban|convenience store|konbini|seven eleven|lawson|family ?mart|cafe|restaurant|next door)(?:'?s)?(?: (?:house|home|room|place|flat|apartment))?\b|\b(?:i|we) (?:got|climbed|jumped) out (?:of )?(?:the )?(?:window|house|flat|apartment|back door)|^(?:ran|fled|escaped|got out) (?:to|at|in|into) (?:my |a |the |our )?(?:friend\w*|neighbou?r\w*|police|koban|convenience store|konbini|seven eleven|lawson|family ?mart|next door)"
)
_FOLLOWED = re.compile(
    r"まだ(?:い(?:る|ます)|お(?:る|ります))|ドア(?:を|が)|叩い|蹴っ|男が|出してくれ|探して(?:い)?る|追っ?て|追いかけ|ついて(?:き|来)|すぐ(?:後|うしろ)|外に(?:いる|おる|来)|見つか(?:る|り|っ)そう|\b(?:follow\w*|chas\w*|behind me|he is outside|he'?s outside|found me|coming here|still there|outside|at the door|bang\w*|knock\w*|won'?t let|looking for (?:me|us)|he(?:'s| is) (?:at|in) (?:the|my)|came in)\b"
)
_SHUT_IN = re.compile(
    r"(?:トイレ|風呂|浴室|押し?入れ|クローゼット|部屋|物置|ベッドの下)[^。\n]{0,16}(?:鍵|ロック|閉じこも|隠れ|こもって)|(?:鍵|ロック)[^。\n]{0,10}(?:トイレ|風呂|浴室|部屋|押し?入れ)|隠れて"
    r"|\b(?:bathroom|toilet|closet|wardrobe|bedroom|my room|this room|cupboard)\b[^\n]{0,30}\block|\block\w*\b[^\n]{0,30}\b(?:bathroom|toilet|closet|bedroom|my room|this room)\b|\b(?:hid|hiding|barricad\w*)\b"
)
"""Hidden in one room of a house that somebody is in: no place to be safe."""
_NOBODY_THERE = re.compile(
    r"もういない|(?:誰|だれ)も(?:い|お)(?:ない|らん)|いなくなっ|帰った|帰りました|去った|行った|出て行|出ていっ|警察(?:が|は|の人)?(?:来|き)(?:た|て|ました)|逮捕|連れて行かれ|離れて|遠い|\b(?:gone|left|drove off|went away|walked away|police (?:is|are|came|here|arrived)|arrested|brother is (?:here|home)|not here any|dad is (?:here|home)|mom is (?:here|home)|far away)\b"
)

_ATTACKS = re.compile(
    r"外|ドア|玄関|窓|包丁|ナイフ|刃|バット|殴|蹴|叩|つけられ|追|押し入|襲|叫|怒鳴|開けろ|\b(?:outside|door(?! (?:is |was )?(?:shut|closed|locked))|window|knife|bat|weapon|follow\w*|chas\w*|hit\w*|beat\w*|kick\w*|punch\w*|chok\w*|grab\w*|shout\w*|scream\w*|break\w*|attack\w*|hurt\w*)\b"
)
_EDGES = ("crisis.means.edge", "crisis.means.tracks", "crisis.edge.")
_TAKEN = "crisis.hurt"
"""Said to who has taken or done something."""
_MARKS = ("crisis.means.", "crisis.edge.", "crisis.hurt", "crisis.safe_now", "eased.")
_SYMPTOMS = re.compile(
    r"(?:手|体|足)(?:が|は)?(?:ふる|震)え|気持ち(?:が)?(?:悪|わる)|きもちわる|気分(?:が)?悪|吐(?:い|き|く)|はき(?:そう|け)|めまい|ふらふら|くらくら|眠(?:い|く|たい)|ねむ(?:い|く)|ぼーっと|しびれ|息(?:が)?(?:苦|くる|しにく)|(?:うま|上手)く(?:打|う|話)[^。\n]{0,2}(?:て|せ)な"
    r"|\b(?:shak(?:ing|y)|dizzy|sick|nause\w*|vomit\w*|throw(?:ing)? up|threw up|puk\w+|sleepy|drows\w*|numb|blurry|can'?t (?:type|see|breathe|stand|feel)|heart is (?:racing|pounding)|stomach (?:hurts|cramps))\b"
)
"""What the body does after pills."""
_INSIDE = re.compile(
    r"中(?:に|へ)?(?:い(?:る|ます)|入っ|入りました|戻)|部屋(?:に|へ|で|もど|戻)|家(?:に|へ|で|の中)|(?<!ま)(?:戻った|戻りました|もどった|戻って(?:き|来)|帰った|帰りました|帰って(?:き|来))|降り(?:た|ました|て)|おり(?:た|ました)|下り(?:た|ました|て)|教室|保健室|迎え|布団|ベッド|コンビニ|(?:駅員|おまわり|警察|救急)[^。\n]{0,6}(?:来|着|いる|います|一緒|付き添)"
    r"|\b(?:inside|indoors|in (?:my|the|our|his|her|their|\w+'?s) (?:room|house|home|bed|kitchen|hall|lobby|dorm room|flat|apartment|car|store|class\w*|office)|home|downstairs|came down|come down|went down|got down|climbed down|down now|in bed|with my|picked me up|people around|back in)\b|\b(?:police|ambulance|station staff|officers?)\b[^.!?\n]{0,12}\b(?:here|came|come|arrived|with me)\b"
)
_NOT_INSIDE = re.compile(
    r"戻りたくな|帰りたくな|戻れな|帰れな|入りたくな|\b(?:can'?t|won'?t|don'?t want to|not) (?:go|come|get|be) (?:back |down |in|inside|home)|\bstill (?:on|up|here|outside)\b|\bnot inside\b"
)


def begins(found: Danger, words: str, *, context: Context) -> Optional[Danger]:
    """Return a danger told by who attacks, by who is attacked with a weapon, or of somebody else behind a door; None for no such.

    What the rules hear clearly of the writer's own wish or wound, or of an attack on them, is believed before it.
    """
    is_attacked = found.level == CLEAR and found.kind == VIOLENCE and found.about == "self"
    if (found.level != CLEAR or found.kind == VIOLENCE) and _is_rage(words):
        return Danger(level=CLEAR, kind=VIOLENCE, about="self", means=RAGE)
    if _is_behind_door(words):
        return Danger(level=CLEAR, kind=HARM, about="other", means="blade")
    if is_attacked:
        return None
    if _is_held_at(words, context):
        return Danger(level=CLEAR, kind=VIOLENCE, about="self", means="attacker")
    return _of_somebody_else(found, words, context)


def _is_held_at(words: str, context: Context) -> bool:
    """Tell whether somebody holds a weapon at the writer."""
    if _LONG_AGO.search(words) or talk_of(context) in (OWN, OTHERS):
        return False
    is_attack = talk_of(context) == TALK_OF_VIOLENCE and context.safety == "danger"
    is_held = _HOLDS_WEAPON_JA.search(words) or (_HOLDS_WEAPON_EN.search(words) and _AT_ME.search(words))
    return bool(is_held or (is_attack and _WITH_WEAPON_JA.search(words)))


def _of_somebody_else(found: Danger, words: str, context: Context) -> Optional[Danger]:
    if talk_of(context) == OTHERS and context.safety == "danger" and _DROWSY.search(words) and _PILLS.search(words):
        return Danger(level=CLEAR, kind=VIOLENCE, about="other", means="pills")
    if found.level != CLEAR and _WISHES_OF_OTHERS.search(words) and talk_of(context) != OWN:
        return Danger(level=DOUBT, kind=WISH, about="other")
    return None


def _is_behind_door(words: str) -> bool:
    """Tell whether somebody else is shut in with what could hurt them, and nobody stands outside whom they hide from."""
    is_shut_in = _CLOSED_IN.search(words) and _SOMEBODY_ELSE_IN_IT.search(words)
    return bool(is_shut_in) and not _HIDES_FROM.search(words)


def goes_on(found: Danger, words: str, *, context: Context) -> Danger:
    """Return a danger as it goes on: fled is over, a locked door alone is not, and who stands high up is in danger until they are inside."""
    if context.safety != "danger":
        return found
    if talk_of(context) == TALK_OF_VIOLENCE:
        return _violence_goes_on(found, words)
    return _despair_goes_on(found, words, context) if talk_of(context) == OWN and found.level == NONE else found


def _violence_goes_on(found: Danger, words: str) -> Danger:
    if (_FLED.search(words) and not _FOLLOWED.search(words)) or is_with_people(words):
        return replace(found, level=NONE, kind="", means="", about="self", passed=True)
    is_shut_in = found.passed and _SHUT_IN.search(words) and not _NOBODY_THERE.search(words)
    return replace(found, passed=False) if is_shut_in else found


def _despair_goes_on(found: Danger, words: str, context: Context) -> Danger:
    """Return the danger of who took something and feels it, or is high up and has not come in; nothing they write names it."""
    if context.has_said(_TAKEN) and _SYMPTOMS.search(words) and not found.passed:
        return Danger(level=CLEAR, kind=VIOLENCE, means="pills", told=found.told)
    if not _last_place(context).startswith(_EDGES):
        return found
    if _INSIDE.search(words) and not _NOT_INSIDE.search(words):
        return replace(found, about="self", passed=True)
    is_there = found.passed or not asks(words)
    return replace(found, level=CLEAR, kind=WISH, about="self", means="edge", passed=False) if is_there else found


def _last_place(context: Context) -> str:
    """Return the last thing said about means, a place or relief: who came down and has pills now is not on the roof."""
    return next((key for key in reversed(context.said) if key.startswith(_MARKS)), "")


def is_only_near(found: Danger, words: str, *, context: Context) -> bool:
    """Tell whether violence is heard where despair was talked about: somebody in a room downstairs is near to a man in the house."""
    is_attacker = found.kind == VIOLENCE and found.about == "self" and found.means == "attacker"
    is_own = talk_of(context) == OWN and context.safety in ("danger", "eased")
    return is_attacker and is_own and not _ATTACKS.search(words)


def _is_rage(words: str) -> bool:
    if _TAKEN_BACK.search(words) or _NOT_OURS.search(words):
        return False
    is_ready = _IS_THERE_JA.search(words) or _HAS_WEAPON_JA.search(words)
    if is_ready and _MEANS_TO_JA.search(words):
        return not _HOLDS_WEAPON_JA.search(words)
    is_ready = _IS_THERE_EN.search(words) or _HAS_WEAPON_EN.search(words)
    return bool(is_ready and _MEANS_TO_EN.search(words))
