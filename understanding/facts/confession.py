"""Whether somebody says plainly that they did it themselves, also after having spoken of a friend."""

import re

from understanding.facts.others_words import without_others_words
from understanding.people import WRITER_JA

_I = WRITER_JA + r"(?:たち|ら)?"
FIRST_PERSON = re.compile(
    rf"\b(?:i|i'm|i've|im|we|me|my|ive)\b|{WRITER_JA}(?:たち|ら)?(?:が|は|も|で|、|です|なん|じゃ|$)"
)
"""Words by which writers name themselves."""

_DID = (
    r"(?:(?:作|つく|造)っ(?:た|ちゃった|てた|てしまった)|(?:加工|合成|生成|拡散|転送)し(?:た|ちゃった|てしまった)|や(?:った|っちゃった|ってしまった)"
    r"|(?:流|回|まわ)し(?:た|ちゃった|てしまった)|広め(?:た|ちゃった)|ばらまいた|(?<=のも)送った|(?<=のと)送った)"
)
"""What nobody does to an image of their own; who sent or posted one may be the one who was harmed."""
_HOW = r"(?:[、, ]|ほぼ|全部|ぜんぶ|実は|じつは|ほとんど|だいたい|正直|本当は|ほんとは|ホントは|たぶん|実際(?:に|は)?|アプリで|一人で|ひとりで)*"
_NOT_SAID = r"(?!じゃ|では|を|の|に|だ?って(?:言|い|疑|思|噂)|だ?と(?:言|い|疑|思|決|され)|ことに|が|は|も)"
_CONFESSED = re.compile(
    rf"{_DID}の(?:は|も|が|って)?{_HOW}{_I}{_NOT_SAID}"
    rf"|{_I}(?:が|は){_HOW}(?:やりました|やってしまいました|やった(?=んだ|んです|の?。|の$|$|。|、|わ|よ|っす)|加害者(?!じゃ|では|扱い|に(?:さ|仕立))|犯人(?:です|だ[。、よ]|なん|だった)|作った側|やった側|した側)"
    rf"|{_I}が{_HOW}{_DID}(?:んだ(?:よ|って(?:ば|。|、|$)|けど|。|$)|んです(?!か)|の(?:に)?[。、]|。|$)"
    r"|(?:作った|つくった|やった|加工した|回した|流した|加害)(?:ほうの)?側(?:の(?:話|人間|者|ほう|方|立場)|です|なん|だ(?!と)|で[、す]|。|、|$)"
    r"|\b(?:it was|it'?s|its) me\b[^\n]{0,60}\bi did (?:make|send|post|share|do) (?:it|this|that|them|one)\b"
    r"|\bi(?:'m| am| was|m) the one (?:who|that) (?:put|used|uploaded|ran|sent|shared|faked|edited|forwarded|posted|made|did|started|undressed)\b"
    r"|\b(?<!say )(?<!says )(?<!said )(?<!think )(?<!thinks )(?<!if )(?<!that )(?:i|we) (?:actually |really )?made (?:the|those|these) (?:pictures?|pics?|images?|photos?|nudes?|fakes?|deepfakes?|edits?)\b(?! (?:private|go|disappear|myself a|public))"
)

_INSISTS = re.compile(
    rf"(?:だから|いや|違う|ちがう|もう|本当に|ほんとに|マジで|まじで)(?:さ|って)?[、。, ]?{_I}(?:が|は){_HOW}{_DID}んだって(?:ば)?(?:[。、!]|$)"
)
"""`だから俺が作ったんだって`: without the word before it, it would be what somebody else says."""

ACCUSED = "accused"
"""The fact, `yes`, that the writer says not to have done what others say they did."""

_DENIES = re.compile(
    r"(?:作って|やって|加工して|広めて|回して|送って|して)(?:(?:は)?い)?(?:ない|ません|ねー?|ねえ)(?:し|よ|です|んです|のに|って|から|わ|。|、|$)[^\n]{0,40}(?:疑|犯人|せい|言われ|決めつけ|騒|さわ|信じ|誤解)"
    r"|(?:疑|犯人|せい|言われ|決めつけ|噂|うわさ)[^\n]{0,40}(?:作って|やって|加工して|広めて|回して|して)(?:(?:は)?い)?(?:ない|ません|ねー?|ねえ)(?!か)"
    r"|^(?:マジで|まじで|本当に|ほんとに|絶対|俺は|僕は|私は)?(?:作って|やって)(?:い)?(?:ない(?:です|んです|よ|し|。|$)|ません|ねー?よ?し?|ねえ)"
    r"|(?:作|や|し|加工し)(?:っ)?たことに(?:され|なって)|濡れ衣|ぬれぎぬ|冤罪|(?:犯人|加害者)(?:扱い|呼ばわり)|(?:俺|僕|私|自分)(?:が|を)?(?:犯人|疑わ)(?:だと|れて)|(?:俺|僕|私|自分)じゃな(?:い(?:って|です|のに|し)|くて)"
    r"|\b(?:falsely|wrongly|wrongfully) (?:accused|blamed)\b|\bi (?:was|am|'m|got|get|been|keep getting|have been) (?:being )?(?:accused|blamed|framed|suspected)\b"
    r"|\bi (?:really |literally |honestly )?(?:didn'?t|did not|never) (?:make|made|do|did|create|post|share|send)(?: it| that| this| anything| any| them| one)?\b(?! wrong)[^\n]{0,60}\b(?:think|thinks|say|says|said|saying|blam\w+|accus\w+|believe)\b"
    r"|\b(?:think|thinks|say|says|said|saying|blam\w+|accus\w+|believes?|decided)\b[^\n]{0,50}\b(?:i (?:made|did|posted|shared)|(?:it'?s|it was|its) me|on me)\b[^\n]{0,40}\b(?:didn'?t|did not|wasn'?t|not true|never)\b"
    r"|\b(?:it )?wasn'?t me\b"
)

_BLAMED = re.compile(
    r"疑|犯人|濡れ衣|ぬれぎぬ|冤罪|決めつけ|ことにされ|せいに(?:され|する)|\b(?:accus|blam|fram|suspect|falsely|wrongly)\w*|\b(?:say|says|saying|think|thinks) (?:it'?s|it was|i)\b"
)


def denies(text: str, *, role: str = "") -> bool:
    """Tell whether a normalised text says that the writer did not make or pass on what others say they did.

    Who told before what they did (`role` is maker) may say that they only passed it on: they are accused where they name who blames them.
    """
    if role not in ("", "maker") or (role and not _BLAMED.search(text)):
        return False
    return bool(_DENIES.search(text)) and not confesses(text)


def confesses(text: str) -> bool:
    """Tell whether a normalised text says in plain words that the writer made an image or passed one on."""
    return bool(_CONFESSED.search(without_others_words(text)) or _INSISTS.search(text))
