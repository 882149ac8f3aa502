"""Tells from a whole message that the danger in it is somebody else's: what was reported, seen or heard of them, as tables."""

import re

from understanding.danger_people import WHO_EN, WHO_JA

_SUFFIX = r"(?:ちゃん|さん|くん|君|たち)?"

OWN = (
    r"(?:私|わたし|あたし|僕|ぼく|俺|おれ|うち|自分|おい|わし)(?:も|が|は|を|の(?:手|腕|首|部屋|家))[^。\nが]{0,20}(?:死|消え|切|殴|飛|いなく|叩|追われ|つけられ|脅され|たい(?:です|$|。))|(?:私|わたし|僕|俺)[^。\n]{0,4}(?:息子|娘|子ども|子供)と(?:一緒に)?(?:死|逝)|(?:息子|娘|子ども|子供|子)(?:と一緒に|を連れて|も連れて)[^。\n]{0,6}(?:死|逝|楽に|いな)|(?:死んで|命で)(?:詫び|わび|償)[^。\n]{0,8}(?:たい|ます|しか|と思って)(?![」』])|しか(?:ない|ありません)と思|(?:^|[。、\n ])(?:もう)?(?:死に|消え|しに)たい(?:です|よ|わ|まじ|。|!|$)|かなと(?:思|考)|次は(?:私|僕|俺)",
    r"\bso ok\b|\b(?<!do )(?<!can )(?<!should )(?<!must )(?<!what )(?<!could )(?:i|im|i'm|ill|i'll|id|i'd|ive|i've) (?:will|want|wanna|just want|wish|feel like|should (?:be|just)|can'?t (?:do|take|go|live)|have the|took (?:all|my|the|some|a|too|like|\d+|every\w*)|keep|gonna|going to (?:die|kill|jump|end|hurt)|also|too|am (?:on the|suicidal|going to)|on the|don'?t want)\b|\b(?:i|ill|i\'ll) (?:jump|end it|die)\b|\bme too\b|\b(?:half|part) of me\b|\bdeserve a (?:better )?(?:daughter|son|child|wife|husband)\b|\b(?:in|on) my (?:hand|lap|arm|mouth|bag|drawer)\b|\b(?:pills|tablets|meds) from my\b|\bsaw me\b|\b(?:at|hit|hits|hurt|hurts|kill) me\b(?! to)|\b(?:my|our) (?:porch|door|house|window|street|gate|balcony|room|flat|apartment)\b|\blocked the (?:front )?door\b|\bclimbed the balcony\b|\btyped to (?:u|you)\b",
)
"""What tells of the writer's own danger, whoever else is named."""

TOLD = (
    r"(?:死にたい|しにたい|消えたい|自殺)[^。\n]{0,6}か(?:と|って|どうか|を)?(?:直接)?(?:聞(?!かれ)|きい|尋ね(?!られ)|たずね|確かめ)|\bask(?:ing)? (?:her|him|them|my [\w-]+)(?: \w+)? (?:if|whether|about)\b[^.!?\n]{0,30}\b(?:die|dying|suicid\w*|kill\w*|live|living)\b|"
    rf"(?:死|しに|しん|氏|4に|逝|消え|飛び降|生き|いなく|自殺|リスカ|自傷|od|薬|終わ|楽に|さよなら|お別れ)[^。\n「『]{{0,16}}[」』]?(?:って|と|とか|みたいな(?:こと|の)?)(?:友達に|みんなに|ずっと|何回も|笑いながら|泣きながら|真顔で)*(?:(?:言|い)われ(?:て|た|まし)|(?:言|い)って(?:(?:い)?(?:る|た|ます|ました)|き(?:た|て|まし)|くる)|言(?:います|う|いました|い出)(?!か|なら)|いいました|泣い|(?:line|ライン)(?:して|き|が)|書いてき|書いて(?:あ|い)|書いた(?:手紙|メモ|紙|ノート)|送ってき|メッセージ|真顔|ストーリー|つぶや|残し|頼まれ|電話(?:が|き|で)|部活ノート|相談され)|(?:死|消え|しに)[にえ]?たい(?:こと|気持ち)[^。\n]{{0,10}}(?:言わないで|聞いて(?:いい|も))|(?:電話|通話)で[「『][^」』\n]{{0,20}}[」』]って泣|[」』]と(?:言って|言い残して|書き残して|書いて)[^。\n]{{0,10}}(?:出|行|いな|帰)|{WHO_JA}{_SUFFIX}が[「『][^」』\n]{{0,30}}[」』]と(?:。|、|$)",
    rf"\b(?:she|he|they|my (?:[\w-]+ ){{0,2}}{WHO_EN}) (?:just |only )?(?:texted|messaged|wrote|emailed|sent|left)(?: to)?(?: me| us)?:? ['\"“]|\b(?:he|she|they|bro|sis|my m8|m8|mate|somebody|(?:my|our|a|the|one of my) (?:[\w-]+ ){{0,2}}{WHO_EN}|{WHO_EN})(?:'s)? (?:just |still )?(?:keeps? |kept )?(?:said|says?|saying|texted|told|wrote|emailed|asked|googled|messaged)\b(?:(?!\b(?:im|i\'m|ive|i\'ve|ill|i\'ll|so i|and i|now i|but i)\b)[^.!?\n]){{0,60}}\b(?:die|dead|kill\w*|kms|kys|suicid\w*|alive|live|living|goodbye|end|heaven|gone|here|pills|antidepressants|jump\w*|cut\w*|last|week|burden|without)\b",
)
"""A report of what somebody said."""

SEEN = (
    rf"(?:^|[。、!?\n])[^。、\n]{{0,6}}(?:中\d|小\d|高\d)?(?:の)?{WHO_JA}{_SUFFIX}(?:の(?:ほう|方)|の|が|は|も)?(?:です|でした|なんです|だけど)?[。!?]*$|{WHO_JA}{_SUFFIX}(?:が|は|も)[^。\n]{{0,30}}(?:ベランダ|屋上|橋|ホーム|線路|飛び降り|立って|切って|なぐ|殴るの|むしって|持って(?:った|い)|飲んだ(?:と|って|み)|思いつめ|身辺整理|隠れ|のぼっ|登っ)",
    r"長袖しか着(?:な|ませ)|(?:リスカ|傷|切った)の?(?:写真|画像)[^。\n]{0,4}送ってき|声が(?:へん|変)|(?:鍵|部屋)[^。\n]{0,10}(?:呼んでも|物音)|声(?:を)?かけたら|(?:手紙|遺書|メモ|カッター|薬|刃)(?:みたいなの)?[^。\n]{0,14}(?:見つけ|見つか|隠して(?:い)?(?:た|ました)|渡したらし|残して(?:い)?(?:た|ました)|ありました)|どう見分け|口ぐせの子|最近やけに|本気だったらどうし|(?:してた|してる|った)らしい",
    rf"\b(?:i )?(?:found|saw|noticed|discovered)\b[^.!?\n]{{0,40}}\b(?:her|his|their|my (?:[\w-]+ ){{0,2}}{WHO_EN}'?s)\b|\b(?:his|her|their|my (?:[\w-]+ ){{0,2}}{WHO_EN}'?s) (?:own )?(?:wrists?|arms?|forearms?|thighs?|legs?|head|face|hands?|throat|room|search history|history|pillow)\b|\b(?:he|she|they)(?:'s|s|'re|'ll| is| are| was| stands?| sits?| took| takes| has taken| swallowed| burns| cuts| hits| has)\b[^.!?\n]{{0,40}}\b(?:roof|window|bridge|ledge|fire escape|tracks|balcony|pills|tablets|antidepressants|meds|herself|himself|own|cut\w*|chair|rope|knife|head|arm\w*)\b|\b(?:my|our) (?:bf|gf|boyfriend|girlfriend|husband|wife|son|daughter|kid|brother|sister|friend|mate|cousin)[.!?]*$|\bpulse\b|\bbehind (?:her|him|them)\b|\b(?:sent|showed) (?:me|us)\b[^.!?\n]{{0,24}}\b(?:pills|rope|blades?|cuts|note|goodbye|knife|roof|bridge)\b|\bmy (?:[\w-]+ ){{0,2}}{WHO_EN} (?:hits|burns|cuts|punched|took|swallowed|jumped|burned)\b",
)
"""What is seen or heard of somebody."""

VICTIMS = (
    rf"{WHO_JA}{_SUFFIX}(?:んち|の(?:家|うち|アパート|マンション|部屋|学校|バイト先|ストーカー|元[カ彼][^。\n]{{0,2}}))[^。\n]{{0,12}}(?:前|外|に|が|い)|(?:生徒|友達|娘|息子|その子|あの子|妹|弟|彼女|妻|子ども|同僚|後輩|孫)(?:さん|ちゃん|くん)?を[^。\n]{{0,6}}(?:待ち伏せ|殴|蹴|怒鳴|追|つけ|刺|連れ|呼)|(?:生徒|友達|娘|息子|その子|あの子|妹|弟|彼女|妻|子ども|同僚|後輩|孫|ルームメイト|パートナー)(?:さん|ちゃん|くん)?(?:から|が|は|も)、?[^。\n]{{0,20}}(?:殴られ|叩かれ|蹴られ|閉じ込め|つけられ|襲われ|隠れ|逃げて|飲んだ|飲みました|息を|倒れ|乗せられ|呼ばれ|助けて)|(?:その子|あの子|この子)(?:を|の)?(?:殴|なぐ|叩|蹴)|手首から血[^。\n]{{0,6}}(?:娘|息子|妹|弟|友達|あの子)",
    rf"\b(?:hits?|beats?|beating|hurts?|punch\w*|slapp?\w*|kick\w*|dragg\w*|drag|grabb?\w*|ordered|forc\w+|threaten\w*|stomp\w*|corner\w*|follow\w*) (?:her|him|them|my (?:[\w-]+ ){{0,2}}{WHO_EN})\b|\b(?:her|his) (?:\w+ )?(?:dad|father|ex|boyfriend|bf|husband|stepdad|step ?father|mum|mom|mother|uncle|landlord|pimp|boss)(?:'s)? (?:is|has|hits?|beats?|took|locked|won'?t|at|outside|came|turned|screaming|yelling)\b|\b(?:her|his) (?:window|door|place|flat|apartment|house)\b|\b(?:my|our) (?:[\w-]+ ){{0,2}}{WHO_EN}(?:'s| is| was|s| got| gets)? (?:being |getting )?(?:beat|beaten|stomped|dragged|followed|cornered|locked|hit|stuck with|attacked|chased)\b|\b(?:he|she|they)(?:'s|'re| is| are) getting (?:beat|beaten|stomped|hit|kicked|jumped)\b",
)
"""Somebody else who is hurt, followed or held."""

_QUOTED = re.compile(
    r"[「『\"“][^」』\"”\n]{0,60}[」』\"”]|(?<!\w)'[^'\n]{2,60}'(?!\w)|(?<=emailed me): [^\n]*|(?<=texted me): [^\n]*|(?<=wrote to me): [^\n]*|(?<=said): [^\n]*"
)
_OWN, _TOLD, _SEEN, _VICTIMS = (re.compile("|".join(table)) for table in (OWN, TOLD, SEEN, VICTIMS))


def tells_of_other(words: str, *, is_violence: bool, is_supporter: bool) -> bool:
    """Tell whether the danger in a normalised text is somebody else's, by what was reported, seen or heard."""
    if tells_of_self(words):
        return False
    if _VICTIMS.search(words):
        return True
    if is_violence and not is_supporter:
        return False
    return bool(_TOLD.search(words) or _SEEN.search(words))


REPORTS = re.compile(
    r"[「『“\"']|って(?:line|ライン|メール|メッセージ|来|き[たて]|送|言|書|連絡)|と(?:言|書|送)|\b(?:texted|wrote|sent|said|says|saying|posted|messaged|told me)\b"
)
"""What somebody else wrote or said is told."""


def tells_of_self(words: str) -> bool:
    """Tell whether the danger in a normalised text is the writer's own, whoever else is named."""
    return bool(_OWN.search(_QUOTED.sub(" … ", words)))


WATCHES = re.compile(
    r"(?:ドア|部屋|扉|ふすま)(?:の)?(?:前|外|そば|横|近く)(?:に|で)[^。!?\n]{0,4}(?:い(?:ます|る(?:ね|よ|こと|つもり|から|$)|て(?:み|あげ|やり|よう|もいい)|よう)|待(?:ち|って(?:み|い|る|ます))|寝(?:ます|る(?:ね|こと|$)))"
)
"""A helper who stays at the door of the one they worry about."""
