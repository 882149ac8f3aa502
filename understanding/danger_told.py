"""What somebody in danger tells that is known from then on: who is with them, what was put away, where they are, what comes next.

Tables, one kind each, of normalised texts without gaps. What is told is never asked or advised again, and most of it is relief.
"""

import re
from typing import FrozenSet, Pattern, Tuple

from understanding.context import Context

ACCOMPANIED, COMING, PUT_AWAY, AWAY, ABSENT, HIDDEN = "accompanied", "coming", "put_away", "away", "absent", "hidden"
STOPPED, EASING, FOUND, ALONE, FAR, UNREACHED, IF_BACK, PANIC, SILENT = (
    "stopped", "easing", "found", "alone", "far", "unreached", "if_back", "panic", "silent",
)  # fmt: skip
RELIEVING = frozenset({ACCOMPANIED, COMING, PUT_AWAY, AWAY, HIDDEN, STOPPED, EASING, FOUND})
"""What tells that the worst is over, or is being seen to."""

OTHERS, VIOLENCE, OWN = "others", "violence", "own"
"""What was talked about last: somebody else's danger, violence, the person's own despair."""

_NEAR_EN = r"(?:friends?|bestie|bff|mate|mum|mom|mam|mummy|mommy|mother|sis(?:ter)?|bro(?:ther)?|aunt(?:ie|y)?|uncle|gran(?:dma|ny|dad|dpa)?|nan|cousin|roommate|flatmate|housemate|neighbou?r|teacher|nurse|counsell?or|colleague|coworker|police|cops|officers?|ambulance|staff|girlfriend|gf|daughter|son)"
_NEAR_JA = r"(?:友達|友だち|ともだち|友人|親友|ネッ友|お母さん|おかあさん|ママ|母|母親|姉|お姉ちゃん|姉ちゃん|ねえちゃん|ねーちゃん|兄|お兄ちゃん|兄ちゃん|にいちゃん|妹|弟|おばさん|おば|叔母|おじさん|ばあちゃん|ばーちゃん|祖母|じいちゃん|祖父|いとこ|先生|担任|保健の先生|看護師|相談員|同僚|先輩|後輩|ルームメイト|警察|おまわりさん|駅員|店員|救急隊|誰か|だれか)(?:さん|ちゃん|くん|の人)?"
_FAMILY_EN = r"(?:dad|father|husband|wife|boyfriend|bf|partner)"
_THINGS_EN = r"(?:pills?|tablets?|meds|medicine|medication|painkillers|blades?|razors?|kni(?:fe|ves)|rope|cord|belt|scissors|cutter|box ?cutter|sharp (?:things|stuff)|(?:everything|anything|all the) sharp\w*|them|it|everything)"
_THINGS_JA = r"(?:薬|くすり|錠剤|カッター|かったー|刃|刃物|ロープ|ひも|包丁|カミソリ|かみそり|剃刀|ハサミ|はさみ|それ|ぜんぶ|全部)"
_GONE_EN = r"(?:gave|given|handed|threw|thrown|chucked|flushed|poured|locked|hid|dumped|tossed|moved|binned|put|left)"
_SURE = r"(?:now|just|right|still|already|actually|finally|all)"

_TOLD: Tuple[Tuple[str, str], ...] = (
    (
        ACCOMPANIED,
        rf"\b(?:my |the |a |our |her |his )?(?:\w+ )?(?:{_NEAR_EN}|{_FAMILY_EN}|she|he|they)(?:'?s|'re| is| are| has| have| just)? (?:{_SURE} )*(?:sitting |staying |sleeping |lying |sat )?(?:with (?:me|us|her|him|them)|next to (?:me|her|him|us)|beside (?:me|her|him|us)|in (?:my|the) room with)\b"
        rf"|\b(?:my |the |a |our )?(?:\w+ )?{_NEAR_EN}(?:'?s|'re| is| are| has| have| just)? (?:{_SURE} )*(?:here|arrived|got here|came(?: over| round)?|come over|staying (?:over|the night|tonight))\b(?! for)"
        rf"|\b(?:she|he|they|{_NEAR_EN})(?:'?s| is| are)? (?:just )?(?:ma(?:de|king|kes) me (?:some |a )?(?:hot )?(?:eat|drink|tea|food|soup|cocoa|something|toast|dinner|breakfast|cup)|hugg(?:ed|ing) me|hugs? me|h(?:e|o)lds? (?:me|my hand)|holding (?:me|my hand)|sat with me|stayed with me|sits? with me|stays? with me|sleeps? (?:with|next to|beside) me)\b"
        rf"|\b(?:my |the )?(?:\w+ )?{_NEAR_EN} (?:now )?(?:come|comes) (?:now|here|to me|over|already|from|in)\b"
        rf"|\bi(?:'?m| am) (?:{_SURE} )*(?:with|next to|beside|sitting with) (?:my |a |the |our )?(?:\w+ )?(?:{_NEAR_EN}|{_FAMILY_EN}|her|family)\b"
        r"|\b(?:i|we)(?:'?ll| will| am going to|'?m going to|'?m|'?re| am| are)? (?:gonna |going to )?(?:sleep(?:ing)?|stay(?:ing)?|sit(?:ting)?|be|lie|lying|watch(?:ing)?) (?:next to|with|beside|in the same room as|by|over) (?:her|him|them|my (?:son|daughter|friend|kid|child))\b|\bi(?:'?m| am) (?:here )?with (?:her|him|them)\b"
        r"|(?:今夜|今日|きょう|今晩)?は?(?:一緒|いっしょ)に(?:寝ます|寝る|います|いる|過ごし(?:ます|てます))(?!人|の(?:が|は)|時|とき)|(?:そば|隣|横|ずっと)(?:に|で)?(?:ついて(?:い)?ます|ついてる|寝ます)"
        rf"|{_NEAR_JA}(?:と|も)(?:今|いま|ずっと|一緒に|いっしょに|二人で|隣で|電話でつながって)*(?:いる|います|いた(?:い)?ます|寝る|寝ます|話してる)(?!から|ので|とき|時)"
        rf"|{_NEAR_JA}(?:が|も)?(?:今|いま|ずっと)?(?:隣|となり|横|よこ|そば|すぐ近く)(?:に|で)(?:いる|います|いて|寝て|座って|すわって)(?:る|ます|くれ(?:て|る(?!人)|た(?!ら)))?(?!から|ので)"
        rf"|{_NEAR_JA}(?:が|も)?[^。、\n]{{0,8}}(?:来てくれた|きてくれた|来てくれて|きてくれて|いてくれ(?:て|る|ま)|来た(?!ら|い)|(?<!行)(?<!い)きた(?![らいく])|着いた|ついた|到着)"
        r"|(?:お茶|ごはん|ご飯|ココア|スープ)(?:を)?(?:いれて|入れて|作って|つくって)くれた|(?:背中|手|頭)(?:を)?(?:さすって|握って|にぎって|なでて)くれ|抱きしめてくれ|ぎゅってしてくれ|隣(?:で|に)(?:いて|座って)くれ|(?:食べさせて|飲ませて|見てて|付き添って)くれ",
    ),
    (
        COMING,
        rf"\b(?:my |the |a |our |her |his )?(?:\w+ )?{_NEAR_EN}(?:'?s|'re| is| are|'ll| will)? (?:{_SURE} )*(?:coming(?: over| here| round| now| to (?:get|pick|be|see|stay)\b[^.!?\n]{{0,14}})?|on (?:her|his|their|the) way|driving (?:over|here|to)|pick(?:ing)? me up|gonna come|going to come|be here (?:soon|in)|heading (?:over|here|to))(?! (?:home|back|in|after|for) ?(?:drunk|angry|and)?)"
        rf"|\b(?:called|texted|rang|told|asked|messaged) (?:my |a |the )?(?:\w+ )?(?:{_NEAR_EN}|her|them|him)\b[^!?\n]{{0,16}}\b(?:she|he|they)(?:'s|'re|'ll| is| are| will)? (?:coming|on (?:her|his|their) way|be here|come)\b"
        r"|\b(?:going|gone|walking|running|heading|went|off) (?:up |over |in )?to (?:check on (?:her|him|them)|see (?:her|him|them)|(?:her|his|their) (?:room|place|house|flat|door|home|dorm))\b|\b(?:checking|gonna check) on (?:her|him|them)\b|\bon (?:his|her|their) way to (?:her|him|them|the house)\b"
        rf"|{_NEAR_JA}(?:が|も|に|、)?[^。、\n]{{0,10}}(?:来てくれる|きてくれる|来てくれます|来るって|くるって|来るから|くるから|向かって(?:い)?(?:る|ます|くれ)|むかって(?:い)?(?:る|ます|くれ)|迎えに(?:来|き)|むかえに(?:来|き)|今から(?:来|く)る|すぐ(?:来|く)る)(?!な)"
        r"|(?:先生|担任|学校の人|警察|救急(?:車|隊)?|親|家族|お母さん|お父さん|みんな)(?:たち)?(?:が|も)?[^。、\n]{0,8}(?:行|い)って(?:くれて|くれる|もらって|る|ます)"
        r"|(?:見|み|様子を?見|部屋を?見)に(?:行|い)って(?:くれ|もら)[^。\n]{0,6}|様子(?:を)?見て(?:くれて|もらって)[^。\n]{0,4}",
    ),
    (
        PUT_AWAY,
        rf"\b(?:i |ive |i've |we |she |he |they |mum |mom |and |just |already )*{_GONE_EN} (?:away |out )?(?:the |my |all |all the |all my |those |that )*{_THINGS_EN}(?: (?:all|both|and \w+))? (?:away\b|off me\b|to (?!(?:my |the |a )?(?:own )?(?:pillow|bed\w*|bag|backpack|pocket|purse|coat|jacket|desk|table|floor|lap|hand|side|nightstand|window|tub|bath|shower|self)\b)(?:my |a |the |our )?\w+|in(?:to)? (?:the |a )?(?:\w+ )?(?:bin|trash|rubbish|toilet|drawer|kitchen|garage|car|sink|cupboard|room|dumpster|garbage|box)\b|down the \w+|with (?!me\b|my (?:stuff|things|bag|clothes|note))(?:my |a |the )?\w+|outside\b|downstairs\b|out of (?:the )?(?:reach|room|house))(?: (?:outside|just now|already|now))*"
        rf"|\b(?:she|he|they|my \w+|mum|mom|{_NEAR_EN})(?:'s| has|'ve| have)? (?:took|taken|got|has|keeping|hid|hidden|locked up|holding on to) (?:away )?(?:the |my |all |all the )*(?:pills?|tablets?|meds|medicine|blades?|razors?|kni(?:fe|ves)|rope|scissors|cutter)(?: (?:away|off me|now|from me))*\b|\b(?:she|he|they|my \w+) took (?:it|them|everything) (?:away|off me|from me)\b|\bflushed (?:the |my |all |all the )*(?:pills|tablets|meds|them)\b|\bbinned (?:the |my |all )*\w+\b|\bno (?:pills|blades?|rope|knife) (?:here|in (?:the|my) (?:house|room)) (?:now|any ?more)\b"
        r"|\b(?:they'?re|they are|it'?s|its|everything'?s|pills are|meds are|knife'?s) (?:all )?(?:back in the (?:cupboard|cabinet|drawer|bathroom|kitchen|safe|locker|car|bin)|locked (?:up|away)|gone|out of (?:reach|the house))\b|\b(?:has|took|hid|keeps?) the key\b|\bput (?:them|it|everything) back\b|\b(?:gave|handed|gives|giving) (?:me|us) (?:the |her |his |their |all )*(?:pills?|tablets?|meds|blades?|razors?|kni(?:fe|ves)|rope|scissors|cutter)\b",
    ),
    (
        PUT_AWAY,
        rf"{_THINGS_JA}(?:は|を|も|なら)?、?[^。、\n]{{0,14}}(?:(?:預|あず)け(?:た|て(?!くれと)|ま)|渡し(?:た|て(?!ほし|と|って|くれ(?:と|って|ない|ません))|ま)|わたし(?:た|て|ま)|捨て(?:た|て(?!られ|な|ほし)|ま)|すて(?:た|て(?!られ|な)|ま)|しまっ(?:た|て(?!な))|隠し(?:た|て(?:もら|くれ))|かくし(?:た|て(?:もら|くれ))|取り上げ|持って(?:行|い)って(?:もら|くれ)|流し(?:た|て|ま)|片付け(?:た|て|ま)|(?:別|となり|隣)の部屋に(?:置|移|お)|遠くに(?:置|お|やっ)|返し(?:た|て|ま)|預かって(?:くれ|もら)|なくなった)(?!(?:ほう|方)が)(?!ら)"
        rf"|{_NEAR_JA}が[^。、\n]{{0,6}}(?:取り上げ(?:た|て)|預かって(?:くれ|る)|(?:持って(?:行|い)|捨て|隠し|しまっ)てくれ)(?!たら)"
        rf"|(?:^|{_THINGS_JA})(?:は|を)?(?:もとに|元に|棚に|引き出しに)?(?:もどし|戻し)(?:た|てきた|ました)|鍵(?:は|を)?[^。、\n]{{0,8}}(?:持っ|もっ)て(?:る|い)",
    ),
    (
        AWAY,
        r"\b(?:we'?re|we are|i'?m|im|i am|me and \w+|safe|all|both|now|,|^)? ?(?:(?:now|safe|all|both|here) )*(?:at|inside|staying at|got to|made it to|ran to|came to|went to) (?:the |a |my |our |her |his )?(?:\w+ )?(?:shelter|hotel|koban|police (?:box|station)|(?:aunt(?:ie)?|sister|sis|brother|mum|mom|nan|gran|grandma|friend|mate|neighbou?r|parent|cousin|colleague|uncle|in-?law)'?s)\b(?! (?:phone|room|school))"
        r"|\b(?:we|i)(?:'re|'m| are| am|'ve| have|m)? (?:got |getting |gotten |made it )?out (?:now|of (?:there|the (?:house|flat|apartment|place|car)|his (?:place|house|flat)|here))?\b(?=$|[.,!]| and| now)|\b(?:i|we) left (?:the (?:house|flat|place)|home|him)\b|^(?:ok |yes |yeah |and )?(?:we'?re|i'?m|im|got) out\b",
    ),
    (
        AWAY,
        rf"(?:{_NEAR_JA}|実家|ネカフェ|ホテル|シェルター|交番|警察署|病院|コンビニ|駅|ファミレス)(?:の|ん)?(?:家|うち|ち|とこ|ところ|所|部屋|宅)?(?:に|へ|まで|で)[^。、\n]{{0,10}}(?:いる|います|来(?:た|て(?:る|い|ま))|(?<!行)(?<!い)きた(?![らいく])|着(?:い|き)|つい(?:た|て)|避難|逃げ(?:た|て(?:き|来))|泊ま(?:る|って|り))(?!から電話|なら|とき)|^(?:なんとか|今|いま)?(?:家|うち)?(?:を|から)?(?:出た|でた|出ました|出れた|出られた|逃げた|逃げてきた|逃げられた)(?=[。、!\n]|$)",
    ),
    (
        ABSENT,
        r"\b(?:he|she|they|husband|dad|boyfriend|ex|wife)(?:'?s|'ll| is| will| be)* (?:be )?(?:back|home|coming (?:back|home))(?: home)? (?:in (?:an?|half|about|one|two|three|a few|\d+)|at \d|by|around|after|tomorrow|later|tonight)|\b(?:he|she|they)(?:'?s|'re| is| are)? (?:at work|asleep|out (?:drinking|till|until|now|for)|gone (?:out|to (?:work|buy|get|the)|for)|went out|not (?:home|back|here) yet)\b"
        r"|(?:あと|後)?(?:\d+|[一二三四五六七八九十半数]+)(?:時間|分|時)(?:半)?(?:くらい|ぐらい|後|ほど)?(?:で|に|ごろ|頃)?[^。\n]{0,6}(?:帰って|もどって|戻って|帰る|かえって)(?:くる|来る|きます|来ます)?|(?:仕事|飲み|パチンコ|夜勤|出張)(?:に|で|から)[^。\n]{0,6}(?:行って|出て|いな|帰って|戻って)(?:る|い|く|来)|まだ(?:帰って|戻って)(?:い|き|こ|来)(?:ない|て(?:い)?ない|ません)|今(?:は)?(?:家に)?いない(?:けど|間|うち)",
    ),
    (
        HIDDEN,
        r"\b(?:he|she|they|dad|husband|ex|nobody|no one) (?:doesn'?t|doesnt|does not|don'?t|dont|won'?t|has no idea|have no idea) ?(?:know |find )?(?:where|this (?:place|address)|i'?m here|we'?re here|the address|her address)"
        r"|(?:場所|住所|ここ|居場所|(?:妹|姉|友達|実家)の(?:家|うち))(?:は|を|も|の(?:こと|場所|住所)(?:は|を)?)?[^。、\n]{0,8}(?:知らない(?:はず|から|です|と思|$|。)|知りません|しらない(?:から|です|$|。)|バレて(?:い)?ない|ばれて(?:い)?ない|教えて(?:い)?ない)",
    ),
    (
        STOPPED,
        r"\b(?:stopped|not|isn'?t) bleeding\b|\bbleeding(?:'s| has| is)? (?:stopped|over)\b|\b(?:its|it'?s|it is|wasn'?t|was|isn'?t)?(?: not| n't)? (?:that |too |very )?(?:deep|a small cut|just scratches)\b(?<=not deep)|\b(?:not|never|won'?t|wont|aint|ain'?t) (?:gonna |going to |ever )?(?:do (?:it|that|anything)|cut|hurt my ?self)(?: again)?(?: (?:tonight|today|now))?\b"
        r"|血(?:は|が|も)?(?:もう)?(?:止|と)ま(?:った|って|りました)|(?:傷|きず)?(?:は)?浅い(?=し|です|から|よ|の|。|、|$)|(?:もう|今日は|今夜は|今は|今日はもう)[^。、\n]{0,5}(?:しない|やらない|切らない|しません|やりません|切りません)(?:よ|から|って|と|です|。|、|$)",
    ),
    (
        EASING,
        r"\b(?:it|its|panic|breathing|heart|everything)?(?:'?s| is)? ?(?:slowing|easing|settling|calming|fading)(?: down| off| up| a bit| now)?(?=$|[ .,!])|\b(?:i )?can breathe (?:now|again|better|ok)\b|\b(?:a )?(?:bit|little) (?:better|calmer)\b|\bbetter now\b|\bcalmed? down\b|\bi(?:'?m| am) (?:ok|okay|alright|all right|fine|good|better) now\b|\bit(?:'s| has)? (?:passed|gone away|stopped)\b"
        r"|(?:おさま|収ま|治ま)(?:って(?:き|る|い)|った|りました)|(?:落ち着|おちつ)(?:いてき|いた|きました|いて(?:る|い))|(?:少し|ちょっと|だいぶ)?(?:楽|(?<!つ)(?<!づ)らく|マシ|まし)(?:に)?なっ(?:た|て)|息(?:が)?(?:でき|出来)(?:る|た)ように|もう(?:平気|大丈夫|へいき)",
    ),
    (
        FOUND,
        r"(?:無事|ぶじ|生きて(?:た|ました|る)|息(?:は)?して(?:る|た|ます))(?=$|[。、!\n ]|だ|で|み)|^(?:い|居)(?:た|ました)[。、!]|\bbut (?:she'?s |he'?s |they'?re )?(?:ok|okay|fine|safe|alive|breathing|talking|all right|alright)\b|\b(?:found|got to|reached) (?:her|him|them)\b|\b(?:she|he|they)(?:'?s|'?re| is| are) (?:w/?|with) (?:her|him|them)\b|\b(?:her|his|their) (?:mum|mom|mother|dad|father|parents?|sister|brother|friend)s?(?:'?s|'?re| is| are)? (?:there|with (?:her|him|them)|(?:w/?|with) (?:her|him)) (?:too|now|already)\b|^found\b(?! (?:a|the|it|out|this|some)\b)|\bshaken but (?:unharmed|safe|ok|okay|fine)\b|\b(?:unharmed|not hurt|safe and sound)\b",
    ),
    (
        ALONE,
        r"\b(?:i'?m|im|i am) (?:all )?alone (?:again|now)\b|\b(?:she|he|they|everyone|my \w+)(?:'s|'ve| has| have)? (?:left|gone home|went (?:home|to bed|to sleep))\b|\b(?:and )?now (?:i'?m|im) (?:by myself|alone)\b"
        r"|(?:また|もう)?(?:ひとり|一人|1人)(?:に(?:なった|なっちゃ|なりました)|です|だ(?:よ)?$)|(?:帰った|帰っちゃった|帰りました|寝ちゃった|行っちゃった)(?:から|ので)?",
    ),
    (
        FAR,
        r"\b(?:lives?|is|shes|hes|she'?s|he'?s|they'?re|they are)\b[^.!?\n]{0,24}\b(?:far(?: away)?|(?:trains?|hours?|stations?|stops?|km|miles) (?:away|from)|in another (?:city|town|prefecture|country)|abroad|overseas)\b|\b(?:only (?:know|met) (?:her|him|them) online|online friend|long distance)\b"
        r"|電車で[^。\n]{0,8}(?:先|かか|とこ|ところ|住|すん)|新幹線|遠く(?:に|て|だ|の)|遠方|遠距離|県外|他県|別の県|海外に(?:いる|住)|ネッ(?:友|トの友)|会ったこと(?:が|は)?ない",
    ),
    (
        UNREACHED,
        r"\b(?:no|don'?t have|dont have|haven'?t got|don'?t know|dont know) (?:(?:her|his|their|the|any|a) )?(?:\w+ )?(?:number|contact|contacts|address|family|parents|mum|mom)\b|\bcan'?t (?:call|reach|contact) (?:her|his|their) (?:mum|mom|parents|family|dad)\b"
        r"|(?:番号|連絡先|住所|家の場所|(?:親|家族|お母さん)(?:の)?(?:連絡先|番号)?)(?:を|は|も|が|とか)?(?:知らない|しらない|知りません|わからない|分からない|わかんない)",
    ),
    (
        IF_BACK,
        r"\bwhat (?:happens|do i do|should i do|would i do|now) if (?:he|she|they|dad|my \w+)\b|\bwhat if (?:he|she|they|dad|my \w+) (?:comes?|shows?|finds?|turns?|gets?|follows?)\b|\bif (?:he|she|they) (?:comes?|shows? up|finds?|turns? up)\b[^.!?\n]{0,20}(?:what|\?|should|then)"
        r"|(?:もし|また|ここに|家に|ここまで)?(?:来|き|戻って(?:来|き)|見つかっ|追って(?:来|き)|探しに(?:来|き))たら(?:、)?(?:どう|何|なに|どこ|怖|こわ)",
    ),
    (
        SILENT,
        r"\bca?n'?t (?:speak|talk|call|phone|ring|make (?:a )?(?:noise|sound|call))\b(?! (?:about|to|with|english|japanese|properly|him|her|it|the (?:police|school)|this)\b)[^.!?\n]{0,40}|\b(?:he|she|they|someone|my \w+)(?:'d|'ll| will| would| can| could| might)? (?:all )?hear(?: me| us)?\b|\b(?:got|have) to (?:be quiet|whisper)\b|\bwhispering\b"
        r"|(?:声|こえ)(?:を|が)?(?:出せ|だせ|出す|だす|出し)[^。\n]{0,10}|(?:電話|でんわ)(?:は|が|も)?(?:無理|むり|でき|出来|かけられ)[^。\n]{0,12}|(?:聞かれ|聞こえ|きこえ|きかれ)(?:る|ちゃ|て)[^。\n]{0,4}|(?:親|家族|父|母|兄|姉|弟|妹)(?:が|、)?[^。、\n]{0,4}(?:隣|となり|いる|寝て)[^。\n]{0,8}(?:声|電話|話せ)",
    ),
    (
        PANIC,
        r"\bca?n'?t (?:even )?breath?e?\b|\bcannot breathe\b|\b(?:heart|chest)(?:'s| is| keeps| feels| wo?n'?t stop)? (?:hurts?|hurting|racing|pounding|tight|beating|exploding|going (?:so |too )?fast)\b|\bhyperventilat\w+|\bpanic(?:king|ked)?\b(?! button)|\b(?:hands?|body|legs?|whole body|i)(?: are| is|'m| am)? (?:wo?n'?t|can'?t|cant|keeps?|wont) ?(?:stop )?(?:shak\w+|trembl\w+)\b"
        r"|(?:息|いき)(?:が|も)?(?:うまく)?(?:でき|出来|吸え|すえ)(?:ない|ません|ん)|(?:息|いき)(?:が)?(?:苦し|くるし|上が)|過呼吸|胸(?:が|も)?(?:痛|いた|苦し|くるし|ドキドキ|バクバク)|(?:手|足|体|からだ|全身)(?:が|も)?(?:ずっと|止まらない)?(?:ふるえ|震え|しびれ|ガクガク)|心臓(?:が)?(?:バクバク|ドキドキ|ばくばく|やば)|パニック|ぱにっく|動悸",
    ),
)
_COMPILED: Tuple[Tuple[str, Pattern[str]], ...] = tuple((name, re.compile(pattern)) for name, pattern in _TOLD)

_WISHED_BEFORE = re.compile(
    r"\b(?:wish|if only|hope|want|need|wanna|would|could|should|can|might|maybe|if|no ?(?:one|body)|n't|not|never|until|when|before|ask(?:ed)?)\s(?:\w+\s){0,3}$|(?:^|[.!?,] ?)(?:is|are|was) $"
)
"""What stands before something that is only wished for, asked or denied."""

_WISHED_AFTER = re.compile(
    r"^(?:ほし|欲し|たい|たら|ば|なら|か(?:な|も)?(?:$|[?。])|の[?か]|\?|ない|ません|られな|る?人が?い?(?:な|ほし)|って(?:言|い)われ)|^[^.!?\n]{0,8}\?"
)
_TAKEN_BACK = re.compile(
    r"\b(?:but|though|still|yet|except)\b|\bkeeps? (?:looking|staring|thinking|going|wanting)\b|(?:見|み|気に|考え)(?:て|ちゃ|なっ)(?:て)?しま|けど|けれど|でも|のに|(?:だ|です|ます|した)が、|\bhit(?:ting)?\b|\bhurt me\b"
)
_OF_ANY = frozenset({"crisis.check_later", "doubt.parting", "doubt.stay", "doubt.stay.again"})
"""Said in every danger: they tell nothing of which."""

_LAST_TALK = (
    (("crisis.other", "doubt.other", "eased.other"), OTHERS),
    (("crisis.partner", "crisis.immediate", "crisis.meeting", "crisis.not_safe", "crisis.rage", "doubt.safe", "doubt.home", "eased.violence", "eased.if_back"), VIOLENCE),
    (("crisis.", "doubt.", "eased.denied", "eased.pan", "eased.put", "eased.har"), OWN),
)  # fmt: skip
_HOME = re.compile(
    r"(?:夫|妻|旦那|主人|嫁|父|お父さん|パパ)(?:が|も|は)?[^。、\n]{0,8}(?:帰って|来て|向かって|戻って|かけつけ)(?:くる|来る|きます|来ます|くれ|い|る)"
    r"|\b(?:husband|wife|dad|father|partner|boyfriend|he|she)(?:'s| is|'ll)? (?:coming|driving|running|rushing|on (?:his|her) way)(?: home| over| here| back)?\b"
)
"""Family that comes home: help where it is a child who is in danger."""
_IN_TALK = ("doubt", "danger", "eased")
_ALWAYS = (PANIC,)
"""Told at any time; the rest means something only in the middle of danger or after it."""

_ONLY_IN = {ABSENT: VIOLENCE, HIDDEN: VIOLENCE, IF_BACK: VIOLENCE, FAR: OTHERS, UNREACHED: OTHERS, FOUND: OTHERS}
_NOT_IN = {PUT_AWAY: VIOLENCE}
"""Where the one who is feared has the key, nothing was put away."""
_ATTACKER = re.compile(
    r"\b(?:he|she|they|husband|wife|boyfriend|bf|partner|dad|father)(?:'?s|'re| is| are)? (?:\w+ ){0,2}(?:with|next to|beside) (?:me|us)\b"
)
"""In violence, who is with them may be the one who is feared."""


NO_PANIC_JA = (
    r"パニック(?:に(?:は)?なって(?:(?:い)?る(?:わけ)?)?|じゃ|では|とか)?(?:で(?:は|も)|じゃ)?(?:ない|ありません|なくて)"
)
_NO_PANIC = re.compile(
    r"\bpanic attacks?(?= ?\?)|\b(?:not|n't|no|without|never)\b(?: \w+){0,2} panic\w*|\bin a panic\b|"
    rf"{NO_PANIC_JA}"
    r"|(?:毎晩|毎日|毎朝|毎回|いつも)[^。!?\n]{0,60}?(?:心臓|動悸|胸|息|手|体|パニック)[^。!?、\n]{0,12}|\b(?:every (?:night|day|time|morning)|always|whenever|at night)\b[^.!?\n]{0,40}\b(?:heart|chest|hands?|panic\w*|breath\w*)\b[^.!?,\n]{0,20}"
)
"""Panic that is only named, asked about, denied, or told of as a habit: a button that somebody repeats, `delete it in a panic`, `every night`."""


_WAS_TOLD = re.compile(
    r"\b(?:i|we|i've|we've) (?:just |already )?(?:told|called|texted|rang|messaged|spoke to|talked to) (?:my|the|a|her|his|their|our) \w+"
)
_HURT_BEFORE = re.compile(
    r"首(?:を)?(?:し|絞|締)め(?:られ|た|て)|(?:殴|なぐ|蹴|たた|叩)(?:ら|か)れ(?:た|て|る)|暴力(?:を)?(?:ふる|振る|受け)|手を(?:上げ|あげ)られ"
    r"|\b(?:he|she|they|husband|wife|boyfriend|ex|dad|father)\b[^.!?\n]{0,24}\b(?:strangled|choked|hit|beat|punched|slapped|kicked|hurt) me\b"
)
_NEVER_HURT = re.compile(r"られた(?:こと|事)(?:は|が|なんて|も)?(?:一度も|いちども)?(?:な|ありませ)|\bnever\b|n't\b")
_NEVER_HURT = re.compile(r"られた(?:こと|事)(?:は|が|なんて|も)?(?:一度も|いちども)?(?:な|ありませ)|\bnever\b|n't\b")
_BACK = re.compile(
    r"(?:帰|かえ|戻|もど)って(?:く|来|き)(?:る|ます|そう)|\b(?:back|home|here) (?:in|at|by|around|soon|tonight|any (?:minute|moment|time)|from work)\b|\bcoming (?:back|home|over)\b"
)


def was_told(words: str) -> bool:
    """Tell whether a normalised text says that the writer told or called somebody."""
    return bool(_WAS_TOLD.search(words))


def comes_back_who_hurt(words: str) -> bool:
    """Tell whether somebody who hurt the writer before is on the way back."""
    return bool(_HURT_BEFORE.search(words) and _BACK.search(words) and not _NEVER_HURT.search(words))


def talk_of(context: Context) -> str:
    """Return what kind of danger was talked about last, `` where none was."""
    for key in reversed([key for key in context.said if key not in _OF_ANY]):
        for beginnings, talk in _LAST_TALK:
            if key.startswith(beginnings):
                return talk
    return ""


def told_in(words: str, *, context: Context, talk: str = "") -> FrozenSet[str]:
    """Return what a normalised text tells; what is wished for, asked or denied is not told.

    `talk` is the kind of danger where the message itself begins it.
    """
    in_talk = bool(talk) or context.safety in _IN_TALK
    talk = talk or talk_of(context)
    words = _NO_PANIC.sub(" … ", without_attacker(words, talk=talk))
    told = {
        name
        for name, pattern in _COMPILED
        if (in_talk or name in _ALWAYS)
        and _ONLY_IN.get(name, talk) == talk != _NOT_IN.get(name)
        and _is_told(pattern, words, name)
    }
    is_coming = in_talk and talk == OTHERS and _is_told(_HOME, words, COMING)
    return frozenset({*told, COMING} if is_coming else told)


def without_attacker(words: str, *, talk: str) -> str:
    """Return a normalised text without who is feared, where that may be who is with them."""
    return _ATTACKER.sub(" … ", words) if talk == VIOLENCE else words


def without_coming(words: str) -> str:
    """Return a normalised text without who is on the way, or was told: where somebody else is in danger, it is not over before they are there."""
    for name, pattern in _COMPILED:
        if name == COMING:
            words = pattern.sub(" … ", words)
    return _WAS_TOLD.sub(" … ", _HOME.sub(" … ", words))


def without_told(words: str, *, talk: str = "") -> str:
    """Return a normalised text without what tells of help, so that no sign of danger is seen in it; nor in having to be quiet."""
    cut = (ACCOMPANIED, COMING, PUT_AWAY, STOPPED, FAR, *(() if talk in ("", VIOLENCE) else (SILENT,)))
    for name, pattern in _COMPILED:
        if name in cut:
            words = pattern.sub(" … ", words)
    return words


def is_taken_back(words: str) -> bool:
    """Tell whether a `but` comes after what a normalised text tells: then it is not all."""
    ends = [match.end() for name, pattern in _COMPILED if name in RELIEVING for match in pattern.finditer(words)]
    return bool(ends) and bool(_TAKEN_BACK.search(words, max(ends)))


def _is_told(pattern: Pattern[str], words: str, name: str) -> bool:
    if name in (IF_BACK, PANIC, UNREACHED, SILENT):
        return bool(pattern.search(words))
    return any(
        not _WISHED_BEFORE.search(words[: match.start()]) and not _WISHED_AFTER.match(words[match.end() :])
        for match in pattern.finditer(words)
    )
