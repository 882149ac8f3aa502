"""What a message is to the question that is open: a value, yes, no, skip, or no answer to it."""

import re
from collections.abc import Mapping
from typing import Any

from understanding.age_forms import without_boards
from understanding.ages import ADULT_FROM
from understanding.context import Context
from understanding.people import CHILD_JA, FRIEND_JA, PARTNER_JA
from understanding.reading import NO, NO_ANSWER, SKIP, VALUE, YES

YES_NO = frozenset({"file_on_device", "safe", "still_safe", "wish", "danger"})
"""The questions to which a plain yes or no is an answer."""

_ENDS = r"[\s。.、,!?~〜ー…♪w笑]*"
_POLITE_JA = r"(?:です|でした|だよ|だ|よ|ね|かな|かも|と思う|と思います|けど|です(?:ね|よ|けど)|ます|んです|んだ)*"
_YES = re.compile(
    rf"^(?:(?:yes|yeah|yep|yup|yea|ye|yh|sure|correct|right|exactly|true|i (?:do|am|have|think so|guess so|can)|it is|it does|kind of|kinda|sort of|of course|definitely|absolutely|mhm|uh huh|still yes|hai|un|ee|sou desu|y)\b[ ,.!]*(?:please|thanks|thank you|i (?:do|am|have|think|guess)(?: so)?|it is|still|for now|now|ok|safe|i'?m (?:safe|ok|okay|fine|alone|home))?"
    rf"|(?:はい|うん|ええ|そう|そうです|そうだよ|もちろん|うんうん|はいはい|その通り|合ってます|多分|たぶん|一応|まあ)(?:[、 ]?(?:はい|うん|今は|だと思う|そう))?{_POLITE_JA}){_ENDS}$"
)
_NO = re.compile(
    rf"^(?:(?:no|nope|nah|not (?:really|anymore|now|at all|true|right now)|never|none|i (?:don'?t|do not|haven'?t|am not)(?: have(?: it)?| think so)?|it isn'?t|it'?s not|nothing|iie|uun|nai|arimasen|chigau|n)\b[ ,.!]*(?:i (?:don'?t|do not|haven'?t|'m not|am not)(?: have(?: it)?| think so)?|thanks|thank you|not (?:really|yet|anymore|at all)|sorry|it'?s not)?"
    rf"|(?:いいえ|いや|ううん|いえ|ない|ありません|ないです|なし|ちがう|違う|違います|ちがいます|全然|ぜんぜん|別に|べつに|そんなことない)(?:[、 ]?(?:ない|ないです|ありません|違う|です))?{_POLITE_JA}){_ENDS}$"
)
_LEADING_YES = re.compile(r"^(?:yes|yeah|yep|yup|はい|うん|ええ)[ ,、。!.]")
_LEADING_NO = re.compile(
    r"^(?:no(?! (?:one|problem|idea|body|matter|worries|clue))|nope|nah|いいえ|いや|ううん|いえ)[ ,、。!.]"
)
_SKIP = re.compile(
    rf"^(?:(?:sorry |please |can i |i'?d |i would |i |let'?s |id |just )*(?:skip|pass|next|prefer not|rather not|don'?t want to (?:say|tell|answer|talk about)|do not want to (?:say|tell|answer)|not (?:saying|telling|going to say|comfortable)|no comment|none of your business|can'?t say|won'?t say|don'?t feel like (?:saying|answering)|not now|private|secret|move on|next question)(?: (?:to )?(?:say|tell|tell you|answer|this|that|it|question|one|the question|with that|please|for now|not|now|my age|where|yet|saying|answering|sorry|about it|sharing))*"
    rf"|(?:すみません|ごめん(?:なさい)?|ちょっと|それは|今は|まだ|あまり|あんまり)?[、 ]?(?:スキップ|すきっぷ|パス|ぱす|次|飛ばし(?:て|たい)|とばして|言いたく(?:な|あり)|いいたくな|言えな|いえな|言えません|教えたく(?:な|あり)|答えたく(?:な|あり)|答えられ(?:な|ま)|話したく(?:な|あり)|書きたくな|秘密|ひみつ|ないしょ|内緒|ノーコメント|iitakunai|pasu|やめとく|やめておき)[^。!?\n]{{0,8}}){_ENDS}$"
)
_DONT_KNOW = re.compile(
    rf"^(?:(?:sorry |um+ |hmm+ |honestly |i |really )*(?:don'?t|dont|do not|can'?t) (?:really |even )?(?:know|remember|tell|be sure)|(?:i'?m |im |i am )?(?:not (?:really |too |quite )?sure|unsure)|no (?:idea|clue)|dunno|idk|who knows|unknown|no clue|it'?s (?:unclear|not clear)|forgot|i forget|hard to (?:say|tell)|maybe|wakaran(?:ai)?|wakarimasen|shiranai)(?: (?:how old|exactly|what age|which|where|it|if|whether|that|sorry|honestly|anymore|tbh|right now|when|really|who|what|i|was|am|is|she|he|they|of|the|age|about|site|app|one|have|still|got|took|posted|on|in))*{_ENDS}$"
    rf"|^(?:ちょっと|正確に|はっきりと|詳しく|今|いま|もう|全然|ぜんぜん|さっぱり|よく|正直|まだ|たぶん|あまり|うーん|んー|えっと|覚えて|はっきり|自分でも|私にも|何歳か|どこか|いつの(?:写真)?か)?[、 ]*(?:は|も|が)?(?:わから?ん|わから?な(?:い|く)|わかりません|分から?な(?:い|く)|分かりません|判らな|知らな|知りません|しらん|不明|覚えて(?:い)?な|おぼえてな|思い出せ|さあ|微妙|どうだろ|忘れ(?:た|ま)|はっきりし(?:な|ま)|確か(?:では|じゃ)な|自信(?:が)?な)[^。!?\n]{{0,8}}{_ENDS}$"
)
_HAS_FILE = re.compile(
    r"\b(?:i (?:still )?(?:have|got|kept|saved)|it'?s (?:still )?(?:here|saved|on (?:my|the) \w+)|on my \w+|in my (?:gallery|camera roll|photos)|saved|still (?:have|there))\b|(?:ある(?!人)|あります|持って(?:い)?(?:る|ます)|もって(?:い)?(?:る|ます)|残って(?:い)?(?:る|ます)|残してある|入って(?:い)?(?:る|ます)|保存して(?:い|あ|る|ま))"
)
_NO_FILE = re.compile(
    r"\b(?:only )?(?:he|she|they|someone else|my ex|the other person)(?:'s| has| have| is| only)*(?: the only one)?(?: got)? ?(?:has|have|had|got)? ?(?:it|them|the (?:file|photo|original|only copy))\b|\b(?:don'?t|do not|never|didn'?t|no longer|not) (?:have|had|got|save|saved|on my|keep|kept)\b(?! (?:the |any |enough |much |a |an? )?(?:money|cash|time|energy|strength|lawyers?|anyone|anybody|friends?|words|jobs?|idea|courage))|\bdeleted\b|\bnot yet\b|\b(?:it'?s|is) on (?:his|her|their)\b|"
    r"(?:ない(?!か)|ません|無い|無し|消した|消しました|削除した|^まだ$|相手(?:の|が|だけ|しか)|向こう(?:の|が|しか)|彼(?:の|が|しか))"
)
_SAFE = re.compile(
    r"\b(?:i'?m|i am|im|we'?re|feel|feeling)(?: \w+)? (?:safe|ok|okay|fine|alright|home)\b|^(?:safe|ok|okay|fine)\b|\bi'?m (?:at|with) (?:home|my|a friend)|\bnobody(?: else)? (?:is )?here|(?:安全|大丈夫|だいじょうぶ|平気|ひとり|一人|家にい|部屋にい|自分の部屋|おk|^ok$)"
)
_UNSAFE = re.compile(
    r"(?:\bnot|n't|never) (?:feel |feeling |really |that |very )*(?:safe|ok|okay|fine|sure)\b|\bunsafe\b|\bhe'?s (?:here|outside|coming|back)|(?:安全|大丈夫|だいじょうぶ|平気)(?:じゃ|では|とは)(?:な|あり|言え)|(?:怖|こわ)い|危な|逃げ|無理|だめ|ダメ"
)
_WISH = re.compile(
    r"\bwant(?:ed)? to (?:die|disappear|end it|sleep forever)\b|\bdon'?t want to (?:live|be here|exist|wake up|be alive|go on|continue)\b|\bkill myself\b|\bbetter off (?:dead|without me)|\bthink(?:ing)? (?:about|of) (?:it|dying|that|death|suicide)|\b(?:sometimes|maybe|a (?:bit|little)|kind of|kinda|often|every day|all the time|i have been)\b|"
    r"(?:死に|しに)たい(?!わけ|とは|とか(?:は|では)|なんて|ほど|と(?:は)?思(?:って|わ|った)[^。]{0,4}な)|消えたい(?!わけ|とは)|生きて?(?:い)?たくな|いなくなりたい|楽になりたい|考えて(?:い)?(?:る|ます|しま)|考えちゃ|思っちゃ|思って(?:い)?(?:る|ます|しま)|(?:思|おも)う(?!こと(?:は|が)?な)|(?:思|おも)います|たまに|ときどき|時々|少し|すこし|ちょっと|かも"
)
_NO_WISH = re.compile(
    r"\bnot (?:like that|suicidal|thinking (?:of|about)|going to (?:do|die|kill|hurt)|that bad)|\bi'?m (?:ok|okay|fine|alright|safe)\b|\bdon'?t want to die\b|\bwouldn'?t do (?:it|that|anything)|\bnever would\b|(?:死に|しに)た(?:くは?な|いわけ(?:じゃ|では)|いとは|いと(?:は)?思(?:って|わ)[^。]{0,4}な)|死ぬ(?:つもり|気)は|消えたいわけ(?:じゃ|では)|そこまで(?:は|じゃ|では|$|、)|そういう(?:わけ|の|意味)?(?:じゃ|では)|考えて(?:い)?(?:な|ませ)|思って(?:い)?(?:な|ませ)|大丈夫(?!じゃ|では)|だいじょうぶ(?!じゃ|では)|平気(?!じゃ|では)"
)
_NEVER = re.compile(r"(?!)")
_MEANT = {
    "file_on_device": (_HAS_FILE, _NO_FILE),
    "safe": (_SAFE, _UNSAFE),
    "still_safe": (_SAFE, _UNSAFE),
    "wish": (_WISH, _NO_WISH),
}  # fmt: skip
"""What is said instead of a plain yes and a plain no, by the question."""
_BARE_ROLE = (
    ("maker_parent", re.compile(r"加害者の(?:親|保護者)|(?:parent|mother|father|mum|mom|dad) of (?:the )?(?:maker|one who|boy who|girl who|kid who)|my (?:kid|child|son|daughter) (?:made|did) it")),
    ("maker", re.compile(r"^(?:i (?:made|did|shared|created|posted|forwarded)(?: (?:it|one|that|them))?|(?:the )?(?:maker|perpetrator)|made it|shared it|(?:自分が|私が|俺が|僕が)?(?:作った|やった|拡散した|広めた|転送した)(?:側|人|ほう|方|本人)?|加害者|加害側)")),
    ("teacher", re.compile(r"^(?:i'?m |im |i am )?(?:a |an |the |her |his |their |my )*(?:pupil|student|teacher|school (?:nurse|counsell?or|staff))|^(?:生徒|教え子|教師|教員|担任|先生です|先生として|児童)")),
    ("parent", re.compile(rf"^(?:it'?s |for |about )?(?:my |our |the |her |his )*(?:daughter|son|kid|child|children|mother|mum|mom|father|dad|parent|little girl|little boy)s?\b|^(?:{CHILD_JA}|娘|息子|子ども|子供|母|父|親|保護者)")),
    ("partner", re.compile(rf"^(?:it'?s |for |about )?(?:my |our )*(?:girlfriend|gf|boyfriend|bf|wife|husband|partner)\b|^(?:{PARTNER_JA})")),
    ("friend", re.compile(rf"^(?:it'?s |for |about )?(?:a |my |our |some)*\b(?:friend|sister|brother|cousin|classmate|colleague|coworker|someone else|somebody else|someone i know|one else|another person)\b|^(?:{FRIEND_JA}|同級生|クラスの|同僚|後輩|先輩|ほかの人|他の人|別の人|知ってる人)")),
    ("self", re.compile(r"^(?:it'?s |its |that'?s |for |about |yes,? )?(?:me|myself|mine|i am|self)\b|^(?:私|わたし|あたし|自分|俺|おれ|僕|ぼく|うち|本人|当事者|被害者|watashi|jibun|boku|ore)")),
)  # fmt: skip
_BARE_STATE = (
    (["posted", "threatened"], re.compile(r"^(?:both|all(?: of (?:them|it|that|the above))?|両方|どっちも|どちらも|全部|ぜんぶ)")),
    (["made"], re.compile(r"^(?:not yet|no,? not yet|not posted|nowhere(?: yet)?|only made|just made|made|まだ(?:です|出てない|どこにも|投稿)?|作られた?だけ|作られた|どこにも)")),
    (["posted"], re.compile(r"^(?:it'?s |already |was |been )*(?:posted|online|up|public|out there|leaked|uploaded)\b|^(?:投稿|公開|載|出て|上が|拡散|ネットに)")),
    (["threatened"], re.compile(r"^(?:i'?m |being |he'?s |they'?re )*(?:threat\w*|blackmail\w*|extort\w*)|^(?:脅|おど)")),
)  # fmt: skip
_BARE_AGE = (
    (
        "adult",
        re.compile(
            r"^(?:an? )?(?:adult|grown[- ]?up)s?$|^(?:成人|大人|オトナ|おとな|成人式)(?:の写真)?(?:です|だよ|の時|のとき)?$"
        ),
    ),
    (
        "under_18",
        re.compile(
            r"^(?:an? )?(?:minor|kid|child|teen|teenager)s?$|^(?:未成年|子ども|子供|こども|学生のとき)(?:です|だよ|の時|のとき)?$"
        ),
    ),
)
_NUMBERS = re.compile(
    r"^[^\d?$¥#]{0,24}(?<![:/.\-])([3-9]|[1-7]\d)(?![\d:%])(?:[^\d?]{1,6}([3-9]|[1-7]\d)(?![\d:%]))?"
    r"(?! ?(?:分|時|日|週|[ヶかカ]月|月|年|回|人|枚|件|個|円|万|組|番|min|hour|day|week|month|year|time|people|photo|pic|post|am|pm|st|nd|rd|th))[^\d?]{0,8}$"
)
_BARE: "dict[str, tuple[tuple[Any, re.Pattern[str]], ...]]" = {
    "role": _BARE_ROLE,
    "state": _BARE_STATE,
    "age_in_image": _BARE_AGE,
}
_SHORT = 30
"""Characters of an answer that is read by its first words."""
_LONGEST = 60
"""Characters of an answer to a yes-or-no question in words of its own."""
_SKIPPED: "dict[str, Any]" = {"platform": ["unknown"], "who": "unknown"}


def answer_to(text: str, *, context: Context, facts: Mapping[str, Any]) -> "tuple[str, dict[str, Any]]":
    """Return what a normalised text is to the open question, and the facts that follow from that.

    `facts` are those read in the text already. What is not understood is NO_ANSWER, never SKIP.
    """
    asked = context.asked
    if asked in YES_NO:
        return _yes_or_no(text, asked=asked, facts=facts)
    if asked and asked in facts:
        return VALUE, {}
    return _value_or_skip(text, asked=asked) if asked else (NO_ANSWER, {})


def _value_or_skip(text: str, *, asked: str) -> "tuple[str, dict[str, Any]]":
    bare = _bare(text, asked=asked) or (_number(text) if asked == "age_in_image" else "")
    if bare:
        return VALUE, {asked: bare}
    if _SKIP.match(text) or _DONT_KNOW.match(text):
        return SKIP, _skipped(asked, unsure=not _SKIP.match(text))
    return NO_ANSWER, {}


def _bare(text: str, *, asked: str) -> Any:
    """Return the value that a few words alone mean as an answer, None for none."""
    if len(text) > _SHORT or _SKIP.match(text):
        return None
    return next((value for value, pattern in _BARE.get(asked, ()) if pattern.search(text)), None)


def _number(text: str) -> str:
    """Return what one or two bare numbers mean as an age: `16 or 17`; the lower one counts."""
    found = _NUMBERS.match(without_boards(text))
    if not found:
        return ""
    return "under_18" if min(int(number) for number in found.groups() if number) < ADULT_FROM else "adult"


def _skipped(asked: str, *, unsure: bool) -> "dict[str, Any]":
    if asked == "age_in_image":
        return {asked: "unsure" if unsure else "skipped"}
    return {asked: _SKIPPED[asked]} if asked in _SKIPPED else {}


def _yes_or_no(text: str, *, asked: str, facts: Mapping[str, Any]) -> "tuple[str, dict[str, Any]]":
    if asked in facts:
        return (YES if facts[asked] == "yes" else NO), {}
    if _SKIP.match(text) or _DONT_KNOW.match(text):
        return SKIP, {}
    answer = _plain(text) or (_meant(text, asked=asked) if len(text) <= _LONGEST else "")
    if not answer:
        return NO_ANSWER, {}
    return answer, {asked: "yes" if answer == YES else "no"} if asked == "file_on_device" else {}


def _plain(text: str) -> str:
    return YES if _YES.match(text) else NO if _NO.match(text) else ""


def _meant(text: str, *, asked: str) -> str:
    """Return what a sentence means; where a wish to die is said and denied in one, nothing."""
    yes, no = (bool(pattern.search(text)) for pattern in _MEANT.get(asked, (_NEVER, _NEVER)))
    yes, no = yes or bool(_LEADING_YES.match(text)), no or bool(_LEADING_NO.match(text))
    if yes and no:
        return "" if asked == "wish" else NO
    return YES if yes else NO if no else ""
