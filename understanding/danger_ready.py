"""What is kept ready, without naming it, where dying was talked about, and what was not done yet."""

import re

from understanding.context import Context

_READY = re.compile(
    r"\b(?:i have|i've got|i got|i kept|i saved) (?:it|them|stuff|some|enough|everything|one|what i need)(?: all)?"
    r" (?:here|ready|with me|next to me|beside me|saved up|in (?:my|the) (?:\w+ )?(?:drawer|bag|desk|room|pocket|cupboard|closet|wardrobe))\b"
    r"|\b(?:whole|full|entire) (?:box|bottle|bag|pack\w*|drawer)\b"
    r"|(?:箱|袋|瓶|シート|びん)ごと[^。\n]{0,6}(?:ある|あります|持って)|(?:引き出し|かばん|カバン|机|つくえ|枕元|ベッド)(?:の中|の下|の横)?に(?:もう|まだ|いっぱい|たくさん|全部)?(?:ある|あります|入って|しまって|置いて|隠して)"
    r"|^(?:もう|全部|ぜんぶ)?(?:準備|用意)(?:は|も|なら)?(?:もう)?(?:して(?:あ|る|い)|できて)"
)


def is_kept_ready(words: str, context: Context) -> bool:
    """Tell whether something is kept ready: in answer to an open question about dying, or in the middle of that danger."""
    is_asked = "wish" in (context.asked, context.unanswered) and context.safety != "eased"
    is_talked = context.safety == "danger" and context.has_said("crisis.suicide")
    return (is_asked or is_talked) and bool(_READY.search(words))


_NEAR = re.compile(
    r"\b(?:the |my )?(?:drawer|box|pills?|tablets?|meds|bottle|packet|blade|knife|razor|rope|belt)s?(?:'s|'re| is| are)? (?:still |just |all )?(?:right (?:there|here|next to me)|(?:here|there|next to me|beside me|in front of me|in my (?:hand|room|drawer|pocket))\b)"
    r"|(?:薬|くすり|カッター|刃物|包丁|ロープ|引き出し|ビン|瓶|箱)(?:は|が|も)?(?:まだ|すぐ|今も|いまも)?(?:そこ|ここ|目の前|手元|横|となり|隣|枕元|すぐ近く)(?:に|)(?:ある|あります|おいて|置いて|です|だ)"
)
_NOT_FINE = re.compile(
    r"\b(?:doesn'?t|don'?t|does not|do not|not) mean (?:that )?i'?m (?:ok|okay|fine|safe|alright|all right|better)\b|\bi (?:just )?said i'?m not (?:ok|okay|fine|safe)\b|\bi can'?t rest\b"
    r"|(?:だからって|からといって|飲んでないだけで)[^。\n]{0,10}(?:大丈夫|平気|安全)(?:な(?:わけ|訳)|(?:じゃ|では)(?:ない|ありません))"
)
_UNDONE = re.compile(
    r"\b(?:haven'?t|have not|havent|didn'?t|did not|didnt|not) (?:\w+ )?(?:taken|take|took|taking|swallow(?:ed)?|cut|done|do) (?:any|anything|them|it|my ?self)\b"
    r"|(?:薬|くすり)?(?:は|も|を)?(?:まだ|何も|ひとつも)?(?:飲|の)んで(?:は)?(?:い)?(?:ない|ません)|(?:まだ)?切って(?:は)?(?:い)?(?:ない|ません)"
)
_WISHED = re.compile(r"\b(?:die|dying|kill|suicid\w*|end it|disappear)\b|死|消え|いなくな|終わらせ")


def is_near_still(words: str, context: Context) -> bool:
    """Tell whether, after dying was talked about, somebody says that it is within reach, or that they are not well for all that."""
    talked = context.safety in ("doubt", "danger", "eased")
    return talked and bool(_NEAR.search(words) or _NOT_FINE.search(words))


def is_only_undone(words: str) -> bool:
    """Tell whether a text denies only that something was taken or done: the wish to die is not over with that."""
    return bool(_UNDONE.search(words)) and not _WISHED.search(words)
