"""Signs that somebody is at the door, in the corridor, or outside in a car, by what comes together; and known visitors, who are none.

Tables of normalised texts. A bell at night, a stranger in the corridor, a man in a car who looks up: each is danger by itself, however calm
the words sound. Steps or a noise alone are asked about.
"""

import re

from understanding.danger_rows import NOW, SENTENCES, SHORT, Together, any_row
from understanding.reading import CLEAR, DOUBT

ATTACKED = "attacked"
"""In the place of means: somebody is getting in, or is after the writer, at this moment."""

_BELL_JA = r"(?:インターホン|インターフォン|ドアホン|チャイム|呼び鈴|ピンポン|オートロック)"
_RINGS = (
    rf"{_BELL_JA}[^。\n]{{0,14}}(?:鳴|なっ|なり|押|連打|呼び出|映|うつ)|(?:映って|うつって|モニター)[^。\n]{{0,10}}(?:人|男|女|誰|だれ)|ノックされ|ノック(?:の音|が|して(?:い)?る)|(?:のぞき穴|ドアスコープ)|ドア(?:ノブ|の取っ手)?(?:を|が)?[^。\n]{{0,4}}(?:ガチャ|がちゃ|回され|開けようと)"
    r"|\b(?:rang|rings?|ringing|buzz(?:ed|es|ing)|press(?:ed|es|ing)) (?:\w+ ){0,2}(?:door ?bell|bell|buzzer|inter(?:com|fone|phone))\b|\b(?:door ?bell|bell|buzzer|inter(?:com|fone|phone))(?:'s| is| has| just| keeps?| kept)* (?:rang|rung|ring\w*|buzz\w*|going|went|goes)\b|\b(?:on|in) (?:the|my|our) (?:inter(?:com|fone|phone)|door ?bell|peephole)\b|\bknock(?:s|ed|ing) (?:on|at) (?:my|the|our)\b|\bknocking\b|\bpeep ?hole\b"
    r"|\b(?:try\w*|tries|tried|rattl\w+|turn\w*|jiggl\w+|mov\w+) (?:\w+ ){0,2}(?:door ?)?(?:handle|knob|lock)\b"
)
_LATE = (
    r"深夜|真夜中|夜中|こんな(?:夜|時間|遅)|夜(?:の)?(?:10|11|12|十|十一|十二)時|(?:22|23|24|0|1|2|3|4)時|(?:夜|今夜)[^。\n]{0,6}(?:遅|おそ)"
    r"|\b(?:10|11|12|1|2|3|4)(?::\d{2})? ?(?:am|a\.m\.?)\b|\b(?:10|11)(?::\d{2})? ?(?:pm|p\.m\.?)\b|\bmidnight\b|\b(?:at|in) (?:the middle of the )?night\b|\bin the morning\b|\bthis (?:late|hour)\b|\bso late\b"
)
_UNEXPECTED = (
    r"予定(?:は|も|が)?[^。\n]{0,4}(?:ない|ありません|なかった)|(?:頼|注文し|呼|よ)ん?で(?:は)?(?:い)?(?:ない|ません)|心当たり(?:が|は|も)?(?:ない|ありません)|誰(?:だろ|だか|か(?:わから|分から)|\?)|だれ\?|出られ(?:ない|ません)|出てない|出たくない"
    r"|\b(?:not|wasn'?t|isn'?t|nobody|no ?one)\b[^.!?\n]{0,14}\b(?:expect\w*|invit\w*|due)\b|\b(?:didn'?t|did not|haven'?t) (?:order|call|invite|ask)\b|\bwho (?:is|could|would) (?:it|that|be)\b|\bno idea who\b"
)
_GOES_ON = (
    r"まだ|ずっと|何(?:回|度)も|なん(?:かい|ど)も|しつこ|連打|止まらない|鳴り止ま|鳴りやま|さっきから|帰らない|帰ってくれない"
    r"|\b(?:still|again and again|over and over|keeps?|won'?t (?:stop|leave|go)|not (?:stopping|leaving|going)|for (?:\d+|ten|twenty|thirty|an?|half an) (?:minutes?|hours?|hour)|all (?:evening|night|day))\b"
)
_STRANGER = (
    r"知らない(?:人|男|女|おじさん|やつ|顔)|見知らぬ|怪しい|男(?!子)|おっさん|あいつ|犯人|脅して(?:きた|いる|る)(?:人|やつ|男)|元(?:カレ|彼|夫|旦那)|ストーカー|人影|黒い(?:服|車)"
    r"|\bstranger\b|\b(?:man|men|guy|guys|dude|stalker)\b|\bmy ex\b|\b(?:don'?t|do not|didn'?t) (?:know|recogni[sz]e) (?:him|her|them|who)\b|\b(?:that'?s|it'?s|its|be|is it|was) (?:him|them)\b|\bhe(?:'?s| is)?\b"
)
_AFRAID = r"怖|こわ|震え|ふるえ|ひとり|一人|隠れ|息を|\b(?:scared|afraid|terrified|frightened|shaking|alone|hiding|by myself|freaking out)\b"

_PLACE = (
    r"廊下|階段|踊り場|エントランス|ロビー|オートロックの前|玄関|(?:家|うち|アパート|マンション|建物|部屋|ドア|窓)の(?:前|下|外|入り?口|向こう|そば|近く)|ベランダ"
    r"|\b(?:in front of|in|on|at|outside|by|near|around|across from|below|under) (?:my |the |our |this )?(?:apartment |front |building'?s? )?(?:dorm\w*|hostel|room|share ?house|corridor|hallway|hall|stair\w*|landing|lobby|entrance|doorstep|porch|driveway|door|window|gate|building|apartment|flat|house|place)\b|\bdownstairs\b"
)
_STAYS = (
    r"い(?:る|ます|て帰)|ある|立って|待って|座って|うろ|のぞ|覗|見上げ|見て(?:る|い)|止まっ|動か|聞こえ|見え|しゃべ|話し声|来て(?:る|い)|呼び出|鳴らし"
    r"|\b(?:stands?|standing|waiting|sitting|hanging|lurking|pacing|walking|prowling|looking|staring|watching|hear|hears|see|there|still|here|moving|hasn'?t (?:left|gone|moved))\b"
)
_UNEASY = (
    r"知らない|見知らぬ|怪しい|男(?!子)|あいつ|犯人|元(?:カレ|彼|夫|旦那)|ストーカー|人影|まだ|ずっと|うろ|のぞ|見上げ|怖|こわ|帰れない|動か"
    r"|\b(?:stranger|stalker|man|guy|still|won'?t (?:leave|go)|hear (?:him|them)|lurking|pacing|prowling|staring|hanging (?:around|about)|scared|afraid|alone|hasn'?t (?:left|gone|moved)|don'?t know (?:him|them|who))\b"
)
_SOMEBODY = r"人|男|女|やつ|奴|誰か|だれか|あいつ|彼(?!女|氏)|相手|影|声|まだ|\b(?:he|him|she|they|them|someone|somebody|man|men|guy|guys|stranger|person|people|dude|stalker|ex|voices?)\b|\bhe's\b|\bhes\b"
_SOUND = r"足音|物音|(?:ドア|玄関|窓|外|廊下)(?:の方|のほう)?(?:で|から)[^。\n]{0,6}音|気配|\b(?:foot ?)?steps\b(?! (?:to|for|of|i|1|2|3|in (?:the|this)))|\bfootsteps?\b|\bnoises?\b|\bsomeone (?:was|moving)\b"
_NEAR = r"外|廊下|階段|玄関|ドア|窓|家の(?:前|まわり|周り)|部屋の前|ベランダ|\b(?:outside|corridor|hallway|hall|stairs|stairwell|door|window|landing|porch|balcony|flat|apartment)\b"
_CAR = r"車(?!両|検|内)|バン(?=が|、)|バイク|\b(?:car|van|suv|motorbike|truck)\b"
_OUTSIDE = r"外|前|近く|向かい|下に|\b(?:outside|across|in front of|opposite|near|by) ?(?:from )?(?:my|our|the|here)?\b"
_PARKED = r"止ま|停ま|とま|止め|停め|いる|\b(?:parked|sitting|waiting|idling|stopped|there|been|standing)\b"
_WATCHES = (
    r"見て(?:る|い|くる)|見上げ|のぞ|中の(?:人|男)|(?:中|車内)に[^。\n]{0,6}(?:人|男)|車の男|ずっと|何時間|夕方から|朝から|さっきから|エンジン"
    r"|\b(?:look\w*|watch\w*|star(?:es|ing)|all (?:evening|night|day|afternoon)|(?:for|since) (?:\w+ )?(?:hours|hour|\d+|noon|this)|(?:man|guy|someone|somebody|person|men) (?:is |sitting |inside )*in (?:it|the car)|guy in|man in|engine|again)\b"
)
_UNKNOWN_CAR = r"知らない|見たこと(?:の|が|も)?ない|見覚え(?:の|が)?ない|怪しい|\b(?:don'?t|do not|never|not) (?:recogni[sz]e|know|seen)\b|\b(?:never seen|strange|unknown|weird|unfamiliar)\b"

_ELSEWHERE = r"学校|教室|授業|休み時間|部活|体育館|職場|会社|オフィス|病院|お店|\b(?:school|class(?:room)?|lesson|office|hospital|lecture|shop|mall|hotel lobby)\b"
_THREATS = r"画像|写真|動画|投稿|\b(?:photos?|pics?|pictures?|videos?|posts?|fake|comments?|messages?)\b"
_GONE = r"いなくな|帰った|帰りました|去った|行った(?!り)|やんだ|止んだ|だけでした|\b(?:stopped|gave up|left|gone|drove (?:off|away)|turned out|went away|nobody|no ?one is)\b"
_UNLESS = f"{_ELSEWHERE}|{_THREATS}"

_SUMMONS = r"(?:出て|降りて|おりて)(?:こい|来い|こないと|来ないと|こなかったら|来なかったら)|\bcome (?:down|out|outside|downstairs)\b[^.!?\n]{0,16}\bor (?:else )?(?:i|we|he|they)(?:'ll| will|'m| am)? ?(?:go(?:ing)? )?(?:come|coming|go|break|get|kick)\b"

_BREAKS = (
    r"(?:ドア|ど[あぁ]|玄関|窓|戸)(?:を|が|に)?[^。\n]{0,6}(?:壊|こわ(?:す|し)|蹴|け(?:って|られ)|ぶち破|破(?:る|り|ろ)|こじ開け|叩き|たたき|ドンドン|どんどん|ガンガン|がんがん|ガチャ|がちゃ)"
    r"|\b(?:break|broke|breaking|kick\w*|smash\w*|bang\w*|pound\w*|knock\w*|ram\w*)\b[^.!?\n]{0,16}\b(?:down |in )?(?:the |my |our )?(?:doors?|windows?)\b"
)
_IS_DONE = r"\b(?:last (?:week|month|year)|yesterday|ago|used to|once)\b|先週|先月|昨日|去年|昔|以前|前に|\b(?:game|movie|film|dream)\b|ゲーム|映画|夢"

ROWS = (
    Together(NOW, CLEAR, (_SUMMONS,)),
    Together(NOW, CLEAR, (r"\b(?:scream|shout|yell|threat|say|want|try)\w*\b|\bwill\b|怒鳴|叫|脅|暴れ|入ろう|って言|\b(?:he|they|someone|somebody)(?:'s| is| are)\b", _BREAKS), unless=_IS_DONE),
    Together(NOW, CLEAR, (_RINGS, f"{_LATE}|{_UNEXPECTED}|{_GOES_ON}|{_STRANGER}|{_AFRAID}"), unless=f"{_UNLESS}|{_GONE}"),
    Together(NOW, CLEAR, (_SOMEBODY, _PLACE, _STAYS, _UNEASY), unless=f"{_UNLESS}|{_GONE}|泣い|友達|クラス|先生|\\b(?:cry\\w*|friend|teacher)\\b"),
    Together(NOW, CLEAR, (_CAR, _OUTSIDE, _PARKED, _WATCHES), unless=f"{_UNLESS}|\\bpolice\\b|パトカー|警察"),
    Together(NOW, CLEAR, (r"\b(?:that'?s|it'?s|its|is that|is it|must be|might be) (?:him|them)\b|あいつ(?:だ|かも)", rf"{_NEAR}|{_RINGS}"), unless=_UNLESS),
    Together(NOW, DOUBT, (_SOUND, _NEAR), unless=f"{_UNLESS}|静か|\\bquiet\\b"),
    Together(NOW, DOUBT, (_CAR, _OUTSIDE, _PARKED, _UNKNOWN_CAR), unless=_UNLESS),
    Together(NOW, DOUBT, (r"\b(?:someone|somebody|a man|some guy) was\b|(?:誰か|だれか|人|男)[^。\n]{0,10}いた", r"\b(?:at|outside) (?:my|the|our) (?:door|window|house|gate)\b|(?:家|玄関|ドア|部屋|窓)の(?:前|外)", r"今|さっき|\bjust now\b|\ba (?:minute|moment) ago\b"), unless=_UNLESS),
)  # fmt: skip
"""Bells, knocks, people who stay where they have no business, cars that wait."""

_VISITOR = re.compile(
    r"宅配|宅急便|配達|郵便|出前|ピザ|ウーバー|アマゾン|佐川|ヤマト|荷物|回覧板|集金|検針|点検|工事の|セールス|勧誘|管理人|(?:隣|となり|近所)の(?:人|おば|おじ|子)"
    r"|(?:友達|友だち|友人|親友|母|お母さん|ママ|父|お父さん|パパ|姉|兄|妹|弟|お姉ちゃん|お兄ちゃん|祖母|ばあちゃん|じいちゃん|家族|子ども|息子|娘|先生|ルームメイト|同僚)(?:さん|ちゃん)?(?:が|は|だっ|でし|です|だ(?:よ|から)|の(?:足音|車|声|音))"
    r"|(?:止めて(?:る|い(?:る|た))|来て(?:る|い(?:る|た)))のは(?:友達|母|お母さん|父|お父さん|家族|兄|姉|弟|妹)"
    r"|\b(?:parcels?|packages?|deliver\w*|courier|post ?man|mail ?man|pizza|uber ?eats|take ?away|take ?out|amazon|groceries|sales ?(?:man|woman|person)|meter|plumber|electrician|caretaker|girl scouts?)\b"
    r"|\b(?:my|our|a|the) (?:\w+ )?(?:neighbou?r|mom|mum|mother|dad|father|sister|brother|friend|mate|roommate|flatmate|housemate|nan|gran\w*|aunt\w*|cousin|teacher|kids?|son|daughter|classmate|family|colleague)\b"
)
_CALMLY = re.compile(
    r"テレビ|寝て|寝た|料理|ご飯|ごはん|夕飯|手伝|一緒に(?:見|やっ|調べ)|優し|やさし|お風呂|仕事して|(?:だっ|でし)た|うるさい|電話して|のは(?:お父さん|父|母|お母さん)"
    r"|\b(?:watching|tv|asleep|sleeping|cooking|working|help(?:s|ing)? (?:me|us)|to help|reading|eating|dinner|lunch|tea|it'?s (?:just|only)|was (?:just|only)|just my|only my|supportive|kind|nice|laughing|brb|back now|talk later|in (?:his|her) room)\b"
)
_FEARED = re.compile(
    r"知らない|見知らぬ|(?:頼|注文し|呼)ん?で(?:い)?ない|心当たり|怖|こわ|怪し|装|ふりを|名乗|叫|怒鳴|どな|叩|蹴|ドンドン|酔|包丁|ナイフ|殴|元カレ|元彼|元夫|ストーカー|あいつ|犯人|しつこ|帰らない|助けて|隠れ|逃げ|入ってくる"
    r"|\b(?:don'?t know (?:him|her|them|who)|strang\w+|unknown|never seen|not expecting|(?:didn'?t|never) (?:order(?:ed)?|call(?:ed)?)|scared|afraid|terrified|frightened|creep\w*|bang\w*|pound\w*|kick\w*|shout\w*|yell\w*|scream\w*|drunk|knife|angry|furious|won'?t (?:leave|go|stop)|pretend\w*|claim\w*|ex|stalk\w*|hiding|hit\w*|beat\w*|belt|help me)\b(?! (?:with|to|fill|report|find))|\bhelp me$"
)
_LONG_PAST = re.compile(
    r"先週|先月|去年|おととし|昔|以前|(?<!の)前に|(?:数|何|\d)(?:日|週間|か月|年)前|ことが(?:ある|あり|あっ)|\b(?:last (?:week|month|year|summer|winter|spring|autumn|fall)|(?:days?|weeks?|months?|years?) ago|used to|back then|when i was)\b"
)
_AGAIN_NOW = re.compile(
    r"今(?!週|月|年)|いま|さっき|まだ|また|今夜|今日|から(?:ずっと|毎)|毎(?:日|晩)|\b(?:now|again|tonight|today|still|just|since|every)\b"
)
_AT_SCHOOL = re.compile(_ELSEWHERE)
_DOOR_WORDS = re.compile(
    rf"{_BELL_JA}|ノック|玄関|ドア|足音|物音|廊下|階段|上がってき|(?:家|うち|部屋|窓)の(?:前|外)|車|\b(?:door ?bell|bell|inter(?:com|fone|phone)|buzzer|knock\w*|door|corridor|hallway|foot ?steps?|stairs|upstairs|downstairs|rang|ringing|porch|lobby|parked|coming (?:up|upstairs))\b"
)
_STAIRS = re.compile(
    r"階段|足音|上がって|\b(?:stairs|upstairs|downstairs|foot ?steps?|coming (?:up|upstairs)|at my bedroom)\b"
)
_ATTACKED = re.compile(
    rf"{_BREAKS}|{_RINGS}|(?:ドア|戸|扉|玄関)(?:を|が)?[^。\n]{{0,4}}(?:たた|叩|けっ|蹴|どんどん|ドンドン|ガンガン)|追(?:って|いかけて|われて)(?:く|き|い)|\b(?:he|she|they|someone|somebody)(?:'s|'re|s| is| are)? (?:still |now )?(?:kicking|banging|hammering|ramming|pounding|breaking it|smashing)\b(?! (?:off|butt|me|him|her))|開けてる|あけてる|あけようと|開けようと|\b(?:chasing|running after|coming after|coming for|getting in|breaking in|opening (?:the|my)) ?(?:me|us|door)?\b"
)
_CUT = " … "


def is_attacked(words: str) -> bool:
    """Tell whether somebody is at the door, getting in, or after the writer: whoever it is, the door and the police come first."""
    return bool(_ATTACKED.search(words))


def without_visits(words: str) -> str:
    """Return a normalised text without its doors and bells where a known visitor stands there, or it is long past, or at school."""
    if len(words) <= SHORT:
        return _without_visit(words)
    return "".join(_without_visit(sentence) for sentence in SENTENCES.split(words))


def _without_visit(words: str) -> str:
    if _FEARED.search(words):
        return words
    is_over = _LONG_PAST.search(words) and not _AGAIN_NOW.search(words)
    is_visit = _VISITOR.search(words) and (_CALMLY.search(words) or not _STAIRS.search(words))
    return _DOOR_WORDS.sub(_CUT, words) if is_over or is_visit or _AT_SCHOOL.search(words) else words


def is_at_the_door(words: str) -> bool:
    """Tell whether somebody is clearly at the door, in the corridor, or outside in a car."""
    return any_row(ROWS, words, level=CLEAR)
