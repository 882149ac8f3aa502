"""Violence that was done to the writer, is going to be, or is kept as evidence: nobody's wish to die, and no wound of their own making.

Tables of normalised texts, for whoever did it: a partner, somebody of the family, classmates.
"""

import re
from dataclasses import replace

from understanding.context import Context
from understanding.danger_people import WHO_JA
from understanding.danger_rows import HARM, NOW, WISH
from understanding.danger_subject import SUPPORTERS
from understanding.danger_told import VIOLENCE, talk_of
from understanding.reading import CLEAR, DOUBT, NONE, Danger

_PARTNER_JA = r"(?:彼氏|彼(?!女)|旦那|(?<!丈)夫(?!婦)|主人(?!公)|妻|嫁|同棲(?:相手|中の人)|パートナー|恋人|婚約者|元(?:カレ|彼|夫|旦那|カノ))"
_PARTNER_EN = r"(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc[eé]e?|spouse|ex)"
_MATES_JA = r"(?:クラス(?:の|メイト)|同級生|男子|女子|先輩|後輩|部活|部員|同じ(?:学年|班)|学校の(?:人|子|やつ|奴)|いじめ|班の(?:人|子)|[数二三四五\d]人がかり)"
_MATES_EN = r"(?:classmates?|(?:the |some |these |two |three |\d |older )?(?:boys?|girls?|kids|students|pupils|seniors|guys)|(?:someone|somebody|an? (?:guy|boy|girl|kid)) (?:in|from|at) my (?:class|school|year|grade|team)|team ?mates?|people (?:at|in|from) (?:my )?(?:school|class)|they)"

_PARTS_JA = r"(?:指|腕|骨|歯|鼻|足|手首|あばら)"
_DONE_JA = (
    r"(?:殴ら|なぐら|蹴ら|叩か|たたか|突き飛ばさ|つきとばさ|突き倒さ|引きずら|押し倒さ|押さえ(?:つけら|込ま)|おさえつけら|羽交い締めにさ|首(?:を)?(?:絞|締|し)めら|平手打ちさ|噛みつか|(?:水|プール|風呂)[^。、\n]{0,6}沈めら|あざ(?:を|が)?(?:つくら|作ら)|(?:物|もの|包丁|ナイフ|はさみ|灰皿|茶碗|食器|本|皿|コップ|スマホ|リモコン|椅子)(?:を|とか)?(?:投げ(?:つけ)?ら|ぶつけら)|(?:髪|腕|手首|胸ぐら)(?:を)?(?:引っ張ら|つかま|掴ま|ねじら)"
    rf"|{_PARTS_JA}(?:を|が|の骨を)?折ら|(?:けが|ケガ|怪我|やけど|火傷|骨折)(?:を)?させら|(?:壁|床|階段|ドア)(?:に|から)[^。、\n]{{0,6}}(?:押しつけら|押さ|落とさ|叩きつけら))れ"
)
_BODY_EN = r"my (?:\w+ )?(?:arms?|fingers?|thumb|wrists?|nose|ribs?|hands?|face|head|neck|throat|hair|legs?|jaw|tooth|teeth|back|body|eyes?|lip|shoulders?|stomach|chest)"
_VERB_EN = r"(?:push|shov|hit|slapp?|punch|kick|chok|strangl|dragg?|grabb?|pinn?|beat|bruis|burn|bit|bent|bend|twist|brok|break|headbutt|dislocat|crack|fractur|yank|slamm|smack|elbow|stomp)(?:e?d|e|en|s|es)?"
_DONE_EN = (
    rf"\b(?:{_PARTNER_EN}|{_MATES_EN}|he|she|someone|somebody|man|guy|dad|father|mother|brother)\b(?:(?!\bi\b)[^.!?\n]){{0,24}}\b{_VERB_EN} (?:(?:me|us)(?! (?:up|off|out|to|with (?:a|the|his) (?:message|bill|lawsuit|text)|hard (?:that|how)|a|some|by surprise)\b)|{_BODY_EN})\b"
    rf"|\b(?:he|she|they|{_PARTNER_EN}|{_MATES_EN})\b(?:(?!\bi\b)[^.!?\n]){{0,16}}\b(?:h(?:e|o)ld me (?:down|still|against|by)|thr(?:ew|ow|own) (?:me (?:against|down|on|to the|into)|(?:\w+ ){{1,3}}at (?:me|us))|put (?:his|her|their) hands? (?:on|around) (?:me|my)|left (?:bruises|marks))\b"
    r"|\bi (?:was|got|have been|'ve been|get) (?:\w+ )?(?:pushed|shoved|slapped|punched|kicked|choked|strangled|dragged|held down|pinned|beaten|bruised)\b"
)
_BRUISED = r"あざ(?:が|に|だらけ)[^。\n]{0,6}(?:でき|なっ|残|ある|あり)|\bbruis\w+ (?:on|all over|from|where)\b|\bcovered in bruises\b"
_HELD_JA = r"(?:スマホ|携帯|皿|家具|壁|テレビ)(?:を|も|が)[^。、\n]{0,4}壊(?:さ|し)|合鍵|鍵(?:を|も)?(?:まだ)?持って(?:る|い)|名義(?:は|が|も)"
_HELD_EN = r"\b(?:smashed|broke|destroyed|threw) (?:my|the|all my|our) (?:phone|laptop|plates?|things|glasses|tv|stuff|furniture)\b|\b(?:has|have|got|kept) (?:a |the |my |his |her )?(?:spare )?keys?\b|\b(?:lease|contract|apartment|flat|house|phone) is (?:in|under) (?:his|her|my (?:husband|boyfriend|partner))\b"
"""What the one who did it holds, or has broken: it is told beside what was done, and is nothing of this minute either."""
_NOW_TOO = re.compile(
    r"今夜|さっき|たった今|今まさに|今にも|まだ(?:い|怒|外)|ドア|玄関|外に|(?:来る|帰ってくる|向かって)|血が|れて(?:い)?(?:る|ます)(?:$|[。、!\n])|隠れ|助けて"
    r"|\b(?:right now|just now|now he|tonight|outside|at (?:the|my) door|coming|still here|is here|he'?s here|bleeding|won'?t let|hiding|\w+ing (?:me|my) (?:now|right)|help me$)\b"
)
_NOT_NOW = re.compile(r"(?:帰って|来|戻って)(?:こ|き|来)?(?:ない|ません)|\b(?:not|n't) (?:be )?coming\b")
_PARTED = re.compile(
    r"別れ(?:た|て|ました)|離婚(?:した|して|しま)|昔の|前の(?:夫|彼|結婚)|\b(?:broke up|divorced|separated|moved out|years ago|ex-husband from)\b"
)
_DESPAIR = re.compile(
    r"死|しにた|消えた|いなくなりた|飛び降|リスカ|自傷|切りた|自分(?:で|を|の手で)|もう(?:無理|むり|限界|いい|だめ|嫌|いや)|終わりに|生きて"
    r"|\b(?:die|dying|dead|kill(?:ing)? my ?self|suicid\w*|my ?self|end (?:it|my)|self.?harm\w*|disappear|can'?t (?:do|take|go|live)|want it to stop|i (?:cut|burn(?:ed)?|hurt)|pills?|overdos\w*|jump)\b"
)
_PLANNED_JA = r"(?:押さえ(?:つけ|込)|おさえつけ|脱が(?:す|せ|し)|裸に(?:する|し|させ)|殴(?:る|り)|ぼこ(?:る|す|ぼこ)|ボコ(?:る|す|ボコ)|囲(?:む|ん)|縛(?:る|り)|やって?(?:やる|る)|また(?:やる|する))[^。、\n]{0,6}(?:ぞ|って|と)[^。、\n]{0,6}(?:言|書|送|来|脅|決め|話し)"
_SOON_JA = r"明日|あした|遠足|修学旅行|合宿|体育|放課後|来週|月曜|部活|林間|校外学習"
_PLANNED_EN = rf"\b(?:{_MATES_EN}|he|she)\b[^.!?\n]{{0,24}}\b(?:going to|gonna|will|'ll|plan(?:ning)? to|want to|wants to)\b[^.!?\n]{{0,24}}\b(?:h[oe]ld me down|pin me|hit me|beat me|strip me|jump me|grab me|kick me|punch me|hurt me|get me (?:alone|after|at|on)|tie me|do it again)\b"
_PHOTO = r"写真|撮(?:っ|り|る|影)|証拠|診断書|\b(?:photos?|pics?|pictures?|photograph\w*|evidence|proof|doctor'?s (?:note|certificate)|record of)\b"
_INJURY = r"あざ|アザ|傷|きず|けが|ケガ|怪我|腫れ|痕|跡|あと(?:が|を|も)|\b(?:bruis\w*|cuts?|marks?|wounds?|injur\w*|swell\w*|swollen|scratch\w*|scars?|black eye|burns?)\b"
_PROVES = r"証拠|診断書|警察|(?:撮|と)っ(?:た|とい(?:た|て)|ておい(?:た|て))(?:ほう|方)|見せ|記録|\b(?:evidence|proof|prove|police|doctor'?s (?:note|certificate)|record|report|court|lawyer|show)\b"
_OWN_ACT = re.compile(
    r"リスカ|自傷|自分で(?:切|つけ|やっ|傷)|切って(?:しま|も)|切りた|死|\b(?:my ?self|self.?harm\w*|i (?:made|did|cut|gave) (?!a |the photo|photo)|cutting|relaps\w*|suicid\w*|die)\b"
)

_DONE = re.compile(f"{_DONE_JA}|{_DONE_EN}")
_NOT_DONE = re.compile(
    rf"{_DONE_JA}(?:たり|たこと|てたり)?(?:とか)?(?:は|も)?(?:し)?(?:て(?:は)?(?:い)?)?(?:な(?:い|かった)|ません|ありません)"
)
"""That none of it is done."""
_BEFORE = re.compile(
    r"前(?:に|も|から|は)|以前|去年|おととし|先月|先週|昔|(?:こと|とき|時期)(?:も|が)?(?:ある|あり|あっ)|\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter)|ago|before|used to|once|in the past)\b"
)
_FACT = re.compile(f"{_HELD_JA}|{_HELD_EN}")
_BRUISE = re.compile(_BRUISED)
_PLANS = re.compile(f"{_PLANNED_JA}|{_PLANNED_EN}")
_SOON = re.compile(
    rf"{_SOON_JA}|\b(?:tomorrow|trip|camp|monday|after (?:school|class)|next week|gym class|changing room|pe)\b"
)
_MATES = re.compile(rf"{_MATES_JA}|\b{_MATES_EN}\b")
_PARTNERS = re.compile(rf"{_PARTNER_JA}|\b(?:my |the )?{_PARTNER_EN}\b")
_PHOTOS, _INJURIES, _FOR_PROOF = re.compile(_PHOTO), re.compile(_INJURY), re.compile(_PROVES)
_VICTIM = re.compile(rf"{WHO_JA}(?:ちゃん|さん|くん)?(?:が|は|も)[^。\n]{{0,20}}(?:に|から)[^。\n]{{0,16}}れ")


def is_done(words: str) -> bool:
    """Tell whether a normalised text tells of violence that was done to the writer."""
    told = _NOT_DONE.sub(" … ", words)
    return bool(_DONE.search(told) or _BRUISE.search(told)) and not _VICTIM.search(words)


def is_history(words: str) -> bool:
    """Tell whether a normalised text only tells what was done before, or what the one who did it holds: nothing of this minute."""
    tells = is_done(words) or _FACT.search(words)
    return bool(tells) and not _NOW_TOO.search(_NOT_NOW.sub(" … ", words))


def is_long_ago(words: str) -> bool:
    """Tell whether what a normalised text tells as history is by its words no news of today."""
    return bool(_BEFORE.search(words) or (_FACT.search(words) and not is_done(words)))


def is_planned(words: str) -> bool:
    """Tell whether others are going to do violence to the writer at a time that is known."""
    return bool(_PLANS.search(words) and _SOON.search(words))


def is_evidence(words: str, context: Context) -> bool:
    """Tell whether a wound is named because it is photographed or proved, and was made by somebody else."""
    if not (_PHOTOS.search(words) and _INJURIES.search(words)) or _OWN_ACT.search(words):
        return False
    is_talk = talk_of(context) == VIOLENCE or context.known.get("who") in ("ex_partner", "family")
    return bool(_FOR_PROOF.search(words)) or is_done(words) or is_talk


def is_violence_to_them(words: str, context: Context) -> bool:
    """Tell whether what sounds like despair or a wound is violence by somebody else, with no word of the writer's own despair."""
    tells = is_done(words) or is_planned(words)
    return tells and context.role not in SUPPORTERS and not _DESPAIR.search(words)


def as_done_to(found: Danger, words: str, context: Context, *, is_left: bool) -> Danger:
    """Return a danger as violence where that is told: by classmates, or by a partner before, it is asked about.

    `is_left` where nothing in the text was denied, over or quoted.
    """
    is_despair = found.level != NONE and found.kind in (WISH, HARM)
    if is_despair and is_evidence(words, context):
        return Danger()
    asked = Danger(level=DOUBT, kind=NOW, means="partner" if _PARTNERS.search(words) else "attacker")
    if is_despair and is_violence_to_them(words, context):
        return asked
    if context.role in SUPPORTERS or context.safety != "calm" or found.passed:
        return found
    is_mates = bool(_MATES.search(words)) and not _PARTNERS.search(words)
    if found.level == CLEAR:
        is_old = found.kind == NOW and found.about == "self" and is_mates and is_history(words)
        return replace(found, level=DOUBT) if is_old else found
    if found.level != NONE or not is_left:
        return found
    is_partner = bool(_PARTNERS.search(words)) or context.known.get("who") == "ex_partner"
    is_told = is_planned(words) or (is_done(words) and (is_mates or is_partner) and not _PARTED.search(words))
    return asked if is_told else found
