"""Whether a message asks what comes next, in a few words or after saying what was done."""

import re

_SHORT = re.compile(
    r"^(?:(?:ok(?:ay)?|so|alright|right|done|did it|yes|yeah|thanks|thank you)[ ,.!]*)*"
    r"(?:next(?: (?:step|one|thing|please|pls))?|what(?:'s| is|s)? next|(?:and )?(?:now|then) what|and then|what now|go on|continue|keep going|carry on|"
    r"what(?:'s| is) the next step|what (?:do|should) i do (?:next|now|after (?:that|this)))[\s?.!]*$"
    r"|^(?:はい|うん|ok|わかった|分かった|できた|やった|やりました|しました|じゃあ?|では|それで|で)?[、。 ]*"
    r"(?:(?:その)?(?:次|つぎ|続き|つづき)(?:の(?:こと|ステップ|手順))?(?:は|へ|に|を|お願い(?:します)?|行って|いって|進んで|見せて|教えて)?(?:どう|何を?|なに|どれ)?"
    r"(?:すれば(?:いい|良い)(?:ですか|の|んですか)?|したら(?:いい|良い)(?:ですか|の|んですか)?|する(?:の|んですか)?|します(?:か)?|ください|ですか|だっけ)?"
    r"|(?:tsugi|tugi)(?: wa)?)[\s?。！!？ー〜…]*$"
)
_AFTER_A_SENTENCE = re.compile(
    r"[.!。！、,\n] ?(?:so |and |then |ok |now )*(?:what(?:'s| is|s)? next|what now|now what|then what|next\??|what (?:do|should) i do (?:next|now))[\s?.!]*$"
    r"|[.!。！、,\n] ?(?:それで|で|じゃあ?|では)?、?(?:次|つぎ)(?:は|に)?(?:どう|何を?|なに)?(?:すれば(?:いい|良い)(?:ですか|の|んですか)?|したら(?:いい|良い)(?:ですか|の|んですか)?|する(?:の|んですか)?|ですか)?[\s?？。!！…]*$"
)


def asks_for_next(text: str) -> bool:
    """Tell whether a normalised text asks what comes next."""
    return bool(_SHORT.search(text) or _AFTER_A_SENTENCE.search(text))
