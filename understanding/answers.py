"""What a message is to the question that is open: a value, yes, no, skip, or no answer to it."""

import re
from collections.abc import Mapping
from typing import Any

from understanding.context import Context
from understanding.people import CHILD_JA, FRIEND_JA, PARTNER_JA
from understanding.reading import NO, NO_ANSWER, SKIP, VALUE, YES

YES_NO = frozenset({"file_on_device", "safe", "still_safe", "wish", "danger"})
"""The questions to which a plain yes or no is an answer."""

_ENDS = r"[\s。.、,!?~〜ー…♪w笑]*"
_POLITE_JA = r"(?:です|でした|だよ|だ|よ|ね|かな|かも|と思う|と思います|けど|です(?:ね|よ|けど)|ます|んです|んだ)*"
_YES = re.compile(
    rf"^(?:(?:yes|yeah|yep|yup|ya|yea|ye|yh|sure|ok(?:ay)?|correct|right|exactly|true|i (?:do|am|have|think so|guess so|can)|it is|it does|kind of|kinda|sort of|a (?:little|bit)|of course|definitely|absolutely|mhm|uh huh|still yes|please|safe|hai|un|ee|sou desu|y)\b[ ,.!]*(?:please|thanks|thank you|i (?:do|am|have|think|guess)(?: so)?|it is|still|for now|now|ok|safe|i'?m (?:safe|ok|okay|fine|alone|home))?"
    rf"|(?:はい|うん|ええ|そう|そうです|そうだよ|ある|あります|あるよ|持って(?:い)?(?:る|ます)|もって(?:い)?(?:る|ます)|残って(?:い)?(?:る|ます)|残してある|入ってる|大丈夫|だいじょうぶ|平気|安全|もちろん|ok|おk|オッケー|おけ|います|いる|うんうん|はいはい|その通り|合ってます|思って(?:い)?(?:る|ます)|思う|思います|あった|多分|たぶん|一応|少し|ちょっと|まあ)(?:[、 ]?(?:はい|うん|ある|あります|持って(?:い)?(?:る|ます)|大丈夫|今は|だと思う|そう|安全))?{_POLITE_JA}){_ENDS}$"
)
_NO = re.compile(
    rf"^(?:(?:no|nope|nah|not (?:really|yet|anymore|now|at all|safe|ok|okay|true|right now)|never|none|i (?:don'?t|do not|haven'?t|am not|can'?t)(?: have(?: it)?| think so)?|it isn'?t|it'?s not|nothing|iie|uun|nai|arimasen|chigau|n)\b[ ,.!]*(?:i (?:don'?t|do not|haven'?t|'m not|am not)(?: have(?: it)?| think so)?|thanks|thank you|not (?:really|yet|anymore|at all|safe)|sorry|it'?s not|safe|i'?m (?:ok|okay|fine|safe|not))?"
    rf"|(?:いいえ|いや|ううん|いえ|ない|ありません|ないです|なし|無い|無し|まだ|持って(?:い)?(?:ない|ません)|もって(?:い)?(?:ない|ません)|残って(?:い)?(?:ない|ません)|ちがう|違う|違います|ちがいます|安全じゃない|大丈夫じゃない|だめ|ダメ|無理|消した|消しました|思って(?:い)?(?:ない|ません)|思わない|全然|ぜんぜん|別に|べつに|そんなことない)(?:[、 ]?(?:ない|ないです|ありません|まだ|違う|持って(?:い)?ない|大丈夫|思ってない|です))?{_POLITE_JA}){_ENDS}$"
)
_SKIP = re.compile(
    rf"^(?:(?:sorry |please |can i |i'?d |i would |i |let'?s |id |just )*(?:skip|pass|next|prefer not|rather not|don'?t want to (?:say|tell|answer|talk about)|do not want to (?:say|tell|answer)|not (?:saying|telling|going to say|comfortable)|no comment|none of your business|can'?t say|won'?t say|don'?t feel like (?:saying|answering)|not now|private|secret|move on|next question)(?: (?:to )?(?:say|tell|tell you|answer|this|that|it|question|one|the question|with that|please|for now|not|now|my age|where|yet|saying|answering|sorry|about it|sharing))*"
    rf"|(?:すみません|ごめん(?:なさい)?|ちょっと|それは|今は|まだ|あまり|あんまり)?[、 ]?(?:スキップ|すきっぷ|パス|ぱす|次|飛ばし(?:て|たい)|とばして|言いたく(?:な|あり)|いいたくな|言えな|いえな|言えません|教えたく(?:な|あり)|答えたく(?:な|あり)|答えられ(?:な|ま)|話したく(?:な|あり)|書きたくな|秘密|ひみつ|ないしょ|内緒|ノーコメント|iitakunai|pasu|やめとく|やめておき)[^。!?\n]{{0,8}}){_ENDS}$"
)
_DONT_KNOW = re.compile(
    rf"^(?:(?:sorry |um+ |hmm+ |honestly |i |really )*(?:don'?t|dont|do not|can'?t) (?:really |even )?(?:know|remember|tell|be sure)|(?:i'?m |im |i am )?(?:not (?:really |too |quite )?sure|unsure)|no (?:idea|clue)|dunno|idk|who knows|unknown|no clue|it'?s (?:unclear|not clear)|forgot|i forget|hard to (?:say|tell)|maybe|wakaran(?:ai)?|wakarimasen|shiranai)(?: (?:how old|exactly|what age|which|where|it|if|whether|that|sorry|honestly|anymore|tbh|right now|when|really|who|what|i|was|am|is|she|he|they|of|the|age|about|site|app|one|have|still|got|took|posted|on|in))*{_ENDS}$"
    rf"|^(?:ちょっと|よく|正直|まだ|たぶん|あまり|うーん|んー|えっと|覚えて|はっきり|自分でも|私にも|何歳か|どこか|いつの(?:写真)?か)?[、 ]*(?:は|も|が)?(?:わから?ん|わから?な(?:い|く)|わかりません|分から?な(?:い|く)|分かりません|判らな|知らな|知りません|しらん|不明|覚えて(?:い)?な|おぼえてな|思い出せ|さあ|微妙|どうだろ|忘れ(?:た|ま)|はっきりし(?:な|ま)|確か(?:では|じゃ)な|自信(?:が)?な)[^。!?\n]{{0,8}}{_ENDS}$"
)
_HAS_FILE = re.compile(
    r"\b(?:i (?:still )?(?:have|got|kept|saved)|it'?s (?:still )?(?:here|saved|on (?:my|the) \w+)|on my \w+|in my (?:gallery|camera roll|photos)|saved|still (?:have|there)|yes (?:i|it))\b|(?:ある(?!人)|あります|持って(?:い)?(?:る|ます)|もって(?:い)?る|残って(?:い)?(?:る|ます)|保存して(?:い|あ|る|ま))"
)
_NO_FILE = re.compile(
    r"\b(?:only )?(?:he|she|they|someone else|my ex|the other person)(?:'s| has| have| is| only)*(?: the only one)?(?: got)? ?(?:has|have|had|got)? ?(?:it|them|the (?:file|photo|original|only copy))\b|\b(?:don'?t|do not|never|didn'?t|no longer|not) (?:have|had|got|save|saved|on my|keep|kept)\b|\bdeleted\b|\b(?:it'?s|is) on (?:his|her|their)\b|(?:ない(?!か)|ません|無い|消した|消しました|削除した|相手(?:の|が|だけ|しか)|向こう(?:の|が|しか)|彼(?:の|が|しか))"
)
_SAFE = re.compile(
    r"\b(?:i'?m|i am|im|we'?re|feel|feeling)(?: \w+)? (?:safe|ok|okay|fine|alright|home|alone in my room)\b|\bi'?m (?:at|with) (?:home|my|a friend)|\bnobody(?: else)? (?:is )?here|(?:安全|大丈夫|だいじょうぶ|平気|ひとり|一人|家にい|部屋にい|自分の部屋)"
)
_UNSAFE = re.compile(
    r"\b(?:not|n't|never|un)\s?(?:feel |feeling |really |that )?(?:safe|ok|okay|fine)\b|\bhe'?s (?:here|outside|coming)|(?:安全|大丈夫|平気)(?:じゃ|では)(?:な|あり)|(?:怖|こわ)い|危な|逃げ"
)
_WISH = re.compile(
    r"\b(?:i (?:do|am|want to|think about|have been)|sometimes|maybe|a bit|kind of|thinking (?:of|about) (?:it|dying))\b|死にたい|消えたい|考えて(?:い)?(?:る|ます)|思って(?:い)?(?:る|ます)|たまに|ときどき|時々|少し|ちょっと"
)
_NO_WISH = re.compile(
    r"\b(?:not (?:like that|suicidal|thinking|going to|that bad)|i'?m not|i don'?t|i do not|i won'?t|wouldn'?t|never|no)\b|(?:死|消え|自殺)[^。!?\n]{0,12}(?:ない|ません|わけじゃ|つもりは)|(?:そこまで|そういう|そんな)[^。!?\n]{0,12}(?:ない|ません)|考えて(?:い)?(?:な|ませ)|思って(?:い)?(?:な|ませ)"
)
_MEANT = {
    "file_on_device": (_HAS_FILE, _NO_FILE),
    "safe": (_SAFE, _UNSAFE),
    "still_safe": (_SAFE, _UNSAFE),
    "wish": (_WISH, _NO_WISH),
}  # fmt: skip
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
_BARE: "dict[str, tuple[tuple[Any, re.Pattern[str]], ...]]" = {"role": _BARE_ROLE, "state": _BARE_STATE}
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
    bare = _bare(text, asked=asked)
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


def _skipped(asked: str, *, unsure: bool) -> "dict[str, Any]":
    if asked == "age_in_image":
        return {asked: "unsure" if unsure else "skipped"}
    return {asked: _SKIPPED[asked]} if asked in _SKIPPED else {}


def _yes_or_no(text: str, *, asked: str, facts: Mapping[str, Any]) -> "tuple[str, dict[str, Any]]":
    if asked in facts:
        return (YES if facts[asked] == "yes" else NO), {}
    answer = YES if _YES.match(text) else NO if _NO.match(text) else ""
    if not answer and (_SKIP.match(text) or _DONT_KNOW.match(text)):
        return SKIP, {}
    if not answer and len(text) <= _LONGEST and asked in _MEANT:
        yes, no = _MEANT[asked]
        answer = NO if no.search(text) else YES if yes.search(text) else ""
    if not answer:
        return NO_ANSWER, {}
    return answer, {asked: "yes" if answer == YES else "no"} if asked == "file_on_device" else {}
