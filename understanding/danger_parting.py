"""Tells a plain parting, alone in a message, from a farewell: good night, never mind, see you."""

import re

_WORDS_EN = r"(?:ok(?:ay)?|well|anyway|so|then|lol|i'?m|im|just|really|so|too|very|tired|sleepy|now|for (?:now|today|tonight)|tonight|and|thanks?|thank you|thank u|thx|ty|tysm|for (?:your|the|ur) help|a lot|so much|all good|it'?s (?:fine|ok(?:ay)?|late)|its (?:fine|ok(?:ay)?|late)|i'?ll|ill|i|will|should|gotta|need to|going to|gonna|go|try to|let'?s|again|later|tomorrow|maybe|yeah|yep|no worries|x+|xo(?:xo)?|hun|guys)"
_LEAVES_EN = r"(?:good ?night|night(?: night)?|nite|gn|bye(?: ?bye)?|goodbye|cya|see (?:you|u|ya)|ttyl|talk (?:later|tomorrow|soon)|sleep|to bed|bed|off to bed|head(?:ing)? (?:off|to bed)|log(?:ging)? off)"
_DROPS_EN = r"(?:never ?mind|nvm|nevermind|forget (?:it|about it)|doesn'?t matter|doesnt matter|it'?s nothing|its nothing|nothing|whatever)"
_WORDS_JA = r"(?:うん|はい|じゃあ?|では|もう|今日(?:は|も)|とりあえず|また|ね|よ|わ|や|さ|です|ます|から|ので|し|ありがと(?:う)?(?:ございま(?:す|した))?|どうも|疲れた|つかれた|疲れました|眠い|ねむい|眠く(?:なった|なってきた)|大丈夫|だいじょうぶ|遅い|おそい|時間|そろそろ|いったん|一旦|明日(?:も|は)?(?:早い|学校)?|ほんと|ちょっと)"
_LEAVES_JA = r"(?:おやすみ(?:なさい|なさーい)?|おやす|寝る|ねる|寝ます|ねます|寝(?:よ|たい)(?:う|かな)?|じゃあ?ね|またね|また(?:明日|今度|来ます|きます|来る|くる|書きます)|ばいばい|バイバイ|落ちる|落ちます|失礼します|oyasumi(?:nasai)?)"
_DROPS_JA = r"(?:(?:もう|やっぱ(?:り)?)?いい(?:や|です|よ|わ)|もう(?:結構|けっこう)です|なんでもない|何でもない|気にしないで|忘れて|(?:この|その)?(?:話|はなし)(?:は)?(?:もういい|いい))"
_STOPS = r"[\s、。,.!?…〜~ー笑w♡😢😭🙏(^)_;-]*"


ASKS_AHEAD = (
    r"(?:明日|あした|あす|今度|来週|週明け|週末|あとで|後で|これから|朝になったら)[^。\n]{0,14}(?:話し|話そう|相談|電話|聞いて|報告|伝え)"
    r"|\b(?:tomorrow|later|next week|in the morning|this weekend|on (?:mon|tues|wednes|thurs|fri)day|i'?ll|i will|going to|gonna)\b[^.!?\n]{0,30}\b(?:talk to|tell|call|ask|report)\b"
)
"""Whom somebody will talk to next: a polite ending beside it is no farewell."""
_BEYOND = re.compile(
    r"天国|来世|あの世|生まれ変わ|いない|いなくな|\b(?:heaven|next life|other side|be gone|not be here)\b"
)
_MEETS_AGAIN = re.compile(
    r"(?:明日|あした|来週|今度|週末|来月|また)(?:は|に|も)?[^。\n]{0,16}(?:行|来|会|話|相談|連絡|書|やり|やる|学校|仕事|電話|一緒)|\b(?:tomorrow|next week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this weekend|see you|talk (?:later|soon|again)|come back later)\b"
)
"""Plans beside a goodbye: it is none for good."""


def _whole(words: str, leaves: str, drops: str) -> "re.Pattern[str]":
    return re.compile(f"(?:(?:{leaves}|{drops}|{words}){_STOPS})+")


_WHOLE = (_whole(_WORDS_EN, _LEAVES_EN, _DROPS_EN), _whole(_WORDS_JA, _LEAVES_JA, _DROPS_JA))
_LEAVES, _DROPS = re.compile(rf"\b{_LEAVES_EN}\b|{_LEAVES_JA}"), re.compile(rf"\b{_DROPS_EN}\b|{_DROPS_JA}")
_ASKS_AHEAD = re.compile(ASKS_AHEAD)
LONGEST = 70
"""Characters of a parting: what is longer says more."""


def is_parting(words: str) -> bool:
    """Tell whether a normalised text is nothing but a parting, or gives up what was talked about with one."""
    if len(words) > LONGEST or not any(whole.fullmatch(words) for whole in _WHOLE):
        return False
    return bool(_LEAVES.search(words))


def gives_up_talk(words: str) -> bool:
    """Tell whether a parting drops what was talked about: `never mind`."""
    return bool(_DROPS.search(words))


def asks_ahead(words: str) -> bool:
    """Tell whether a normalised text says whom the writer will talk to next."""
    return bool(_ASKS_AHEAD.search(words))


def meets_again(words: str) -> bool:
    """Tell whether somebody who takes leave has plans for the days after: it is no farewell for good."""
    return bool(_MEETS_AGAIN.search(words)) and not _BEYOND.search(words)
