"""A wish to die that comes back after it eased, said without naming it; an attacker who comes back; and a life that is called over, in answer to the direct question."""

import re

from understanding.context import Context
from understanding.danger_rows import NOW, WISH
from understanding.danger_told import OWN, VIOLENCE, talk_of
from understanding.reading import CLEAR, DOUBT, Danger

_NAMED = re.compile(
    r"(?:あの|その|さっきの|同じ|前の|暗い|嫌な|いやな)?(?:気持ち|考え|衝動|感覚|波)(?:が|も|は)?(?![^。\n]{0,4}(?:引い|おさま|収ま|落ち着|薄れ|和ら))[^。、\n]{0,6}(?:また|戻って|もどって|来(?:た|て)|きた|出てき|ぶり返|襲って|消えない|なくならない)|また[^。、\n]{0,10}(?:気持ち|考え|衝動|波)(?:が|に|も)?[^。\n]{0,4}(?:来|き|なっ|出|戻|襲)|また(?:つら|辛|しんど|苦し|くるし|だめ|ダメ|限界|無理)[^。\n]{0,4}なって|また[^。、\n]{0,4}考え(?:て|始め|ちゃ)"
    r"|\b(?:thoughts?|feelings?|urges?|darkness|voices?|wave)\b[^.!?\n]{0,16}\b(?:(?:is|are|'s|came|come|comes|coming|crept|creeping) (?:\w+ )?(?:back|again)|back(?: again)?$|again|return\w*|won'?t (?:go|leave|stop)|still (?:here|there|with me))\b"
    r"|\b(?:having|getting|got|feeling) (?:the |those |these |that |them |like )?(?:\w+ )?(?:thoughts?|feelings?|that|it) again\b"
)
_BARE = re.compile(
    r"(?:それ|あれ|さっきの(?:やつ|の)?|やつ)?(?:が|は)?(?:また|やっぱり|やっぱ)(?:、)?(?:来た|きた|来てる|きてる|来ました|戻ってきた|もどってきた|始まった|だめ(?:だ|かも)?|ダメ(?:だ|かも)?)|(?:また)?ぶり返し(?:て(?:きた|る)|た)|(?:全然|やっぱり)(?:消えて|なくなって)(?:い)?ない"
    r"|(?:no |ugh |sorry |i lied,? |and |but |ok |now )*(?:it'?s|it is|it has|it)(?: all| just)? (?:back|come back|came back|coming back|happening again|started again|starting again|still (?:there|here)|not gone(?: away)?|never left|didn'?t go(?: away)?)(?: again| now| tonight| here| already|,? worse)*|i'?m back (?:there|in it|in that place)(?: again)?"
)
_END = re.compile(r"[\s。、,.!?…~〜ー;:()]+$")
_THINGS = re.compile(
    r"画像|写真|動画|投稿|サイト|アカウント|垢|リンク|検索|通知|メール|\b(?:pics?|pictures?|photos?|videos?|posts?|sites?|links?|page|account|online|app|email|website|profile)\b"
)
_OVER = re.compile(
    r"(?:人生|一生|将来|未来|何もかも|全部|ぜんぶ|私|わたし|あたし|僕|俺|もう)(?:が|は|も)?[^。、\n]{0,5}(?:終わ(?:った|り(?!に)|って)|おわ(?:った|り(?!に))|おしまい|詰んだ|めちゃくちゃ)|終わ(?:った|りました|りです|りだ)(?=$|[。!…、])|(?:未来|先|希望|居場所)(?:が|は|も)?(?:ない|見えない|なくなっ)|(?:もう)?何も(?:ない|残って(?:い)?ない)"
    r"|\b(?:my life|everything|it|it all|all of it)(?:'s| is|s| was)? (?:all |already |just |so |completely )*(?:over|ruined|finished|done|destroyed|gone)\b|(?<!when )(?<!once )(?<!after )(?<!until )(?<!if )(?<!till )\bi(?:'m| am|m) (?:so |already |just )?(?:finished|ruined|done for)\b(?! (?:here|with|writing|talking|reading|for (?:today|tonight|now)))|\bnothing(?:'s| is)? left\b|\bno (?:future|hope|life)\b"
)
_RETURNS = re.compile(
    r"(?:彼(?!女)(?:氏)?|夫|旦那|父|お父さん|あいつ|男|相手)(?:が|は)?[^。、\n]{0,8}(?:帰って|戻って|来)(?:くる|きます|来ます|きそう)|(?:あと|後)[^。、\n]{0,10}(?:帰って|戻って)(?:くる|きます|来ます)|もうすぐ(?:帰|戻)"
    r"|\b(?:he|(?:my )?(?:husband|boyfriend|bf|partner|dad|father|stepdad|stepfather|ex))(?:'ll|'s| will| is|s)? (?:be |coming |comes |getting |gets |going to be )?(?:back|home)\b(?! (?:on|to|with|safe))"
)
"""Who is feared is expected: where somebody asked whether they are safe, it is no relief."""
_AGAIN = "doubt.ask.again"
_ATTACKER = re.compile(
    r"\b(?:yes,? |yeah,? )?he(?:'s|s| is) (?:still |now |already |right )*(?:home|here|downstairs|upstairs|at home|in the (?:next|other|living) room|in the (?:house|kitchen))\b(?! (?:safe|to help))|^(?:うん|はい|まだ|今|いま|ええ)[、 ]*(?:彼(?:は|が)?)?(?:隣の部屋|となりの部屋|リビング|下|外|台所|玄関|家)にい(?:る|ます)"
    r"|\b(?:he|she|they|the (?:man|guy|car|van|stalker)|my ex|someone)(?:'s|'re|s| is| are| has| have)? (?:come |came |just |now )*(?:back|here again|outside again|there again|still (?:there|here|outside|waiting)|not gone|hasn'?t (?:left|gone))\b(?! (?:on|to|with|in (?:jail|prison|custody)|at (?:work|school|his|her)))|\b(?:knock\w*|bell|buzz\w*|bang\w*|ringing|foot ?steps)\b[^.!?\n]{0,16}\b(?:again|back|start\w*)\b"
    r"|(?:あいつ|彼(?!女)|男|相手|車|元(?:カレ|彼|夫)|その人|あの人)(?:が|は)?(?:また|まだ)?[^。、\n]{0,6}(?:戻って|来て(?:る|い)|また来|きた(?![らい])|まだい|止まって|停まって)|(?:^|[。、])(?:また|まだ)(?:来た|きた|いる|います|外にい|鳴って|鳴った|叩いて)|また(?:足音|チャイム|インターホン|ピンポン|ノック)"
)


_HAS_LEFT = re.compile(
    r"(?<!私が)(?<!私も)(?<!自分が)(?<!自分も)(?:もう|外に|前に)?(?:は)?(?:誰も)?いなくな(?:った|りました|ってた|ってました)(?!ら|ほう|方)"
)


def without_who_left(left: str, context: Context, *, instead: str = " … ") -> str:
    """Return what is left of a text without an attacker who has gone, where violence was talked about: nobody else is missing."""
    is_violence = talk_of(context) == VIOLENCE and context.safety != "calm"
    return _HAS_LEFT.sub(instead, left) if is_violence else left


def comes_back(words: str, context: Context) -> Danger:
    """Return the danger that a normalised text says has come back, none where it says nothing of it: a wish to die, an attacker."""
    talk = talk_of(context)
    is_back = _ATTACKER.search(words) or (context.safety != "danger" and _RETURNS.search(words))
    if talk == VIOLENCE and context.safety != "calm" and is_back:
        return Danger(level=CLEAR, kind=NOW, means="attacker")
    if talk != OWN or _THINGS.search(words):
        return Danger()
    is_named = bool(_NAMED.search(words))
    if not is_named and not _BARE.fullmatch(_END.sub("", words)):
        return Danger()
    was_told = any(key.startswith("crisis.") for key in context.said)
    is_clear = was_told and (is_named or context.safety != "calm")
    return Danger(level=CLEAR if is_clear else DOUBT, kind=WISH)


def calls_life_over(words: str, context: Context) -> bool:
    """Tell whether the question about dying, asked once and still open, is answered with a life that is over: neither yes nor no."""
    is_open = {context.asked, context.unanswered} & {"wish", "harm"} and context.safety in ("calm", "doubt")
    return bool(is_open) and _AGAIN not in context.said and bool(_OVER.search(words))
