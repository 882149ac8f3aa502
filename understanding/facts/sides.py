"""Who did it and who is in the image, where somebody says it plainly: another than their child, another than they themselves."""

import re

from understanding.people import CHILD_EN, CHILD_JA, WRITER_JA

_OUR_WORDS = re.compile(
    r"(?<!can )(?<!could )(?<!will )(?<!would )(?<!please )\b(?:(?:why )?(?:do |are |did )?you|your answers?|this chat|the (?:bot|answer))(?:'re| are)? (?:\w+ ){0,3}?(?:say|says|said|saying|write|writes|wrote|writing|think|thinks|thought|thinking|treat|talk|talking|told|tell|assume)\b(?: \w+){0,3}? (?:that|my|i|it|as|like|[\"“'])[^.!?\n]{0,80}"
    rf"|{CHILD_JA}(?:が|は)[^。!?\n]{{0,14}}(?:作っ|つくっ|やっ|し|広め|回し)た(?:みたい|よう|こと|側)(?:に|な)[^。!?\n]{{0,8}}(?:書|言わ|いわ|なって|扱|され|決め|思わ|話)|{CHILD_JA}(?:が|は)[^。!?\n]{{0,14}}た(?:って|と)(?:書|決めつけ)"
)
"""What the last answer said, repeated by somebody who protests against it."""

_GIRL = re.compile(r"\b(?:my|our) (?:[\w-]+ )*?(?:d[aou]\w{2,6}r|girl|granddaughter)\b(?!friend)|娘|次女|長女")
_BOY = re.compile(r"\b(?:my|our) (?:[\w-]+ )*?(?:son|boy|grandson|stepson)\b(?!friend)|息子|次男|長男")

_DOER_EN = (
    r"(?<!my )(?<!our )(?<!my own )\b(?:(?:the|these|those|some|two|three|a few|a couple of|many|all|other|another|one of the|an?|this|that|her|his|their) )*(?:(?:older|younger|same|bad|stupid|mean|other|male|few) )*"
    r"(?:boys?|guys?|kids?|girls?|lads?|classmates?|class mates?|schoolmates?|students?|pupils?|bull(?:y|ies)|somebody|someone|some(?: one| body)|stranger|man|men|people|seniors?|teammates?|ex|boyfriend)"
)
_WHERE_EN = r"(?: (?:in|from|at|of|on) (?:(?:the|her|his|their|same|my|our|this|that|an?) ){0,2}[\w'-]+(?: (?:class|school|grade|year|team|club|group|[\d-]+\w*))?)?"
_DEED_EN = (
    r"(?: (?:who|that|have|has|had|just|also|all|now|then|maybe|only|really))* (?:made|makes?|making|creat(?:e|es|ed)|generat(?:e|es|ed)|did|does|do|done|us(?:e|es|ed|ing)|edit(?:s|ed)?|puts?|post(?:s|ed)?|"
    r"shar(?:e|es|ed)|sen[dt]s?|turn(?:s|ed)?|chang(?:e|es|ed)|nudif\w+|undress\w*|strip\w*|fak(?:e|es|ed)|photoshop\w*|deepfak\w*|took|takes?|spreads?|show(?:s|ed)?)\b"
)
_NOT_THEIR_OWN = r"(?! (?:\w+ )?(?:best|old|own|ex|friends?|class\w*|teachers?|sisters?|brothers?|cousins?|crush|girlfriend|boyfriend|enem\w+|rivals?|seniors?|juniors?|mates?|team\w*|mum|mom|mother|neighbou?r\w*|coach)\b)"


def _done_to(pronouns: str, possessives: str) -> "re.Pattern[str]":
    """Return what somebody else did, as a pattern, to the one called by these pronouns."""
    whom = rf"(?:{pronouns})\b{_NOT_THEIR_OWN}"
    return re.compile(
        rf"{_DOER_EN}{_WHERE_EN}{_DEED_EN}(?:[^.!?\n]{{0,60}}?(?:\b(?:of|to|with|on|at) {whom}|\b(?:{possessives}) (?:[\w-]+ )?(?:face|photos?|pics?|pictures?|images?|selfies?|body|head|name)\b|\b(?:make|makes|made|turn\w*|put|show\w*|undress\w*|strip\w*) {whom})"
        rf"|[^.!?\n]{{0,60}}?\b(?:of|to) {CHILD_EN}(?!'s? (?:friend|class|teacher))|[^.!?\n]{{0,40}}?{CHILD_EN}'?s? (?:photo|pic|picture|face|image|selfie|head|body))"
    )


_TO_HER, _TO_HIM = _done_to("her|herself", "her"), _done_to("him|himself", "his")
_ANOTHER_MADE_EN = re.compile(
    r"(?:\b(?:it (?:was|is)|it's|they are) )?\b(?:(?:some )?other|another|different|somebody else|someone else|some)(?: \w+)?(?: (?:boys?|girls?|kids?|child|children|students?|classmates?|people|person|guys?))?(?: in (?:the|her|his) (?:class|school))?(?: who| that)? (?:made|did|make|do|create[ds]?|posted)\b"
)
_VICTIM_EN = r"(?:the |a |real |only |actual |here )*(?:victim|target|one (?:in|on) (?:it|the \w+|this|that|these|those)|one (?:who|that|it|this) (?:was|got|is|has been|were|happened to|they)\b(?! (?:accused|caught|making|doing))|one (?:being )?(?:hurt|harmed|targeted|bullied)|(?:girl|boy|child|kid|person|face) in (?:it|the \w+|this|that|these|those))"
_CHILD_VICTIM_EN = re.compile(
    rf"{CHILD_EN}(?:'s| is| was|s)?(?: really| actually)? {_VICTIM_EN}(?![^.!?\n]{{0,12}}\b(?:too|also|as well)\b)"
    rf"|\b(?:victim|(?:girl|boy|child|kid|person|one|face) in (?:it|the \w+|this|that))(?: here)? is {CHILD_EN}(?!'s (?:friend|class))"
    rf"|\b(?:photos?|pics?|pictures?|images?|videos?|nudes?|fakes?|it|this|they)(?:'s| is| are| was| were|s) (?:\w+ ){{0,2}}?of {CHILD_EN}(?!'s? (?:friend|class|teacher))"
)
_PRONOUN_VICTIM_EN = (
    re.compile(rf"\bshe(?:'s| is| was)?(?: really| actually)? {_VICTIM_EN}(?![^.!?\n]{{0,12}}\b(?:too|also)\b)"),
    re.compile(rf"\bhe(?:'s| is| was)?(?: really| actually)? {_VICTIM_EN}(?![^.!?\n]{{0,12}}\b(?:too|also)\b)"),
)
_NOT_EN = r"(?:didn'?t|did not|did ?nt|never|has not|hasn'?t|have not|haven'?t|would never|wouldn'?t|do not|don'?t|doesn'?t|does not)"
_NOT_THE_DEED_EN = r"(?! (?:alone|on purpose|by (?:him|her)self|for|only|just|all by|mean))"
_DENIED_EN = re.compile(
    rf"{CHILD_EN} (?:is innocent|{_NOT_EN} (?:even |ever )?(?:do|did|done|made|make|create|start) (?:this|it|that|any\w*|nothing|them|the \w+|an?)\b{_NOT_THE_DEED_EN}|(?:did|do|made|make|post|posted) nothing|(?:is|was) not the one (?:who|that)|(?:isn'?t|wasn'?t) the one (?:who|that))"
    rf"|\b(?:it )?(?:wasn'?t|was not|isn'?t|is not|not) {CHILD_EN}(?: who| that)? (?:who |that )?(?:made|did|posted|create)"
)
_SAYS_NO_EN = re.compile(
    r"\b(?:says?|said|swears?|claims?|insists?|tells?|told|promis\w+|denies|accus\w+|blam\w+|suspect\w*|suspend\w*|thinks?|believes?)\b"
)
"""Somebody else's word that the child did not do it, or did: a parent who repeats it is still the parent of one who is accused."""
_PROTESTS_EN = re.compile(r"(?:^|[.!?] ?)(?:no+|nope|wrong|stop|wait|not)\b|\byou\b|\bTO\b")
_TOOK_PART_EN = re.compile(
    rf"{CHILD_EN}(?: \w+){{0,3}}? (?:and|with|together with) {_DOER_EN}|{_DOER_EN}{_WHERE_EN} (?:and|with) {CHILD_EN}"
    rf"|(?:{CHILD_EN}|\b(?:he|she|i))(?: (?:has|have|only|just|also|then|even|really|helped|later))* (?:made|shared|forwarded|sent|posted|passed|helped|joined|spread|edited|saved|showed|did it)\b(?! (?:me|us|nothing)\b)"
    r"|\b(?:he|she) (?:only|just) \w+|\bmade (?:it|one|them) too\b|\bpictures of girls\b"
)

_DOER_JA = r"(?:(?:クラス|同級生|同じ学校|学校|部活|塾|学年|他校|別|ほか|他|近所|別のクラス)の[^。、!?\n がはにをの]{1,8}|男子(?:生徒)?|男の子|女子(?:生徒)?|同級生|クラスメイト|クラスメート|先輩|後輩|友達|友だち|誰か|だれか|元カレ|元彼|いじめっ子|相手(?:の子)?|ほかの子|別の子)(?:たち|達|ら|の子|数人|[0-9一二三]人)*"
_DEED_JA = r"(?:(?:作|つく|造)(?:っ|り)|加工し|合成し|生成し|編集し|コラし|裸に(?:し|加工)|ヌードに|脱が(?:せ|し)|晒し|さらし|流し|回し|まわし|ばらま|投稿し|載せ|広め|撮っ)"
_PASSIVE_JA = r"(?:(?:作|つく|撮|晒|さら|脱が|回|まわ|流|使|いじ|ばらま)[らさわがかめ]?れ|(?:加工|合成|生成|編集|拡散|投稿|裸に|ヌードに)され|載せられ|広められ|やられ)"
_THINGS_JA = r"(?:の)?(?:裸|はだか|写真|しゃしん|画像|顔|動画|偽|にせ|フェイク|ヌード|体|名前)"
_ACTED_ON_JA = re.compile(
    rf"{_DOER_JA}(?:が|に|から|は)[^。!?\n]{{0,24}}(?:{CHILD_JA}{_THINGS_JA}|{CHILD_JA}を)[^。!?\n]{{0,20}}(?:{_DEED_JA}|使)|{CHILD_JA}{_THINGS_JA}[^。!?\n]{{0,12}}{_DOER_JA}(?:が|に)[^。!?\n]{{0,16}}(?:{_DEED_JA}|{_PASSIVE_JA})"
    rf"|{CHILD_JA}(?:が|は|も)[^。!?\n]{{0,20}}{_DOER_JA}(?:に|から)[^。!?\n]{{0,24}}{_PASSIVE_JA}|{_DOER_JA}(?:に|から)[^。!?\n]{{0,10}}{CHILD_JA}(?:が|は|{_THINGS_JA})[^。!?\n]{{0,20}}{_PASSIVE_JA}"
)
_ACTED_JA = re.compile(rf"{_DOER_JA}(?:が|は)[^。!?\n]{{0,24}}{_DEED_JA}")
_VICTIM_JA = re.compile(
    rf"{CHILD_JA}(?:は|が|こそ)[、]?(?:むしろ|完全に|本当に|ほんとに|ただの|逆に)*(?:被害(?:者|側|児童|生徒|を受け|に[あ遭])(?!の子|の方|に(?:対|謝)|へ|を(?!受)|さん)|(?:写|映|うつ)って|(?:写|映)され|裸にされ|やられた|された|作られた)"
    rf"|(?:被害者|被害に[あ遭]った(?:の|人)|(?:写|映|うつ)って(?:い)?る(?:の|人|子)|(?:作|やら|さ|晒さ|脱がさ|加工さ|合成さ)(?:られ|れ)?た(?:の|ほう|方|側|人))(?:は|が){CHILD_JA}(?!の|と同)"
)
_SIDE_JA = re.compile(
    r"(?:(?:作|つく)られた|やられた|された|被害(?:者)?(?:の)?|晒された)(?:側|ほう|方)(?:です|だ|なん|で|の(?:親|母|父)|なの|$|。)"
)
_ANOTHER_MADE_JA = re.compile(
    r"(?:作った|つくった|やった|加工した|流した|投稿した)(?:の|人|子|ほう)(?:は|が)[、]?(?:別|ほか|他|ちがう|違う|よそ)の(?:子|人|生徒|男子|やつ|誰か)|(?:作った|つくった|やった|加工した)(?:の|人)(?:は|が)[、]?"
    + _DOER_JA
    + r"(?:です|だ|なん|で、|$|。)"
)
_DENIED_JA = re.compile(
    rf"{CHILD_JA}(?:が|は|も)[^。、!?\n]{{0,8}}(?:(?:作った|つくった|やった|した)(?:ん|の|わけ)?(?:じゃ|では)(?:な|あり)|(?:作って|やって|して)(?:は)?(?:い)?(?:な(?:い|かった)|ません)|何も(?:悪いことは?)?(?:して|やって)(?:い)?(?:な|ませ))"
    rf"|(?:作った|つくった|やった|加害(?:者|側)?)(?:の|ほう|側)?は?(?:は|が)?{CHILD_JA}(?:じゃ|では)(?:な|あり)"
)
_SAYS_NO_JA = re.compile(
    r"(?:ない|ません)(?:って|と)[、]?[^。]{0,8}(?:言|い[いっう]|主張|否定|信じ)|学校(?:は|が|から)|疑|警察|認め|加害者(?:だ|扱い|と言)|言い張"
)
_TOOK_PART_JA = re.compile(
    rf"{CHILD_JA}(?:が|は|も)[^。!?\n]{{0,24}}(?:(?:作|つく)っ(?:た(?!ん?(?:じゃ|では|わけ))|て(?!(?:い)?(?:な|ませ))|ちゃ)|回し|送っ|送りま|広め(?!ら)|転送|加担|一緒に|保存し|手伝|流し(?!た?ん?じゃ))|{_DOER_JA}(?:と|や)[^。、]{{0,4}}{CHILD_JA}(?:が|は)|{CHILD_JA}(?:と|や){_DOER_JA}|(?:広め|回し|送っ|見)た?だけ|{CHILD_JA}の(?:同級生|クラス|友)"
)
_PROTESTS_JA = re.compile(
    r"違(?:う|い|って)|ちが(?:う|い)|じゃな(?:く|い)|ではな|ではあり|^(?:いや|いえ|え[、?])|書かない|言わない|言ってな|そんなこと"
)


def without_our_words(text: str) -> str:
    """Return a normalised text without what it repeats of the last answer, as somebody does who protests against it."""
    return _OUR_WORDS.sub(" ", text)


def child_is_harmed(text: str) -> bool:
    """Tell whether a normalised text says plainly that the writer's child is the one in the image, or that somebody else did it to them."""
    text = without_our_words(text)
    has_child = re.search(f"{CHILD_EN}|{CHILD_JA}", text)
    if not has_child or _TOOK_PART_EN.search(text) or _TOOK_PART_JA.search(text):
        return False
    if _CHILD_VICTIM_EN.search(text) or _VICTIM_JA.search(text) or _ACTED_ON_JA.search(text):
        return True
    return _done_to_the_child(text) or bool(_ACTED_JA.search(text))


def _done_to_the_child(text: str) -> bool:
    girl, boy = bool(_GIRL.search(text)), bool(_BOY.search(text))
    return bool((not boy and _TO_HER.search(text)) or (not girl and _TO_HIM.search(text)))


def clears_the_child(text: str) -> bool:
    """Tell whether a parent who was taken for that of a child who did it says that it was not so, in a normalised text."""
    if child_is_harmed(text):
        return True
    text = without_our_words(text)
    if _TOOK_PART_EN.search(text) or _TOOK_PART_JA.search(text):
        return False
    return _clears_in_english(text) or _clears_in_japanese(text)


def _clears_in_english(text: str) -> bool:
    if _SAYS_NO_EN.search(text):
        return False
    if _ANOTHER_MADE_EN.search(text) or _DENIED_EN.search(text):
        return True
    told = any(pattern.search(text) for pattern in _PRONOUN_VICTIM_EN)
    return told or _done_to_the_child(text)


def _clears_in_japanese(text: str) -> bool:
    if _SAYS_NO_JA.search(text):
        return False
    return bool(_ANOTHER_MADE_JA.search(text) or _DENIED_JA.search(text) or _SIDE_JA.search(text))


_I = WRITER_JA
_WRITER_HARMED = re.compile(
    rf"\bi(?:'m| am|m) {_VICTIM_EN}|\b(?:it'?s|it is) me in (?:it|the \w+|this|that)\b|\b(?:did|do|does|done) (?:it|this|that) to me\b|\bhappened to me\b"
    r"|\b(?:some(?:one|body)|they|he|she|boys|people|classmates?|others?|my ex)(?: \w+){0,2} (?:made|make|created|generated|did)\b[^.!?\n]{0,30}\bof me\b|\b(?:fakes?|pictures?|photos?|images?|nudes?|videos?) (?:is|are) of me\b"
    rf"|{_I}(?:は|が|こそ)[、]?(?:むしろ|本当に|完全に)*(?:被害者(?!の)|(?:作|つく)られた|された側|やられた側|された(?:ほう|方))|(?:被害者|(?:写|映)って(?:い)?る(?:の|人)|(?:作|つく)られた(?:の|ほう|方|側)|された(?:の|ほう|方|側))(?:は|が){_I}(?!の友|の(?:妹|弟|姉|兄|娘|息子)|の(?:彼|生徒))"
    rf"|{_I}の(?:写真|顔|画像)(?:が|で|を|から)[^。!?\n]{{0,12}}(?:(?:作|つく|使)[らわ]れ|加工され|合成され)"
)
_NOT_I_MADE = re.compile(
    r"\bi (?:really |never |honestly )*(?:didn'?t|did not|didnt|never|have not|haven'?t) (?:even |ever )?(?:make|made|create|do|done|did|generate)(?: (?:it|this|that|any\w*|them|the \w+|an?y? \w+|nothing))?(?= |$|[.,!?])(?! (?:mean|for|because|wrong|alone|on purpose))"
    r"|\bi (?:made|did|make) nothing\b|\bi(?:'m| am|m) not (?:the|a) (?:one who (?:made|did)|maker|perpetrator)|\b(?:it )?(?:wasn'?t|was not|isn'?t|is not) me who (?:made|did)"
    rf"|(?:作った|つくった|やった|加工した)(?:の|人)?(?:は|が){_I}(?:じゃ|では)(?:な|あり)|{_I}(?:が|は)(?:作った|つくった|やった)(?:ん|の|わけ)?(?:じゃ|では)(?:な|あり)|{_I}(?:は|が)(?:絶対|何も)?(?:作って|つくって|やって)(?:(?:は)?い)?(?:な(?:い|かった)|ません)"
)
_SHARED = re.compile(
    r"\b(?:only|just)\b|\bi (?:\w+ )?(?:shared|forwarded|sent|posted|passed|saved|watched|showed|put)\b|だけ|送り|送っ|回し|広め|保存|転送|流し|見せ"
)


def writer_is_harmed(text: str) -> bool:
    """Tell whether a normalised text says plainly that its writer is the one in the image."""
    return bool(_WRITER_HARMED.search(text))


def clears_the_writer(text: str) -> bool:
    """Tell whether who was taken for a maker says, in a normalised text, that they made nothing and only that."""
    return bool(_NOT_I_MADE.search(text)) and not _SHARED.search(text)
