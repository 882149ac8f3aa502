"""From which side somebody writes: harmed themselves though they teach, of an employee or a pupil, of what their own child did."""

import re

from understanding.facts.confession import FIRST_PERSON
from understanding.facts.role_cues import names_another_doer
from understanding.people import CHILD_EN, CHILD_JA

_HARMED_MYSELF = re.compile(
    r"(?:生徒|児童|教え子|学生|部下|患者)(?:たち|ら)?(?:に|から)[^。\n]{0,6}(?:自分|私|わたし|僕|俺)の[^。、\n]{0,12}(?:画像|写真|動画|裸|顔|ヌード|コラ)[^。\n]{0,10}(?:(?:作|つく)ら|加工さ|回さ|まわさ|晒さ|さらさ|載せら|拡散さ|使わ|ばらまか|流さ)れ"
    r"|\b(?:pupils?|students?|kids?|class|colleagues?)\b[^.!?\n]{0,24}\b(?:made|created|edited|generated|shared|passed|posted|put)\b[^.!?\n]{0,40}\bof (?:me|myself)\b"
)

_AMONG_OTHERS = re.compile(
    r"(?:友達|友だち|ともだち|みんな|妹|姉|あの子|ほかの子|他の子)(?:も|と)(?:私|わたし|自分|うち|俺|僕)(?:も|が|の)?[^。\n]{0,20}(?:され|られ|やられ|写っ)|(?:自分|私|わたし|うち|俺|僕)の(?:も|画像も|写真も|顔も)(?:あ(?:り|る|っ)|出|載|回|作られ)(?![^。\n]{0,4}(?:たら|かも|のでは|んじゃ|ないか|どうしよう))|(?:私|わたし|自分|俺|僕|うち)も(?:その)?(?:中の|うちの)?(?:一人|ひとり|1人)|その中に(?:も)?(?:私|わたし|自分|俺|僕)|(?:うちら|私たち|俺ら|僕ら|自分たち)(?:\d+人)?(?:が|は|も|の)?[^。\n]{0,16}(?:され|られ|やられ)"
    r"|\bme and (?:my |some |two |three |a few |the )?(?:other )?\w+ (?:are|were|got|have been)\b[^.!?\n]{0,20}\b(?:in|fak\w+|deepfak\w+|edited|posted|undressed)\b|\bmy (?:\w+ )?friends? and (?:i|me)\b[^.!?\n]{0,20}\b(?:found|are|were|got)\b|\b(?:incl|including) me\b|\bme included\b|\bi(?:'?m| am) (?:one of (?:them|those|the (?:girls|boys|women|men|people|victims|ones))(?! who)|in (?:it|there|them) too|among them)\b|\bour whole (?:team|class|group|dance team|club|year) (?:got|was|were)\b"
)
"""The writer is one of several who were harmed: whoever else is named, they are not only beside it."""

_TOLD_ME = re.compile(
    r"(?:生徒|児童|教え子|学生|部下|患者)(?:たち|ら)?から[^\n]{0,40}(?:申告|申し出|相談|訴え|報告|打ち明け|連絡|聞い)"
)
"""`A pupil told me that a picture of herself is passed round`: the word for oneself is hers."""

ABOUT_THE_HARMED = (
    ("teacher", re.compile(r"(?:被害|当該)(?:の)?(?:子|生徒|児童|女子|男子)(?:は|が|の|に)|\b(?:the|our) (?:affected |harmed |victim )?(?:student|pupil) (?:is|was|says|told)\b")),
    ("friend", re.compile(
        r"(?:^|[。\n ])(?:店長|社長|経営者|オーナー|管理職|人事|工場長|女将|大家)(?:です|をして|やけど|だが|なのですが)|(?:うち|当社|弊社|わが社)の(?:(?:店|会社|旅館|工場|社)の(?:子|人|若い子)|従業員|社員|アルバイト|バイト(?:の子)?|パート|スタッフ|実習生)(?:が|の|に)"
        r"|\bi(?:'?m| am) (?:the |an? )?(?:owner|boss|manager|president|ceo|director|hr|supervisor) (?:of|at|in)\b|\b(?:my|our) (?:office lady|secretary|receptionist|waitress|cashier|part[- ]?timers?|employees?|workers?|staff|trainee|kitchen staff)\b[^.!?\n]{0,40}\b(?:fake|photo|picture|nude|naked|video|crying|image|edited)\b|"
        r"(?:女性|男性)?(?:社員|従業員|スタッフ|職員|部下|所属タレント)(?:の|が)[^。\n]{0,6}(?:顔|写真|画像|被害)"
        r"|\b(?:one of our|our|an?) (?:female |male |young )?(?:employees?|staff members?|direct reports?)\b[^.!?\n]{0,30}\b(?:face|photo|picture|nude|fake|image)"
    )),
)  # fmt: skip
"""Whoever writes of `the pupil` or `an employee` is not the one in the image; the role that serves them."""

_EMPLOYS = re.compile(
    r"\bi(?:'?m| am) (?:the |an? )?(?:owner|boss|manager|president|ceo|director|hr|supervisor) (?:of|at|in)\b|(?:^|[。\n ])(?:店長|社長|経営者|オーナー|人事)(?:です|の者|をして|やけど|だが)"
)
_MY_IMAGE = re.compile(
    r"(?:私|自分|俺|僕)の(?:写真|画像|裸|顔)|\b(?:of me|myself|my (?:own )?(?:photo|face|picture|nudes?|body))\b"
)
"""Who employs others says `my` of them: only an image of their own makes it theirs."""
_OF_ME = re.compile(r"私|わたし|自分|俺|僕|\b(?:me|my|myself|i'?m)\b")
_WHOSE_EN = r"(?:his|her|an?|another|some)"
_SOMEBODY_EN = r"(?:teacher|classmate|girlfriend|boyfriend|ex|friend|girl|senior|coach)s?"
_DID_EN = (
    rf"[^.!?\n]{{0,12}}\b(?:took|used|ran|put|fed|uploaded|edited)\b(?: \w+){{0,2}} {_WHOSE_EN} (?:\w+ ){{0,2}}{_SOMEBODY_EN}(?:'?s)? (?:\w+ )?(?:photo|picture|pic|face|selfie|image|yearbook)"
    rf"|[^.!?\n]{{0,12}}\b(?:made|created|generated|posted|shared|sent|sold)\b[^.!?\n]{{0,20}}\b(?:fakes?|nudes?|deepfakes?|porn)\b[^.!?\n]{{0,10}}\bof {_WHOSE_EN} (?:\w+ ){{0,2}}{_SOMEBODY_EN}\b"
    rf"|[^.!?\n]{{0,24}}\b(?:ai|app|bot|site|website|tool|filter)\b[^.!?\n]{{0,16}}\b(?:undress|strip|nudify|fake|deepfake|turn|make|edit)\w* {_WHOSE_EN} (?:\w+ ){{0,2}}{_SOMEBODY_EN}\b"
)
_DID_JA = r"(?:別れた|元)?(?:彼女|元カノ|彼氏|元カレ|先生|同級生|クラスメ[ーイ]ト|クラスの(?:子|女子|男子)|女の子|女子|後輩|先輩|友だち|友達)(?:の|ん)[^。、にへ\n]{0,8}(?:写真|画像|裸|偽|にせ|顔)[^。\n]{0,12}(?:作っ|加工し|回し|送っ|流し|投稿し|載せ|広め|使っ|売っ)(?:た|て)(?![^。、\n]{0,3}(?:人|ひと|やつ|奴|男|女|子))"
_CHILD_DID = re.compile(rf"\b(?:he|she)\b(?:{_DID_EN})|{_DID_JA}")
_NAMED_CHILD_DID = re.compile(rf"{CHILD_EN}(?:{_DID_EN})|{CHILD_JA}(?:が|は|も)[^。\n]{{0,8}}{_DID_JA}")
_OWN_CHILD_HARMED = re.compile(
    r"\b(?:my|our) (?:daughter|son|child|kid|girl|boy)(?:'s)?\b[^.!?\n]{0,30}\b(?:photo|picture|face|too|as well|harmed|victim)\b|(?:うちの(?:子|娘|息子)|娘|息子)(?:の)?(?:写真|顔|画像)|(?:うちの(?:子|娘|息子)|娘|息子)も"
)


_TAKES_OVER = (
    ("self", re.compile(r"^(?:(?:さっき|きのう|昨日|先ほど|最初|はじめ)の)?本人(?:です|だよ|に(?:戻|かわ|代わ))|^(?:hi|hello|hey|ok|okay)?[,. ]*(?:it'?s|this is) (?:me|the (?:girl|boy|one) from (?:before|yesterday|earlier)) again\b")),
    ("parent", re.compile(
        r"(?:^|[。! ])(?:母|父|母親|父親|親)です。?[^。\n]{0,8}(?:娘|息子|子ども|子供|本人)の(?:スマホ|携帯|タブレット|アカウント|代わり)"
        r"|^(?:hi|hello|hey|ok|okay|sorry)?[,. ]*(?:this is|it'?s|i'?m) (?:now )?(?:his|her|their|the) (?:mum|mom|mother|dad|father)\b[^.!?\n]{0,12}(?:now|,|\.|!|$)"
    )),
    ("friend", re.compile(
        r"(?:^|[。! ])(?:兄|姉|妹|弟|友達|友人|親友|いとこ)です。?[^。\n]{0,8}(?:妹|弟|姉|兄|友達|本人|この子|あの子)の(?:スマホ|携帯|タブレット|アカウント|代わり)"
        r"|^(?:hi|hello|hey|ok|okay|sorry)?[,. ]*(?:this is|it'?s|i'?m) (?:now )?(?:his|her|their|the) (?:big |little |older |younger )?(?:sister|brother|friend|best friend|cousin|roommate)\b[^.!?\n]{0,12}(?:now|,|\.|!|$)"
    )),
)  # fmt: skip
"""Somebody else writes from here on, on the same phone; or the person is back."""


def takes_over(text: str) -> str:
    """Return the role of who says that they write now in place of whoever wrote before; `` where nobody does."""
    return next((role for role, pattern in _TAKES_OVER if pattern.search(text)), "")


def for_whom(text: str) -> str:
    """Return the role of who writes of an employee or a pupil as the one harmed; `` where nobody does."""
    if (_MY_IMAGE if _EMPLOYS.search(text) else _OF_ME).search(text):
        return ""
    return next((role for role, pattern in ABOUT_THE_HARMED if pattern.search(text)), "")


def harmed_myself(text: str) -> bool:
    """Tell whether a normalised text says that the writer's own image was made or passed round, whatever their work is."""
    is_named = _HARMED_MYSELF.search(text) or _AMONG_OTHERS.search(text)
    return bool(is_named) and not _TOLD_ME.search(text)


def tells_childs_deed(text: str) -> bool:
    """Tell whether a normalised text of a parent says with what and to whom their child did it."""
    return what_child_did(text, sounds_like_maker=False)


def names_childs_deed(text: str) -> bool:
    """Tell the same, where the child is named in it and not only `he` or what was done."""
    return not _is_of_others(text) and bool(_NAMED_CHILD_DID.search(text))


def what_child_did(text: str, *, sounds_like_maker: bool) -> bool:
    """Tell whether a parent writes of what their child did to somebody else."""
    if _is_of_others(text):
        return False
    if _NAMED_CHILD_DID.search(text):
        return True
    return not FIRST_PERSON.search(text) and (sounds_like_maker or bool(_CHILD_DID.search(text)))


def _is_of_others(text: str) -> bool:
    """Tell whether the writer's own child was harmed, or somebody else is named who did it."""
    return bool(_OWN_CHILD_HARMED.search(text)) or names_another_doer(text)
