"""Somebody asks in words for what was said to be said once more, or answers an entry that only names it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.model import Author, Message, Say
from bot.conversation.turns.repetition import mark_of
from bot.guidance.catalogue import SAY
from bot.guidance.questions import PREFIX
from understanding.normalise import normalise

LONGEST_WISH = 60
"""Characters of a text that is nothing but the wish."""

_STUCK, _NOT_ENOUGH = "again.stuck", "again.answer.more"

_ONCE_MORE = re.compile(
    r"(?:(?:sorry|please|pls|plz|hey|ok(?:ay)?|um+|wait|hm+|yes|yeah|and|but|i forgot|huh|i lost it)[ ,.!?]*)*"
    r"(?:(?:can|could|would|will|may) (?:you|u|i) )?(?:please |pls )?"
    r"(?:(?:say|tell|show|write|send|explain|give|see|read|repeat|have|do|go over)(?: (?:me|us))?"
    r"(?: (?:it|that|this|them|those|what you (?:said|wrote)|the (?:last|first) (?:one|part|bit|thing|message|step)))*)?"
    r"(?: ?to me)? ?(?:once more|one more time|again|1 more time)(?: (?:please|pls|plz|for me|slowly|thanks?))*[ .!?]*"
    r"|(?:(?:sorry|please|pls|can you|could you)[ ,]*)*repeat(?: (?:it|that|this|please|pls|what you said))*[ .!?]*"
    r"|(?:come again|pardon|pardon me|what was (?:that|it)(?: again)?|what did you (?:just )?(?:say|write)(?: again)?)[ .!?]*"
    r"|(?:(?:すみません|すいません|ごめん(?:なさい|ね)?|あの|えっと|うん|はい|忘れた|わすれた)[、。! ]*)*"
    r"(?:(?:さっき|今|いま|前|まえ|それ|これ|あれ|最後|上)(?:の|に)?(?:話|はなし|やつ|説明|せつめい|こと|言ったこと|答え|メッセージ)?(?:を|も)?[、 ]*)?"
    r"(?:もう(?:一|1|いち)(?:度|回|ど)|もういっかい|もっかい|も[ーう]?(?:一|1)回|もういちど|再度|(?:くり|繰り?)返して|リピート|"
    r"mou? ?i(?:kkai|chido)|mokkai)"
    r"(?:だけ)?[、 ]*(?:言って|いって|見せて|みせて|見たい|みたい|読みたい|教えて|おしえて|聞きたい|お願い|おねがい|頼む|頼みます|書いて|出して|送って|"
    r"説明して|見る|みる|onegai|misete|itte|oshiete)?(?:ください|下さい|くれ(?:る|ますか|ませんか|ない)?|ほしい|欲しい|もらえ(?:る|ますか|ませんか)|"
    r"いい(?:ですか)?|します|です|shimasu|kudasai| )*[。.!?〜ー]*"
)
"""A text that asks for what was said last, and for nothing else."""

_YES = re.compile(
    r"(?:(?:yes|yeah|yep|ok(?:ay)?|sure|please|pls|again|show(?: it| me)*|see it(?: again)?|i want to see it)[ ,.!]*)+"
    r"|(?:(?:うん|はい|ええ|お願い(?:します)?|おねがい(?:します)?|見(?:る|ます|たい(?:です)?|せて(?:ください)?)|みる|みたい|みせて|hai|un|misete|onegai)[、。! ]*)+"
)
"""A bare yes to `would you like to see it again?`."""

_DID_NOT_WORK = re.compile(
    r"(?:(?:no|yes|sorry|but|well|i tried|tried|and|hm+)[ ,.!]*)*(?:it |that |this )?(?:did ?n[o']?t work|doesn'?t work|didnt work|not working|failed|"
    r"(?:i )?could ?n[o']?t(?: do (?:it|that))?|(?:i )?can'?t do (?:it|that)|no luck|stuck|i'?m stuck)[ .!]*"
    r"|(?:やって(?:み)?た(?:けど|が|んだけど)?[、 ]*)?(?:うまく(?:いか|行か)な(?:い|かった)|だめだった|ダメだった|駄目だった|でき(?:なかった|ません|ませんでした)|無理だった|むりだった|"
    r"進め(?:ない|なかった)|止まった|dame ?datta)(?:です|んです|よ)?[。. ]*"
)
"""An answer to `did something about it not work?`."""


_NOT_REPEATED = (
    "waiting.", "counsellor.", "human", "telegram.", "notice.", "crisis.", "doubt.", "eased.", "unclear", "here", "noise",
)  # fmt: skip
"""Depends on the moment, belongs to danger, or holds nothing that could be said once more."""

_SAFETY = ("crisis.", "doubt.", "eased.", "distress.checkin")
_BESIDE = ("ask.", "heard.")


def wished_again(text: str, messages: Sequence[Message]) -> str:
    """Return the payload that says once more what a text asks for, `` where it asks for nothing of the kind."""
    said, wish = _said_last(messages), normalise(text)
    if not said or not wish or len(wish) > LONGEST_WISH or said[-1].key.startswith(_SAFETY):
        return ""
    if _only_names(said[-1]) and _DID_NOT_WORK.fullmatch(wish):
        key = _NOT_ENOUGH if said[-1].title.startswith(PREFIX) else _STUCK
        return f"{SAY}{mark_of(replace(said[-1], key=key))}"
    is_yes = _only_names(said[-1]) and _YES.fullmatch(wish) is not None
    if not (is_yes or _ONCE_MORE.fullmatch(wish)):
        return ""
    wanted = next((say for say in reversed(said) if not say.key.startswith(_BESIDE)), said[-1])
    if _only_names(wanted):
        return SAY + "@".join(part for part in (wanted.title, wanted.platform) if part)
    return "" if wanted.key.startswith(_NOT_REPEATED) else f"{SAY}{mark_of(wanted)}"


def _only_names(say: Say) -> bool:
    """Tell whether an entry stands for another that was said before."""
    return say.key.partition(".")[0] == "again" and bool(say.title)


def _said_last(messages: Sequence[Message]) -> list[Say]:
    """Return what the assistant said in its last turn, in order; nothing where somebody else spoke since."""
    said: list[Say] = []
    for message in reversed(messages):
        if message.author is Author.ASSISTANT and message.say is not None:
            said.append(message.say)
        elif said or message.author is Author.COUNSELLOR:
            break
    return said[::-1]
