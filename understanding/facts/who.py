"""Who did it, as seen from the person who is harmed."""

import re

from understanding.people import (
    CLASSMATE_EN,
    CLASSMATE_JA,
    COLLEAGUE_EN,
    COLLEAGUE_JA,
    FRIEND_EN,
    PARTNER_EN,
    PARTNER_JA,
)

CLASSMATE, EX_PARTNER, COLLEAGUE, ACQUAINTANCE, STRANGER, FAMILY, UNKNOWN = (
    "classmate", "ex_partner", "colleague", "acquaintance", "stranger", "family", "unknown",
)  # fmt: skip
_ACT_EN = (
    r"(?:,? (?:who|that))?(?:'s| is| has| had| have| keeps?| kept| just| also| was| are| were| now| then| probably| definitely| secretly|,| and \w+)*"
    r" (?:made|making|makes?|creat\w+|post\w*|shar\w+|leak\w*|upload\w*|threat\w*|blackmail\w*|extort\w*|(?:sent|sending|sends)(?! me (?:a |the |this |that )?(?:link|url|message|screenshot|it|post))|edit\w*|forward\w*|spread\w*|did (?:it|this|that)|deepfaked|nudif\w+|undress\w+|photoshopped|put|sold|selling|recorded|filmed|behind|(?:has|have|had) (?:it|them|(?:\w+ )?(?:fakes?|nudes?|pics?|photos?|videos?))(?: of me)? on (?:his|her|their)|took|used|passed|passing|(?:showed|showing)(?! me)|hacked|stole|screenshot\w*|wants money|demand\w*|will (?:send|post|leak)|says he'?ll|asked|tricked|doxx?ed)\b(?! me (?:that|what|to you|about))"
)
_ACT_JA = r"(?:が|は)(?:した|しました)(?!か)|(?:が|は|も|って)[^。!?\n]{0,24}?(?:作っ|作り|つくっ|つくり|生成|加工|合成|晒し|晒す|さらし|ばらま|バラま|ばら撒|ばらす|バラす|脅し|脅す|脅迫|拡散し|拡散す|投稿し|投稿す|上げ(?:て|た|ま|る)|載せ|流し|流す|撮っ|盗撮|回し|送りつけ|転送|送る(?:と|って|ぞ)|送っ(?:た|て)|売っ|コラ|見せ(?:て|た|び|回)|要求|持って|保存|やった|やって|やり(?:ました|やが)|勝手に|悪ふざけ|いたずら)|(?:が|は|も|って)[^。、!?\n]{0,12}犯人(?!は|が)"
_BY_JA = r"(?:に|から|によって)(?![^。!?\n]{0,16}(?:相談|言え|言わ|バレ|ばれ|知られ|見られ|送る|送られ(?!て)|見せる|聞か))[^。!?\n]{0,28}?(?:作ら|つくら|撮ら|晒さ|さらさ|ばらまか|バラまか|ばら撒か|脅さ|拡散さ|投稿さ|載せら|のせら|上げら|あげら|加工さ|合成さ|脱がさ|送ら(?!れて(?:き|く))|くっつけら|貼り付けら|はめ込ま|すり替えら|流さ|使わ|売ら|にさ|編集さ|生成さ|コラさ|やら|盗ま|悪用さ|回さ|まわさ|転送さ|保存さ|アップさ|見せびらかさ|ばらさ|バラさ)れ"
_DID_JA = r"(?:犯人|加害者|相手|(?:作|つく)った ?(?:の|人|ひと)|やった(?:の|人)|投稿(?:した|主)(?:の|人)?|ばらまいた(?:の|人)|送ってきた(?:の|人)|脅して(?:い|き)?る?(?:の|人|相手))(?:は|が|も)(?:たぶん|多分|おそらく|きっと|絶対|同じ)*"
_EX_EN = r"(?:(?:my|her|his|an?|the)(?: \w+)? ?ex(?:[- ]?(?:boyfriend|girlfriend|bf|gf|husband|wife|partner|fiance))?\b(?![ -](?:best |close )?friend)(?! (?:saw|told me|warned))|\bexes\b)"
_EX_JA = r"(?:元(?:カレ|彼(?!女じゃ)|かれ|カノ|彼女|かの|旦那|夫|妻|嫁|恋人|交際相手|パートナー|婚約者|配偶者)|モトカレ|もとかれ|モトカノ|前の(?:彼氏|彼女|旦那)|別れた(?:彼|人|相手|夫|妻|男|旦那|恋人)|昔の(?:彼|恋人)|moto ?kare|moto ?kano|復縁)"
_STRANGER = re.compile(
    r"\b(?:a|some|this|total|complete|random)(?: \w+)? ?stranger|\b(?:guy|man|girl|woman|person|someone|somebody|boy|people|dude)s?(?: who)? i (?:met|meet|was talking to|talk to|talked to|chat with|chatted with|video called|matched|don'?t (?:really )?know|only know|know only|got to know)(?: \w+){0,3} ?(?:online|on (?!holiday)\w+|in (?:a|an|this) (?:\w+ ){0,2}(?:game|app|chat)|from|at all)?|"
    r"\b(?:guy|man|girl|woman|person|someone|somebody|dude|people|scammer|boy|online friend)s? (?:online|on the internet|from the internet|on (?:ig|instagram|insta|snap\w*|discord|tinder|omegle|twitter|x|a dating app|telegram|an app|roblox|tiktok|facebook|line|reddit))\b|\b(?:a|some|random|this) (?:random )?(?:guy|man|account|dude|person|girl) (?:dm'?e?d|messaged|added|contacted|texted|followed|friended) me|\brandom (?:guy|man|person|people|dude|account)|\b(?:guy|man|girl|woman|person|someone|somebody|dude|boy)s? (?:from|off|i met on|on) (?:tinder|bumble|hinge|omegle|grindr|hellotalk|a dating (?:app|site)|an? (?:app|game|chat))|\bscammers?\b|\bsomeone i don'?t know|\bi(?:'ve)? (?:never|haven'?t(?: ever)?) met\b|\b(?:never|haven'?t(?: ever)?) met (?:him|her|them|in person|this)|\b(?:don'?t|didn'?t) (?:even |really |actually )?know (?:him|her|them|this (?:guy|man|person))\b(?! (?:did|had|was))|\b(?:only|just) (?:talk|talked|chatted|spoke|know (?:him|her|them)|met|texted)(?: \w+){0,2} (?:online|on \w+)|\bmet (?:him|her|them|this \w+|a \w+|some \w+) (?:online|on (?:x|ig|insta\w*|snap\w*|discord|tinder|omegle|twitter|telegram|roblox|tiktok|facebook|line|reddit|an? \w+))|\bonline friend\b|\bcatfish\w*|"
    r"知らない(?:人|男|女|おじさん|おっさん|やつ|奴|アカウント|アカ|垢|相手|外国人)|見知らぬ|見ず知らず|面識(?:の|が)?な|(?:ネット|sns|アプリ|ゲーム|マッチングアプリ|ツイッター|x|インスタ|ディスコ(?:ード)?|オンライン|マチアプ|出会い系|tinder|配信|通話アプリ)(?:上)?(?:だけ)?(?:で|の)(?:知り合|出会|会った|マッチ|つなが|繋が|しか(?:知ら|会っ)|仲良くなった|話して(?:い)?た|やりとり|人(?:に|が|から)|知人|相手|友達|男|フォロワー)|で(?:知り合|マッチし|出会)(?:っ|い|た)|(?<!学校)(?<!会社)(?<!大学)(?<!職場)(?<!部活)(?<!クラス)で会った(?:人|男|女|相手|おじさん|外国人)|\b(?:found|added|messaged|contacted|dm'?e?d|texted|followed|approached) me (?:on|through|via|from)\b|会ったこと(?:の|が|も)?な|詐欺(?:師|グループ)|外国人(?:の)?(?:女|男|アカウント)|他人(?:に|が)(?!見|知)"
)
_UNKNOWN = re.compile(
    r"\b(?:don'?t|dont|do not|didn'?t|no idea|dunno|idk|not sure|no clue|can'?t (?:tell|figure out|find out|work out|see)|couldn'?t (?:find|figure) out|never found out|nobody knows|unsure)(?: even| really| actually| yet)?(?: know)?(?: exactly)? (?:who(?!'?s here)(?! to | can | i (?:can|should)| should))[^.!?\n]{0,14}(?:did|made|posted|is behind|it (?:is|was)|is (?:doing|it)|they are|he is|did it|sent|uploaded|shared|could|might|$|this is|would|is\b)|\banonymous (?:account|user|person|poster|number|sender|message|profile|page)|\banonymously (?:posted|sent|shared)|(?:posted|sent|shared|done) anonymously|\bsomeone anonymous|\b(?:fake|burner|throwaway|unknown|no[- ]name|new|alt) (?:account|profile|user)s?\b|\b(?:some|an) account (?:posted|has|is|keeps|uploaded|shared|made|with|put)\b|\bwho (?:did|made|posted) (?:it|this)\? ?(?:no idea|idk|i don'?t know)|"
    r"(?:誰|だれ|どこの誰)(?:が|に(?!相談|言|話|頼|聞|助|連絡)|の仕業|か)[^。!?\n]{0,20}(?:わか[らりん]|分か[らりん]|知ら|不明|見当(?:が|も)?つか|特定でき|心当たり)|犯人(?:は|が)(?:誰か)?(?:わか[らりん]|分か[らりん]|不明|知ら)|匿名(?:の(?:人|アカ|投稿|誰か|相手)|で(?:投稿|送|上げ|晒|メッセージ|拡散)|アカ)|(?:捨て垢|捨てアカ|裏垢|サブ垢|偽アカ|なりすまし|新規アカウント)|心当たり(?:が|は|も)?[^。!?\n]{0,6}(?:な[いく]|ありません)|誰の仕業"
)
_FAMILY_EN = r"(?:my (?:own |step|step-|older |younger |big |little |foster )*(?:father|dad|mother|mum|mom|brother|sister|uncle|aunt|cousin|grandfather|grandpa|stepfather|stepdad|stepbrother|step ?brother|family|relative|brother-in-law|father-in-law|parents))"
_FAMILY_JA = r"(?:(?<!友達の)(?:実の)?(?:(?<!義)父|お父さん|義父|継父|母|お母さん|義母|兄|お兄ちゃん|弟|姉|叔父|伯父|おじ(?!さん)|叔母|いとこ|従兄|従弟|親戚|祖父|義兄|義弟|家族|身内|親))"
_ACQUAINTANCE_EN = (
    r"(?:(?:a|some|this) (?:guy|man|girl|person|woman|neighbor|neighbour|boy) (?:that )?i know(?! (?:only |from )?online)|an acquaintance|(?:my|a|our) (?:\w+ )?(?:neighbou?r|teacher|coach|landlord|tutor|customer|client|follower|fan|homeroom teacher|senpai|sensei)|"
    + FRIEND_EN
    + r"|someone (?:that )?i know(?! online)|a friend of (?:a friend|my ex))"
)
_ACQUAINTANCE_JA = r"(?:知り合い|知人|顔見知り|近所の(?:人|男|おじさん)|(?:町内|町内会|自治会|教会|ジム|マンション|アパート|シェアハウス|習い事|バンド|趣味の?)の(?:人|男|おじさん|おばさん|仲間|子)|隣人|隣の(?:部屋|家)の(?:人|男|おじさん)|ルームメイト|同居人|友達|友だち|友人|親友|ともだち|幼なじみ|幼馴染|先生|教師|顧問|コーチ|大家|お客(?:さん)?|常連|客|ファン|フォロワー|ママ友|先輩|後輩)"


def _doing(noun_en: str, noun_ja: str, *more: str) -> "re.Pattern[str]":
    """Return a pattern for somebody who acts: by them, they made it, it was them."""
    parts = [
        rf"\b{noun_en}(?: (?:at|in|from|on|of) (?:my|the|our|a)(?: \w+){{1,2}}?)?{_ACT_EN}",
        rf"\b(?:by|it was|it'?s|think it'?s|because of|done by|from|suspect|know it'?s|sure it'?s|was) (?:definitely |probably |maybe |one of |actually )*{noun_en}(?!'s? (?:photo|pic|nude|fake|video))(?! (?:who )?(?:told|warned|found|showed me|that))",
        rf"{noun_ja}(?:の(?:男子|女子|人|子|男|女))?(?:たち|達|ら|さん|くん)?(?:{_ACT_JA}|{_BY_JA})",
        rf"{_DID_JA}[^。!?\n]{{0,6}}{noun_ja}",
        rf"{noun_ja}(?:だと思|の(?:仕業|せい)|が犯人|っぽい|かもしれ|が(?:あや|怪)し)",
    ]
    return re.compile("|".join([*parts, *more]))


_ONLOOKER_EN = r"(?:(?:who )?(?:saw|see|seen|found|told|showed|sent|warned|know|knows|laugh\w*|helped|asked|noticed|says?|said|is (?:so |very )?(?:nice|helping|supportive)|are laughing|has seen|have seen|gossip\w*|can see|might|will see|also|and i|got|was|were|had|'?s (?:photo|pic|nude|fake|face|picture)|of mine (?:told|saw|showed)))"
_ONLOOKER_JA = r"(?:さん|たち|達|ら|みんな)?(?:に(?:も|は)?(?:心配|励ま|慰め|助け|言|相談|話|聞|バレ|ばれ|知ら|見ら|見つか|見せら|会|笑|送)|から(?:聞|教え|言|相談|連絡)|が(?:見つけ|教え|見|知|助け|心配|気づ|言)|も(?:見|知|同じ|被害)|は(?:見|知|みんな知)|と(?:話|一緒|会)|の(?:女性|男性|女の子|子)の|の(?:写真|画像|裸|顔|偽|動画|ai|ディープ|フェイク|コラ|目)|を(?:ai|裸|加工|盗撮)|(?:が|は)[^。!?\n]{0,20}(?:[さらかわまたばがな]れ|被害))"


def _named(noun_en: str, noun_ja: str) -> "re.Pattern[str]":
    """Return a pattern for somebody who is named and is not said to have seen it, heard of it or been harmed."""
    return re.compile(
        rf"(?<!of )(?<!tell )(?<!told )(?<!with )(?<!to )(?<!like )(?<!for )(?:\b(?:{noun_en})(?! {_ONLOOKER_EN}|'s))|(?:{noun_ja})(?!{_ONLOOKER_JA})"
    )


_THREATENS = re.compile(
    rf"{PARTNER_EN}[^.!?\n]{{0,24}}\b(?:says?|said|threat\w*|tells?|told)\b[^.!?\n]{{0,50}}\b(?:he|she|they)(?:'ll| will|'s going to|'s gonna| is going to| gonna)? (?:send|post|show|leak|share|spread|put)\b(?! (?:the form|a report|help|me\b))"
    rf"|{PARTNER_JA}(?:に|から|が|は)(?!相談|話|打ち明|見せ)[^。!?\n]{{0,40}}(?:送|見せ|ばら|バラ|流|晒|さら|広め|公開|拡散)[^。、!?\n]{{0,10}}(?:と|って)[、]?[^。、!?\n]{{0,8}}(?:言|い[いわっ]|脅|おど)"
)
"""A partner who threatens: `my husband says he'll send it`."""
_TABLE = (
    (EX_PARTNER, re.compile(rf"\b{_EX_EN}|{_EX_JA}|'s ex\b|(?:^|[,.!?\n] ?|\b(?:and|the) )ex\b(?![ -](?:best |close )?friend)(?! [a-z]+ (?:is|was))|\b(?:guy|man|boy|girl|woman|person|someone) (?:that |who )?(?:i|we) (?:used to (?:date|go out|see)|dated)|付き合って(?:い)?た(?:人|相手|男|女|彼|子)|\b(?:break|breaking|broke) up with (?:him|her)|\bwe (?:broke|split) up|\bafter (?:the|our|a) break ?up|\bi (?:broke up|dumped)|別れ(?:た(?:腹いせ|後|あと|ら|から)|て(?:から)?(?=、|[^。]{0,10}(?:脅|ばら|バラ|拡散|投稿)))|リベンジポルノ")),
    (EX_PARTNER, re.compile(r"前(?:カレ|彼|カノ|かれ)(?!女は)|\b(?:old|former|previous) (?:boyfriend|girlfriend|bf|gf|husband|wife|lover|fling)s?\b|\b(?:guy|man|girl|woman|boy|person) i (?:was (?:dating|seeing)|dated|went out with|slept with)\b")),
    (FAMILY, _doing(r"(?:my )?(?:mum|mom|mother|mam|mama)(?:'?s)? (?:new )?(?:boyfriend|bf|partner|husband)(?: he)?", r"(?:母|お母さん|ママ)の(?:彼氏|恋人|再婚相手)")),
    (ACQUAINTANCE, _doing(
        r"(?:my (?:\w+ )?(?:sister|brother|cousin|roommate|flatmate)'s (?:boyfriend|bf|girlfriend|gf|husband|wife|friend|mate)(?![^.!?\n]*\b(?:her|hers)\b)|(?:my |an? )?(?:ex|former|old)[- ](?:best |close )?friend)",
        r"(?:(?:妹|姉|兄|弟|ルームメイト|いとこ)の(?:彼氏|彼女|旦那|友達)|元(?:友達|友人|親友))",
    )),
    (STRANGER, _doing(r"my (?:online|internet|discord|gaming) (?:friend|bf|boyfriend|gf|girlfriend)", r"(?:ネッ友|ネ友|ネト友|ネット(?:の)?(?:友達|友だち|友人|恋人|彼氏|彼女)|相互(?:さん)?)")),
    (EX_PARTNER, _doing(PARTNER_EN, PARTNER_JA)),
    (EX_PARTNER, _THREATENS),
    (STRANGER, re.compile(r"\brandos?\b|(?:ゲーム|通話|配信)[^。、!?\n]{0,6}の?フレンド(?:に|が|から)")),
    (UNKNOWN, re.compile(r"誰が(?:やった|作った|載せた|投稿した)(?:の|ん)?か?(?:は|も)?(?:さっぱり|謎|不明)|犯人(?:は|が)?(?:不明|わから)|\banon(?:ymous)? (?:account|user|poster|profile)s?\b")),
    (COLLEAGUE, _doing(r"(?:guy|man|woman|person|people|someone|somebody|girl) i work(?:ed)? with", r"(?:職場|会社|勤務先)の(?:誰か|人間)")),
    (CLASSMATE, _doing(r"(?:boys?|guys?|kids?|girls?|someone|somebody) (?:[\w']+ ){0,4}(?:from|at|in) my (?:\w+ )?(?:school|class|grade|year|juku|club|dorm)", r"(?:同じ|となりの|隣の)(?:クラス|学校|学年)の(?:男子|女子|子|人)")),
    (ACQUAINTANCE, _doing(r"(?:a|my|some|the) (?:landlady|babysitter|barber|doctor|boss's son)", r"ご?近所さん")),
    (STRANGER, _STRANGER),
    (UNKNOWN, _UNKNOWN),
    (COLLEAGUE, _doing(COLLEAGUE_EN, COLLEAGUE_JA)),
    (CLASSMATE, _doing(CLASSMATE_EN, CLASSMATE_JA)),
    (CLASSMATE, _doing(r"(?:the )?(?:boys|guys|kids|seniors|schoolmates|people) (?:at|in|from) (?:my |the |our )?(?:school|class)", r"(?:クラス|学校|部活|塾|学年)(?:の)?(?:男子|女子|みんな|やつら)")),
    (COLLEAGUE, _named(COLLEAGUE_EN + r"|\b(?:someone|somebody|people|guys?) at work\b", COLLEAGUE_JA)),
    (CLASSMATE, _named(CLASSMATE_EN + r"|\b(?:the )?(?:boys|guys|girls|kids|someone|somebody|boy|girl|kid) (?:in|from|at) (?:my|our|her|his) (?:\w+ )?(?:son|daughter|kid|child|girl|boy)'?s (?:class|school|year|grade)|\b(?:the )?(?:boys|guys|girls|kids) (?:from|in) (?:homeroom|class|the class|\d)", CLASSMATE_JA + r"|[1-6一二三]年[a-z0-9]{1,2}組の(?:男子|女子|子|やつ|人)")),
    (FAMILY, _doing(_FAMILY_EN, _FAMILY_JA)),
    (ACQUAINTANCE, _doing(_ACQUAINTANCE_EN, _ACQUAINTANCE_JA)),
)  # fmt: skip
_BARE = (
    (EX_PARTNER, re.compile(rf"^(?:{_EX_EN}|ex|{_EX_JA}|{PARTNER_EN}|{PARTNER_JA})")),
    (CLASSMATE, re.compile(rf"^(?:{CLASSMATE_EN}|(?:a )?classmates?|{CLASSMATE_JA}|クラス|同じ(?:クラス|学校))")),
    (COLLEAGUE, re.compile(rf"^(?:{COLLEAGUE_EN}|(?:a )?(?:co-?worker|colleague|boss)|{COLLEAGUE_JA})")),
    (FAMILY, re.compile(rf"^(?:{_FAMILY_EN}|family|{_FAMILY_JA})")),
    (ACQUAINTANCE, re.compile(rf"^(?:{_ACQUAINTANCE_EN}|(?:a )?friend|someone i know|{_ACQUAINTANCE_JA})")),
    (UNKNOWN, re.compile(r"^(?:(?:i )?(?:don'?t|dont) know|no idea|idk|dunno|わから|分から|知ら|不明)")),
    (STRANGER, re.compile(r"^(?:(?:a |some )?(?:stranger|random)|someone online|ネットの人|他人)")),
)  # fmt: skip


_OTHER_BEFORE = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|never)(?: (?:by|from|an?|my|her|his|the|even|really))* ?$|\b(?:tell|told|telling|ask|asked|talk(?:ed)? to|spoke (?:to|with)|help from|thanks to|without)(?: (?:my|her|his|an?|the))? ?$"
)
_OTHER_AFTER = re.compile(
    r"^ (?:is |was )?(?:the (?:one|person) who )?(?:helped|helps|is helping|supports?|told me|warned|knows|comforted|found (?:it|out))\b|"
    r"^(?:には?|にも)(?:相談|言え|言い|言わ|話|頼|会い|見られ|知られ|バレ|ばれ|聞かれ|心配|励ま|慰め|助け)|^に[^。、!?\n]{0,12}と(?:言(?!われ)|伝え(?!られ)|話)|^(?:では|じゃ)(?:な|あり)|^とは(?:別|関係|もう)"
)


def _is_other(text: str, match: "re.Match[str]") -> bool:
    """Tell whether somebody is said not to have done it, or is named as one who helps, sees or is told."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n。、") + 1
    return bool(_OTHER_BEFORE.search(text[begin : match.start()]) or _OTHER_AFTER.match(text[match.end() :]))


def read_who(text: str, *, asked: bool) -> str:
    """Return who did it as a normalised text says it, `` where it does not."""
    found = next(
        (who for who, pattern in _TABLE if any(not _is_other(text, match) for match in pattern.finditer(text))), ""
    )
    if found or not asked:
        return found
    return next((who for who, pattern in _BARE if pattern.match(text)), "")
