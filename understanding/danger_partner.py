"""What somebody tells of the one they fear and of themselves: he is on his way, they leave this minute, they are with people, he is away for days.

Tables of normalised texts. Each of these decides what is said next, whatever was said before it.
"""

import re
from dataclasses import replace
from typing import FrozenSet, Pattern, Tuple

from understanding.context import Context
from understanding.danger_done_to import is_history, is_long_ago
from understanding.danger_home import PARTNER
from understanding.danger_missing import OUT_OF_REACH
from understanding.danger_rows import NOW, WISH
from understanding.danger_subject import SUPPORTERS
from understanding.danger_told import AWAY, VIOLENCE, talk_of
from understanding.reading import CLEAR, DOUBT, NONE, Danger

NEARING, LEAVING, DISTANT, OUT, HISTORY, BEFORE = "nearing", "leaving", "distant", "out", "history", "before"
"""He will be here in minutes; they go this minute; he is away for a day or more; he is at work; it only tells what was done; it was long ago."""

_HE_EN = r"(?:he|she|they|(?:my |the )?(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc[eé]e?|ex))"
_HE_JA = r"(?:彼氏?(?!女)|夫|旦那|主人|妻|元(?:カレ|彼|夫|カノ)|あいつ|あの人|相手)"
_BE_EN = r"(?:'s|s|'re|'ll| is| are| will|'ll be| will be| should be)?"
_COMES_JA = r"(?:警察|パトカー|救急|お母さん|母|ママ|お父さん|父(?!が帰)|姉|兄|妹|弟|友達|友だち|友人|親友|同僚|先生|相談員|大家|迎え|タクシー|バス|電車|荷物|宅配)"
_HELP = (
    rf"{_COMES_JA}|私|わたし|僕|俺"
    r"|\b(?:police|cops|officers?|ambulance|help|mum|mom|mother|dad|father|sister|brother|friend|aunt|uncle|colleague|neighbou?r|landlord|taxi|cab|uber|bus|train|parcel|delivery|i'?m|i am|i'?ll|we'?re)\b"
)
_NEARS = (
    r"(?:あと|後)?(?:\d+|[一二三四五六七八九十]+|数)分(?:くらい|ぐらい|ほど|後)?(?:で|に|したら)?[^。、\n]{0,6}(?:着く|つく|着き|つき|帰|かえ|戻|来る|くる|来ます|きます)(?!ませ|らな|れな)"
    r"|(?:もうすぐ|もうじき|すぐに?|まもなく|そろそろ|もう(?:駅|近く|下))[^。、\n]{0,8}(?:着く|つく(?!ろ)|着き|着い|帰って(?:く|来|き)|帰る|来る|くる|戻って(?:く|来|き)|まで来)"
    r"|早上がり|早退(?:する|して|した|って)|定時(?:で|に)(?:上が|あが|帰)|帰り道(?:だ|って|らし|みたい)|(?:もう|今|いま)[^。、\n]{0,4}(?:家|うち|ここ)?の?(?:すぐ)?(?:近く|そば|下|前)(?:に|まで)[^。、\n]{0,3}(?:いるって|いるらし|いるみたい|来て|来た)|(?:エレベーター?|エントランス|駐車場|最寄り)(?:に|まで)?[^。、\n]{0,4}(?:乗った|着いた|入った|来た)(?:って|らし|みたい|$|。)"
    r"|(?:やっぱり|急に|今日|これから|今から)(?:は|も|、)?[^。、\n]{0,4}(?:帰って|戻って)(?:くる|来る|きます|来ます|きそう)|(?:やっぱり|急に)今日[^。、\n]{0,4}(?:帰る|戻る)(?:って|と)"
    r"|(?<!に)(?:こっち|こちら|うち|家|ここ|アパート|部屋)?(?:に|へ)?向かって(?:い)?(?:る|ます|くる|来る|きて|来て)"
    r"|(?:今日|今夜|きょう)は?[^。、\n]{0,4}(?:早く|はやく|早めに)(?:帰|かえ|戻|もど)(?!らな|れな|りませ|って(?:こ|き|来)(?:な|ま))"
    r"|(?:早く|はやく|早めに)(?:帰|かえ|戻)(?:る|って(?:く|来))(?:って|と|る|ます|らし|みたい)"
    r"|[「『](?:[^」』\n]{0,10})(?:今から|いまから|これから|もうすぐ|すぐ)?(?:帰る|行く|向かう|向かって|そっち|着く)[^」』\n]{0,24}[」』]"
    r"|(?:今から|いまから|これから)(?:帰る|行く|向かう|そっち(?:に|へ)?行く)(?:から)?(?:、[^。\n]{0,12})?(?:って|と)(?:連絡|line|ライン|メール|電話|来|き|言)"
    rf"|{_HE_JA}(?:が|は|も)[^。、\n]{{0,8}}(?:駅|近く|下|バス停|コンビニ|駐車場)(?:に|まで)[^。、\n]{{0,4}}(?:着い|つい|来)(?:た|て)|(?:会社|職場|仕事|駅|店)(?:を|から)[^。、\n]{{0,4}}(?:出た|出発した)(?:って|と|みたい|らしい)",
    rf"\b{_HE_EN}{_BE_EN} (?:now |already |just |probably )*(?:on (?:his|her|the|their) way|(?:almost|nearly) (?:here|home|there)|(?:here|home|back|there) in (?:\w+ ){{0,2}}(?:min\w*|moments?)|(?:\w+ )?min\w* away|(?:here|home|back) any (?:minute|moment|second|time now))\b"
    r"|\b(?:his|her) shift (?:ended|finished)\b|\b(?:he|she)(?:'s| is) (?:parking|pulling (?:in|up)|in the (?:lift|elevator|car ?park|lobby)|on the stairs)\b|\b(?:he|him|texts?|message|ex|husband|boyfriend)\b[^.!?\n]{0,24}\b(?:home|here|there|back) in (?:like |about |around )?(?:\d+|five|ten|fifteen|twenty|thirty)\b(?! ?(?:h|hours?|days?|years?|weeks?)\b)"
    rf"|\b{_HE_EN}(?:'s| has)? (?:just |now |already )+left (?:work|the (?:office|station|bar|pub|party))\b|\b(?:{_HE_EN}|location|phone|map)\b[^.!?\n]{{0,20}}\b\w+ (?:stops?|stations?|blocks?) away\b"
    rf"|\b{_HE_EN}{_BE_EN} (?:be )?(?:coming|comes|getting|gets|be|finishing|back|home|finishes|leaving work)\b[^.!?,\n]{{0,8}}\bearly\b|\b(?:home|here|back) early (?:today|tonight)\b|\b{_HE_EN}(?:'s|s|'re| is| are) (?:suddenly |actually )?coming (?:back|home|over|here) (?:today|now|after all)\b"
    r"|(?:^|[\s:,(])['\"“‘](?:[^'\"”’\n]{0,12})?(?:\bi'?m )?\b(?:on my way|omw|coming (?:home|over|back)|be (?:there|home) (?:in|soon)|(?:almost|nearly) (?:there|home)|(?:heading|driving) (?:home|over|back))\b|\b(?:he|she|ex|husband|boyfriend)\b[^.!?\n]{0,16}\b(?:texted|wrote|says?|said|messaged|sent)\b[^.!?\n]{0,10}\b(?:on my way|omw|(?:he|she)'?s? (?:is )?(?:coming|on (?:his|her) way))\b",
)
_LEAVES = (
    r"(?:靴|くつ|上着|コート|ジャンパー)(?:を|も)?(?:はかせ|履かせ|着せ|はい|履い)(?:て(?:い)?(?:る|ます)|てます|た(?!ら|い|ことが)|ました|て、?(?:出|逃げ|今))|(?:バッグ|バック|かばん|カバン|鞄|荷物|リュック|袋)(?:は|を|だけ|も)?(?:持っ|もっ|つかん)(?:た(?!ら|い|ほう|方)|て(?:い)?(?:る|ます)|て(?:、)?(?:出|逃げ))"
    r"|(?:持っ|抱い|抱っこし|だっこし|おんぶし|つかん|連れ|つれ)(?:て|た。?)、?(?:今|もう)?[^。、\n]{0,6}(?:玄関(?:です|に|まで)|出ます|出る(?=ね|よ|。|$)|行きます|降ります|走(?:ります|って(?:る|い)))|(?:階段|裏口|非常口|玄関|窓)(?:を|から|で|に)?(?:今|もう)?[^。、\n]{0,4}(?:降りて(?:る|い|ます)|降ります|出ます|出る(?=ね|よ|。|$)|出て(?:る|い|ます)(?=$|。|、|と))"
    r"|(?:今|いま|もう|これから|今から|すぐ|(?:子ども|子供|こども|娘|息子|赤ちゃん)(?:を|も|と)?(?:連れ|つれ|抱い|抱っこし|だっこし)て)(?:すぐ)?、?[^。、\n]{0,10}(?:下(?:に|へ)(?:降り|おり|行き)ま|出ます|出る(?=ね|よ|とこ|。|$)|出て(?:い)?く(?=ね|よ|。|$)|出ていきます|でます|逃げます|逃げる(?=ね|よ|とこ|。|$)|家を出る)"
    r"|(?:下の|上の|隣の?|となりの?|向かいの?|近所の?|近くの?)?(?:階|人|家|部屋|大家(?:さん)?|管理人(?:さん|室)?|コンビニ|交番|警察署|お?店|おばさん|奥さん|おばあさん|スーパー|駅|ファミレス|隣|となり)(?:の?(?:とこ(?:ろ)?|部屋|家|うち))?(?:に|へ|まで)?[^。、\n]{0,4}(?:行って(?:きます|くる(?=ね|よ|。|$))|降りま|降りる(?=ね|よ|とこ|。|$)|降りて(?:る|い)|下りま|行きます|行く(?=ね|よ|とこ|。|$)|いきます|向かいます|向かって(?:る|い|ます)|走(?:りま|って(?:る|い|ます))|逃げます|逃げる(?=ね|よ|。|$))",
    r"\b(?:putting|getting) (?:\w+ ){0,3}(?:shoes?|coats?|jackets?)(?: on)?\b|\b(?:shoes?|coats?|jackets?) (?:are |is )?on(?: (?:her|him|them|now|already))?(?=$|[.,!]| and)|\b(?:bags?|keys|kids?|baby)\b(?:'s| is| are)? in (?:my |one )?(?:hands?|arms?)\b|\b(?:got|have|grabbed|grabbing) (?:the |my |her |a )?(?:bags?|kids?|baby)(?: and|,)\b"
    r"|\b(?:i'?m|we'?re|i am|we are) on (?:the stairs|(?:my|our|the) way (?:out|down))\b|(?:^|\b(?:ok|okay|and) )(?:i|we) (?:go|run|leave) now\b|\b(?:i'?m|im|we'?re) out of here\b|\bcarrying (?:her|him|them|the \w+|my \w+) (?:down|out|over|to|across)\b|\bgrabbed (?:my|the) (?:son|daughter|kids?|baby|children|purse|bag)\b"
    r"|(?:^|\b(?:i'?m|we'?re|i am|we are|im|ok|okay|and|now) )(?:just |now |both )*(?:leaving|going out|heading out|walking out|running out|getting out|off)(?: (?:now|right now|this (?:minute|second)|the (?:door|house|flat|apartment)|with (?:my|the) \w+))*(?=$|[.,!]| and\b)"
    r"|(?:^|\b(?:i'?m|we'?re|i am|we are|im) )(?:just |now |both )*(?:going|running|heading|off) (?:\w+ ){0,2}next door\b|(?:^|\b(?:i'?m|we'?re|i am|we are|im|and|now|ok) )(?:just |now |both |already )*(?:going|heading|running|walking|climbing|taking (?:her|him|them|the kids|my \w+)|on (?:my|our) way)\b(?: \w+){0,2} (?:down|over|across|up|to|into|next door|round)\b[^.!?\n]{0,24}\b(?:landlord|landlady|neighbou?r\w*|konbini|convenience store|shop|store|supermarket|police (?:box|station)|koban|caretaker|lawson|family ?mart|seven ?eleven|station|next door|downstairs|lady|family|couple)\b",
)
_WITH_PEOPLE = (
    r"(?:隣の(?:家|人|お?うち|奥さん|おば(?:さん|あさん|ちゃん)|おじ(?:さん|いさん)|お宅|方)|となりの(?:家|人|うち|おばさん)|[上下隣]の(?:階の)?(?:人|方|家|おば(?:さん|あさん|あちゃん)|おじ(?:さん|いさん)|夫婦|住人)|大家(?:さん)?|管理人(?:さん|室)?|近所の(?:人|家|方|おばさん)|店員(?:さん)?|お店の人|駅員(?:さん)?|ご近所(?:さん)?|民生委員(?:さん)?)(?:の(?:家|うち|ところ|とこ|部屋|奥さん|人))?(?:に|と|で|が)[^。、\n]{0,8}(?:いま(?:す|した)|いる|一緒|いっしょ|入れて(?:もら|くれ)|かくま|保護|ついて(?:くれ|る)|そばに|着(?:い|き))"
    r"|(?:家|部屋|うち|お宅|車|店)(?:の中)?(?:に|へ)入れて(?:もら(?:った(?!ら)|い(?:ま|$))|くれ(?:た(?!ら)|まし|て(?:る|い)))|(?:大家|管理人|店員|駅員|お店の人|隣の人|近所の人|奥さん)(?:さん)?(?:が|も|と)[^。\n]{0,16}一緒に(?:待|い(?:て|ま))|(?:友達|友だち|妹|姉|兄|母|同僚|先輩|親戚|おばさん)の(?:車|家|部屋|うち)(?:の中)?(?:です|だよ|に(?:いま|いる|着))"
    r"|(?:コンビニ|交番|警察署|スーパー|お店|ファミレス|管理人室|駅|病院|ロビー)(?:の中)?(?:に|で|まで)[^。、\n]{0,6}(?:いま(?:す|した)|いる|着(?:い|き)(?:た|ま)|入(?:った|りま|れて)|来(?:た(?!ら)|ました|て(?:い)?(?:る|ます)))"
    r"|(?:警察|警官|お?巡りさん|おまわり(?:さん)?|刑事(?:さん)?|パトカー)(?:の(?:人|方))?(?:が|も|、|と|は)?(?:今|もう|ここに|家に|一緒に|[0-9二三]人)*[^。、\n]{0,4}(?:目の前|い(?:る(?=$|[。、!\n]|の|よ|ん|けど)|ます)|来て(?:い)?(?:る|ます|くれ(?:た(?!ら)|て(?:い)?る|ました))|来(?:た(?!ら|い)|ました)|着(?:いた(?!ら)|きました)|一緒|話して(?:い)?(?:る|ます))",
    r"(?:^(?:now |safe |ok |yes |yeah )*|\b(?:i'?m|we'?re|im|i am|we are|we both are)\b[^.!?,\n]{0,16}?\b|\b(?:i|we) (?:just |both |have )?(?:made it to|reached) )(?:at|in|inside|with|the|a|my) (?:\w+ ){0,2}(?:landlord\w*|landlady\w*|neighbou?r\w*|caretaker\w*|konbini|convenience store|police (?:box|station)|koban|lawson|family ?mart|seven ?eleven|staff|officers?|shop|supermarket|lobby|police)\b"
    r"|\b(?:neighbou?rs?|landlord|landlady|caretaker|staff|clerk|lady|woman|family|couple|people)\b(?: \w+){0,3}? (?:let|took|brought|hid) (?:us|me|me and \w+ \w+) in\b|\b(?:i'?m|we'?re|i am|we are) (?:\w+ )?with (?:the|an|a|my) (?:\w+ )?(?:lady|couple|woman|family|owner|clerk|old man)(?: (?:upstairs|downstairs|next door|across|from))?\b|\b(?:police(?:m[ae]n|woman)?|officers?|cops)\b(?:'re|'s| are| is| have| has| just)*(?: \w+)? (?:here|with (?:us|me)|at the door|in (?:the|my|our) (?:kitchen|room|hall\w*|flat|apartment|house|living room)|standing (?:here|next to)|talking (?:to|with) (?:me|us|him)|arrived|came|come|next to (?:me|us))\b",
)
_STILL_NEAR = re.compile(
    r"まだ(?:い(?:る|ます)|家|部屋|中|外)|探して|追っ?て|ついて(?:き|来)|外に(?:いる|来)|見つか(?:り|っ)そう|\b(?:follow\w*|chas\w*|behind me|outside|found me|still (?:there|here|inside|in)|looking for (?:me|us)|bang\w*|won'?t let)\b"
)
_DAY_JA = r"(?:明日|あした|あさって|明後日|来週|今週|週末|来月|[月火水木金土日]曜日?|\d+日|数日|しばらく|連休)"
_DAY_EN = r"(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|the (?:weekend|\d+\w*)|(?:\w+ )?(?:days|weeks?))"
_AWAY_FOR_DAYS = (
    rf"{_DAY_JA}(?:の(?:朝|昼|夜|夕方))?(?:まで|は|間)(?:は)?[^。\n]{{0,10}}(?:い(?:ない|ません|なく)|来(?:ない|ません)|おらん|戻(?:ら|って(?:こ|来)な|りませ|って(?:き|来)ませ)|帰(?:ら|って(?:こ|来)な|って(?:き|来)ませ|りませ)|出張|留守|不在)|出張(?:中|で|に(?:行|い|出))|単身赴任|(?:海外|地方)(?:に|で|へ)(?:い|住|赴任|行)|別居(?:中|して)|(?:今日|今夜|今晩)は(?!早|[^。\n]{{0,4}}早く)[^。、\n]{{0,6}}(?:帰(?:ら|って(?:こ|来)な|りませ|って(?:き|来)ませ)|戻(?:ら|りませ))",
    rf"\b{_HE_EN}{_BE_EN}(?: not)? (?:be |only |now |currently )*(?:away|gone|out of town|abroad|overseas|back|home|here|return\w*|on a (?:work |business )?trip|travell?ing)\b[^.!?\n]{{0,16}}\b(?:until|till|til|on|for|before)? ?{_DAY_EN}\b|\b{_HE_EN} (?:doesn'?t|does not|won'?t|isn'?t|comes?|gets?) (?:com\w+ |be |get\w* )?(?:back|home|here) (?:until|till|before|on)? ?{_DAY_EN}\b|\b{_HE_EN}(?:'s| is| will)? ?(?:isn'?t|not|won'?t)(?: be)? (?:coming |come |going to be )?(?:back|home|here)(?: \w+)? (?:tonight|today)\b|\b{_HE_EN}(?:'s| is) (?:in (?!the |my |our |this |prison|jail|custody)\w+|at (?:his|her) \w+(?:'s?)?(?: \w+)?) (?:for \w+ )?(?:until|till|'til) {_DAY_EN}\b|\b(?:business trip|away (?:for work|on business))\b",
)
_AT_WORK = (
    r"(?:仕事|職場|会社|夜勤|バイト|出勤)(?:に|で|へ)?[^。、\n]{0,4}(?:行って(?:る|い|ま)|行った|行き|出て(?:る|い|ま)|出か|い(?:る|ます))|今(?:は|日は)?(?:まだ)?仕事(?:です|だ|で|中)|仕事中|出勤中|夜勤中|(?<![ぁ-ん])今は?(?:家に)?い(?:ない|ません)",
    rf"\b{_HE_EN}{_BE_EN} (?:now |currently |still |out |already )*(?:at work|at (?:the|his|her) office|on (?:a |the |his |her )?(?:night )?shift|not (?:here|home|in)(?: (?:now|right now))?)\b",
)
_SUPPOSED_BEFORE = re.compile(
    r"(?:もし|たとえ|明日|あした|来週|今度|週末|いつか|昨日|先週|前は|この前|いつも|毎日|毎晩|どうやって|どう)[^。\n]{0,16}$|\b(?:if|when(?:ever)?|unless|until|before|once|tomorrow|next|yesterday|last|should|could|how (?:do|can)|always|usually|every|do i|does|want|thinking|not|n't|never)\b[^.!?\n]{0,24}$|(?:^|[.!?,] )(?:are|is|do|did|will|can) (?:the |my )?$"
)
_SUPPOSED_AFTER = re.compile(
    r"^(?!みたい)[^。\n]{0,3}(?:たら|なら|れば|けば|(?<!み)たい|ほし|べき|つもり|予定|かな|か(?:$|\?|。)|(?:ほう|方)が|のは|とき|時に?|前に)|^\s?\?|^[^.!?,\n]{0,16}\b(?:him|her|tomorrow|next|someday|soon|when|if|yesterday|last|every (?:day|night)|always)\b"
)
_OF_THEM = re.compile(rf"{_HE_JA}(?:が|は)[^。、\n]{{0,10}}$|\b{_HE_EN}(?:'s|s| is| was| went| just)* (?:\w+ )?$")
_HIS_PLACE = re.compile(
    rf"{_HE_JA}(?:が|は|も)(?:今|いま)?[^。、\n警]{{0,6}}(?:隣|となり|コンビニ|駅|近所|店|駐車場|下|実家|友達)[^。、\n]{{0,6}}(?:い(?:る|ます)|着い|来)|\b(?:he|she)(?:'s| is)(?: \w+)? (?:at|in|with) (?:\w+ )?(?:neighbou?r\w*|konbini|convenience store|shop|station|lobby|parents?|friends?|next door)\b"
)
"""Where whoever is feared is: the writer has not got away."""
_ONLY_ASKS = re.compile(r"(?:should|could|can|do|are|is|will) (?:i|we|the (?:police|cops)|they)\b[^.!?,\n]*\??")
_KIND = re.compile(r"手伝|味方|優し|やさし|\b(?:supportive|helps? me|helping me|to help|on my side|kind|believes me)\b")
_CLAUSE = re.compile(r"[、。,.!?\n]")


def _compiled(patterns: Tuple[str, ...]) -> Pattern[str]:
    return re.compile("|".join(patterns))


_NEARING, _LEAVING, _PEOPLE = _compiled(_NEARS), _compiled(_LEAVES), _compiled(_WITH_PEOPLE)
_DISTANT, _OUT, _HELPERS = _compiled(_AWAY_FOR_DAYS), _compiled(_AT_WORK), re.compile(_HELP)
_IN_IT = re.compile(rf"(?:今日|今夜|もうすぐ|あと)[^。、「」]*{_COMES_JA}")


def is_with_people(words: str) -> bool:
    """Tell whether the writer is somewhere else with somebody now, or the police are there, and nobody is after them."""
    return _is_meant(_PEOPLE, words, unless=_OF_THEM) and not _STILL_NEAR.search(words)


def is_coming(words: str) -> bool:
    """Tell whether whoever is feared will be there in minutes, earlier than ever, or writes that they are on the way."""
    return _is_meant(_NEARING, words, unless=_HELPERS) and not _KIND.search(words)


def told_of_partner(words: str, told: FrozenSet[str], found: Danger, context: Context) -> FrozenSet[str]:
    """Return what a normalised text tells, with what it tells of the one who is feared, where there is one."""
    in_talk = context.safety != "calm" and talk_of(context) == VIOLENCE
    is_violence = found.kind == NOW and found.level != NONE and found.about == "self"
    is_past = is_history(words)
    is_feared = in_talk or is_violence or context.known.get("who") == "ex_partner" or is_past
    if not is_feared or context.role in SUPPORTERS:
        return told
    is_near = is_coming(words)
    tells = {
        NEARING: is_near,
        LEAVING: (in_talk or is_violence) and _is_meant(_LEAVING, words, unless=_OF_THEM),
        DISTANT: not is_near and bool(_DISTANT.search(words)),
        OUT: not is_near and bool(_OUT.search(words)),
        HISTORY: is_past,
        BEFORE: is_past and is_long_ago(words),
    }
    kept = told - {AWAY} if _HIS_PLACE.search(words) else told
    return frozenset({*kept, *(name for name, is_told in tells.items() if is_told)})


def as_partner_tells(found: Danger, told: FrozenSet[str], words: str, context: Context) -> Danger:
    """Return a danger by what is told of the one who is feared: on the way is danger now, gone for days is none, and the past is asked about."""
    in_danger = context.safety == "danger" and talk_of(context) == VIOLENCE
    has_fled = AWAY in told or is_with_people(words)
    if found.passed and in_danger and not has_fled and ({NEARING, LEAVING} & told or _tells_nothing_over(words)):
        found = replace(found, passed=False)
    if NEARING in told:
        return found if found.passed or found.kind == WISH else _now(found, context)
    if not {DISTANT, OUT} & told or (found.level == CLEAR and found.kind != NOW):
        return found
    return _while_gone(found, told, in_danger=in_danger)


def _tells_nothing_over(words: str) -> bool:
    """Tell whether what sounds like relief is where the one who is feared is, or a bare question."""
    return bool(_HIS_PLACE.search(words) or _ONLY_ASKS.fullmatch(words))


def _now(found: Danger, context: Context) -> Danger:
    was_partner = context.known.get("who") == "ex_partner" or context.has_said("crisis.partner")
    means = PARTNER if was_partner and found.means in ("", "attacker") else found.means or "attacker"
    return replace(found, level=CLEAR, kind=NOW, about="self", means=means)


def _while_gone(found: Danger, told: FrozenSet[str], *, in_danger: bool) -> Danger:
    """Return a danger where the one who is feared is not there now: nobody is missing, and what was done before is asked about."""
    if in_danger and DISTANT in told and (HISTORY in told or found.level != CLEAR or found.means == PARTNER):
        return Danger(passed=True)
    if found.about == "other" and found.means == OUT_OF_REACH:
        return Danger()
    is_old = HISTORY in told or (found.level == CLEAR and DISTANT in told)
    return Danger(level=DOUBT, kind=NOW, means=PARTNER) if is_old and not (in_danger or found.passed) else found


def _is_meant(pattern: Pattern[str], words: str, *, unless: Pattern[str]) -> bool:
    """Tell whether a pattern is found in a clause that is meant as it stands: not supposed, wished, asked, past, or of somebody else."""
    return any(
        not _SUPPOSED_BEFORE.search(words[: match.start()])
        and not _SUPPOSED_AFTER.match(words[match.end() :])
        and not _IN_IT.search(match[0])
        and not unless.search(_CLAUSE.split(words[: match.start()])[-1])
        for match in pattern.finditer(words)
    )
