"""Whether a message asks what comes next or how to say it, only says that something was done, or only that it was understood."""

import re

_SHORT = re.compile(
    r"^(?:(?:ok(?:ay)?|so|alright|right|done|did it|yes|yeah|thanks|thank you)[ ,.!]*)*"
    r"(?:next(?: (?:step|one|thing|please|pls))?|what(?:'s| is|s)? next|(?:and )?(?:now|then) what|and then|what now|go on|continue|keep going|carry on|"
    r"what(?:'s| is) the next step|what (?:do|should) i do (?:next|now|after (?:that|this)))[\s?.!]*$"
    r"|^(?:はい|うん|ok|わかった|分かった|できた|やった|やりました|しました|じゃあ?|では|それで|で)?[、。 ]*"
    r"(?:(?:その)?(?:次|つぎ|続き|つづき)(?:の(?:こと|ステップ|手順))?(?:は|へ|に|を|お願い(?:します)?|行って|いって|進んで|見せて|教えて)?(?:どう|何を?|なに|どれ)?"
    r"(?:すれば(?:いい|良い)?(?:ですか|の|んですか)?|したら(?:いい|良い)?(?:ですか|の|んですか)?|する(?:の|んですか)?|します(?:か)?|ください|ですか|だっけ)?"
    r"|(?:tsugi|tugi)(?: wa)?)[\s?。！!？ー〜…]*$"
)
_AFTER_A_SENTENCE = re.compile(
    r"[.!。！、,\n] ?(?:so |and |then |ok |now )*(?:what(?:'s| is|s)? next|what now|now what|then what|next\??|what (?:do|should) i do (?:next|now))[\s?.!]*$"
    r"|[.!。！、,\n] ?(?:それで|で|じゃあ?|では)?、?(?:次|つぎ)(?:は|に)?(?:どう|何を?|なに)?(?:すれば(?:いい|良い)?(?:ですか|の|んですか)?|したら(?:いい|良い)?(?:ですか|の|んですか)?|する(?:の|んですか)?|ですか)?[\s?？。!！…]*$"
)


def asks_for_next(text: str) -> bool:
    """Tell whether a normalised text asks what comes next."""
    return bool(_SHORT.search(text) or _AFTER_A_SENTENCE.search(text))


LONGEST_REPORT = 48
"""Characters of a message that only says what was done."""

_DONE = re.compile(
    r"^(?:(?:ok(?:ay)?|so|alright|right|yes|yeah|yep|thanks|thank you|kk?)[ ,.!]*)*(?:i(?:'ve|ve| have)? )?(?:just |already |now )*"
    r"(?:(?:have )?(?:done|did) (?:it|that|this|them|so|all(?: of (?:it|that))?|the (?:report|first|step|form)\w*)|all done|done|finished|"
    r"(?:blocked|reported|recorded|saved|screenshotted|filed|submitted|muted)(?: (?:him|her|them|it|that|this|everything|all|the \w+|his \w+|her \w+|on \w+))*)"
    r"(?: (?:now|already|just now|as well|too))*[ .!]*$"
    r"|^(?:(?:はい|うん|ok|わかった|分かった|分かりました|わかりました|えっと|とりあえず)[、。 ]*)*(?:全部|もう|今|さっき|いちおう|一応|とりあえず)*"
    r"[^。、\n?？]{0,12}?(?:ブロック|通報|記録|保存|メモ|報告|削除依頼|申請|設定|スクショ|登録)(?:は|を|も|依頼)?"
    r"(?:し(?:た|ました|てきた|てきました|ておいた|ておきました|終わった|終わりました)|(?:終わ(?:った|りました))|済み(?:です)?|ずみ(?:です)?|完了(?:です|しました)?|でき(?:た|ました)|やった|やりました)(?:よ|わ|ー|〜)?[。.!！ ]*$"
    r"|^(?:(?:はい|うん|ok)[、。 ]*)*(?:やった|やりました|できた|できました|終わった|終わりました|おわった|おわりました|した|しました)(?:よ|ー|〜)?[。.!！ ]*$"
)


def tells_done(text: str) -> bool:
    """Tell whether a normalised text says that a step was done, and nothing else."""
    return len(text) <= LONGEST_REPORT and bool(_DONE.search(text))


_ACKNOWLEDGED = re.compile(
    r"^(?:(?:oh+|ah+|um+|ok(?:ay|ie|i)?|kk?|right|alright|all right|got it|gotcha|i see|understood|noted|makes sense|fair enough|sure|cool|fine|yes|yeah|yep|yup|"
    r"i (?:understand|got it)|will do|roger|good to know)[ ,.!]*)+$"
    r"|^(?:(?:あ+|えっと|はい|うん|うんうん|ええ|ok|おけ(?:です)?|おk|おっけー?|オッケー?(?:です)?|オケ|りょ|りょ(?:う|ー)?かい(?:です)?|了解(?:です|しました)?|承知(?:です|しました)?|"
    r"わかった|分かった|解った|わかりました|分かりました|わかりました(?:よ|ー)|なるほど(?:です)?|そっか|そうか|そうなんだ|そうですか|そうなんですね|へえ+)[、。 !！ー〜…っ]*)+$"
)


def acknowledges(text: str) -> bool:
    """Tell whether a normalised text says only that it was heard or understood."""
    return bool(_ACKNOWLEDGED.search(text))


_WORDS = re.compile(
    r"\b(?:what|how) (?:do|would|should|can|could|will|shall|am) i (?:\w+ )?(?:say|saying|tell|word|put|start|phrase|write|explain|bring|open)\b|\b(?:what|how) (?:to|i will|i would|i should|i can|i could) (?:say|tell|word|put|phrase|write|explain)\b|\bgive me (?:the |some |a few )?(?:words|sentence|text)|\bwhat words\b"
    r"|(?:なん|何|どう|どんな(?:ふう|風|感じ)(?:に|で))(?:て|と|って)?、?(?:言|い|話|伝え|切り出|書)(?:えば|せば|れば|けば|ったら|したら|たら|いたら|う(?:の|ん)|おう|そう|よう|います|いますか)|(?:言い方|伝え方|切り出し方|言う言葉|言葉)(?:が|を|も|は)?(?:分から|わから|わかん|分かん|教え|おしえ|見つから|ほしい)"
)
_TO_WHOM = re.compile(
    r"\b(?:moms?|mums?|mother|dads?|father|parents?|teacher|school|principal|friends?|boyfriend|girlfriend|husband|wife|partner|police|cops|boss|manager|hr|lawyer|form|site|instagram|family|sister|brother|class\w*|report|appeal)\b"
    r"|親|母|父|ママ|パパ|先生|担任|学校|友|彼[氏女]|夫|妻|旦那|恋人|警察|上司|会社|職場|店長|弁護士|paps|運営|サイト|フォーム|相手|犯人|家族|兄|姉|弟|妹|返(?:事|信|せ|す)"
)


def asks_for_words(text: str) -> bool:
    """Tell whether a normalised text asks how to say it, and names nobody to whom."""
    return bool(_WORDS.search(text)) and not _TO_WHOM.search(text)
