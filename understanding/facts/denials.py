"""What somebody says did not happen: no threat, no demand for money, no image sent; and demands that are no threat."""

import re
from collections.abc import Mapping
from typing import Any

from understanding.context import Context
from understanding.known import names

DENIED = "denied"
"""The fact that holds what somebody said is not so: a role, `threatened`, `money`, `images`; it counts until they tell it again."""

MONEY, IMAGES = "money", "images"
OF_IMAGES = "question.threat_sent_more"
"""The beginning of the answer to somebody who sent images under a threat."""

_THREAT_EN = r"(?:threat\w*|blackmail\w*|extort\w*|sextort\w*)"
_NO_THREAT = re.compile(
    rf"\b(?:i|we|she|he|they|it|this|that|there)(?:'?m|'?re|'?s| am| are| is| was| were| have| has)? ?(?:not|never|isn'?t|wasn'?t|aren'?t|weren'?t|haven'?t|hasn'?t|didn'?t|don'?t)(?: (?:been|being|getting|get|got|even|actually|really|about|an?|any|receive\w*|say|said|i|am|was|is|it|this|mention\w*))* {_THREAT_EN}\b"
    rf"|\b(?:no ?body|no one)(?:'s| is| has| was| ever)*(?: been)? {_THREAT_EN}|\b(?:there (?:is|was)|there'?s|got|had) no {_THREAT_EN}"
    r"|(?:脅|おど)(?:か)?され(?:て|た|てる|ている)?(?:とか|り)?(?:は|も|とか|なんか|なんて|わけ(?:じゃ|では|でも)|ん(?:じゃ|では)|の(?:では|じゃ)|こと(?:は|も)|(?:し|)て(?:は)?)*(?:い)?(?:な(?:い|かっ|く)|ませ|あり?ま)"
    r"|(?:脅迫|恐喝|ゆす(?:り|ら)|脅し|おどし)(?:とか|なんか|なんて|され|れ)*(?:は|を|じゃ|では|も)?(?:受け)?(?:て)?(?:は|も)?(?:い)?(?:な(?:い|かっ|く)|ませ|あり?ま)"
)
_OF_THE_PAST = re.compile(
    r"(?:もう|いまは|今は|最近は|今日は|あれから|それから|それ以来)[^。、]{0,6}$|\b(?:says?|said|claims?|swears?|if|whether)\b[^.!?\n]{0,14}$"
)
_ASKED_OR_OVER = re.compile(
    r"^[^.!?。\n、,]{0,8}(?:かな|かどうか|か[?。]|よね|\?)|^(?:か|けど怖い)|^[^.!?\n,]{0,30}(?:\?|\bany ?more\b|\b(?:today|since|again|lately|recently|this week)\b|\bthat (?:he|she|they))"
)
_NO_MONEY = re.compile(
    r"(?:お金|おかね|金)(?:の(?:話|問題|こと)|(?:は|を|とか|なんか|も)?(?:要求|請求)され(?:て|た(?:わけ|こと)))(?:は|も|じゃ|では|でも|とか)*(?:い)?(?:な(?:い|くて)|ませ|あり?ま)"
    r"|\b(?:not|isn'?t|wasn'?t|never)(?: \w+)? (?:about|for|asking (?:me )?for|asked (?:me )?for) (?:the )?(?:money|cash|payment)\b|\b(?:no ?body|no one)(?:'s| is| has)? (?:ask\w*|want\w*|demand\w*)(?: (?:me|us))?(?: for)?(?: any)? money\b|\bno money (?:involved|was asked)\b"
)
_NO_IMAGES = re.compile(
    r"(?:写真|画像|動画|裸|はだか|自撮り|ヌード)(?:とか|や|も|は|なんか|なんて|自分の|の|裸|写真|画像|動画|じたい|を|、)*(?:送|おく|渡|見せ)(?:っ|し)?(?:て|た(?:わけ|ん|の)(?:じゃ|では))(?:は|も)?(?:い)?(?:な(?:い|かっ)|ませ|あり?ま)"
    r"|(?:送った|渡した|払った)(?:の|やつ)(?:は|が)[^。、]{0,8}(?:写真|画像|動画|裸)(?:じゃ|では)(?:な|あり)"
    r"|\b(?:didn'?t|did not|didnt|never|haven'?t|have not)(?: \w+)? (?:send|sent|gave?|given|show|shown|shared?)(?: (?:him|her|them|anyone|any|a|of|my|the|real|actual|more))*(?: (?:nude|naked|private|own))?(?: (?:nudes?|pics?|photos?|pictures?|images?|videos?|selfies?))\b"
    r"|\b(?:it )?(?:wasn'?t|was not|isn'?t|is not|not) (?:an? |any |the )?(?:nude |naked )?(?:nudes?|pics?|photos?|pictures?|images?|videos?)\b(?=[^.!?\n]{0,24}\b(?:i sent|code|card|money|yen)|[,.;] (?:it was|a|the|i sent))"
)
_DOCUMENT = re.compile(
    r"パスポート|旅券|免許証?|身分証|身元|本人確認|マイナンバー|個人番号|保険証|学生証|社員証|在留カード|戸籍|住民票|(?<![a-z])id(?![a-z])|証明書|証明写真|委任状|署名"
    r"|\b(?:passports?|(?:driver'?s?|driving) licen[cs]es?|licen[cs]es?|(?:my|your|an|the|of|with|photo|send|show|upload) ids?|id cards?|identity|identification|my ?number|residence cards?|proof of|documents?|signature)\b"
)
_BY_A_FORM = re.compile(
    r"フォーム|申請|申告|通報|削除依頼|手続き|本人認証|運営|サポート|窓口|問い合わせ|\b(?:forms?|report(?:ing)?|support|verif\w+|takedown|removal|help ?desk|help cent(?:er|re)|captcha)\b"
)
_BARGAIN = re.compile(
    r"代わりに|やるって|やると|(?:ない|なかったら|なければ|なきゃ|たく)(?:と|なら)|\b(?:unless|or (?:else|he|she|they)|if i|otherwise|in return)\b"
)
_OF_THE_BODY = re.compile(r"裸|ヌード|下着|胸|エロ|性的|\b(?:nudes?|naked|topless|sexual|intimate|more)\b")
_WEAK = re.compile(r"(?:写真|動画|画像)(?:を)?(?:送|見せろ)|要求|\bwants? me to\b|\bask\w*\b")


def is_for_a_document(sentence: str, demand: str) -> bool:
    """Tell whether a site, a form or an office demands a document or a copy of the image, by a sentence and the demand in it: no threat."""
    if not _WEAK.search(demand) or _OF_THE_BODY.search(demand) or _BARGAIN.search(sentence):
        return False
    return bool(_DOCUMENT.search(sentence) or _BY_A_FORM.search(sentence))


def is_weak(demand: str) -> bool:
    """Tell whether words are read as a threat that alone may be something else: after a denial they count no more."""
    return bool(_WEAK.search(demand))


def without_denied_threat(text: str) -> str:
    """Return a normalised text without the words by which it says that nobody threatens; the same text where it does not say so."""
    for match in reversed(list(_NO_THREAT.finditer(text))):
        is_open = _ASKED_OR_OVER.match(text[match.end() :]) or _OF_THE_PAST.search(text[: match.start()])
        if not is_open:
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return text


def denied_payment(text: str, *, paid: str, context: Context) -> "dict[str, Any]":
    """Return what a normalised text takes back of what was paid: the money that was demanded, or the images that were sent."""
    denied = [MONEY] if _NO_MONEY.search(text) and paid != MONEY else []
    was_taken_so = context.known.get("paid") == IMAGES or context.has_said(OF_IMAGES)
    if was_taken_so and paid != IMAGES and _NO_IMAGES.search(text):
        return {DENIED: [*denied, IMAGES], "not_paid": [IMAGES]}
    return {DENIED: denied} if denied else {}


def together(*facts: Mapping[str, Any]) -> "dict[str, Any]":
    """Return what several readings of one message deny, and what they tell again, as facts without what is empty."""
    found = {key: [name for one in facts for name in one.get(key, ())] for key in (DENIED, f"not_{DENIED}")}
    return {key: value for key, value in found.items() if value}


def told_again(role: str, *, context: Context) -> "dict[str, Any]":
    """Return as a fact that a role is told that was denied before."""
    return {f"not_{DENIED}": [role]} if role and is_denied_before(role, context.known) else {}


def is_denied_before(what: str, known: Mapping[str, Any]) -> bool:
    """Tell whether somebody said earlier that something is not so."""
    return what in names(known.get(DENIED))
