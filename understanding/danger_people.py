"""Whom a danger is about, what is at hand, what tells that it has passed, and plain answers, as tables."""

WHO_EN = r"(?:friends?|bestie|bff|mate|daughter|son|sons?|kid|child|sister|brother|sis|bro|cousin|niece|nephew|girlfriend|boyfriend|gf|bf|wife|husband|students?|pupils?|classmate|roommate|flatmate|mom|mum|mother|dad|father|girl|boy|teammate|coworker|co-worker|colleague|teen|teenager|little one|mutual|follower|buddy|oomf|junior|senior|neighbou?r)"
"""Whom people write of, in English: part of a pattern."""

OTHER_EN = rf"\b(?:my|our|a|the|this|one of (?:my|our)|her|his) (?:[\w-]+ ){{0,2}}{WHO_EN}\b(?!')|\b(?:she|he|they|somebody|someone i know|who)\b(?:'s|'ll|'d|'re|'ve)?"
"""Somebody else as the subject, where no `I` follows before the sign."""

CARED_FOR_EN = rf"\b(?:my|our|a|one of my) (?:[\w-]+ ){{0,2}}(?!ex\b){WHO_EN}\b|\b(?:she|her|friend)\b"
"""Somebody whom a writer worries about."""


REPORTED_EN = r"\b(?:says?|said|saying|texted|texts|wrote|writes|posted|told (?:me|us)|messaged|tweeted|keeps? (?:saying|texting|writing)|sent (?:me )?(?:a )?(?:text|message|dm)|just sent)\b(?: me| us| that| this| on \w+)*[\s:,\"'“]{0,3}(?:i (?:just )?)?$"
"""A report that ends just before the sign: what follows is somebody else's word."""

OTHER_FORMS = r"\b(?:herself|himself|themsel\w+|her own|his own|wants to|wants 2|doesn't want|doesnt want|took her|took his|(?:cut|cuts|cutting|hurt\w*|slit|burn\w*) (?:her|his|their) |(?:end|take) (?:her|his|their) )"
"""Words that can only be about a third person."""

WHO_JA = r"(?:友達|友人|ともだち|友だち|親友|ネッ友|娘|息子|むすめ|むすこ|子ども|子供|こども|うちの子|あの子|その子|この子|妹|弟|姉|兄|お姉ちゃん|お兄ちゃん|母|父|お母さん|お父さん|ママ|パパ|彼女|彼氏|妻|(?<!丈)夫|嫁|旦那|生徒|教え子|児童|クラスの子|同級生|クラスメイト|先輩|後輩|同僚|部下|いとこ|姪|甥|ルームメイト|フォロワー|相互|本人|孫|知り合い|仲間|部活の子|担任してる子|相談者|被害者の子|彼|あいつ)"
"""Whom people write of, in Japanese: part of a pattern."""

OTHER_JA = WHO_JA + r"(?:ちゃん|さん|くん|たち)?(?:が|は|も|から|の(?!せい|画像|写真|こと|前)|、)"
CARED_FOR_JA = WHO_JA
SELF_JA = r"(?:私|わたし|あたし|僕|ぼく|俺|おれ|うち|自分)(?:が|は|も|の|、|なんか)"
REPORTED_JA = r"^[^。\n]{0,8}(?:って|と|とか|みたいな(?:こと|line|ライン))[^。\n]{0,8}(?:言|いっ|い(?:う|って)|ライン|line|来|き(?:た|て|ました)|届|書|打|送|つぶや|メッセ|連絡|もら|泣|dm|ツイート|ポスト|投稿|電話|口に|メモ|日記)|^[^。\n]{0,4}(?:って|と)(?:$|[。、…!?\n])"
"""What follows the sign and makes it a report."""
EVIDENT_JA = r"^[^。\n]{0,8}(?:みたい|らしい|らしく|ようです|ようで|そうです|てたんです|のを見|のを見つけ|跡|あと(?:が|を)|がっ(?:て|た))"
"""What follows the sign and tells that it was seen or heard of somebody."""

VICTIM_OTHER_EN = rf"\b(?:hit|hitting|beat|beating|chok\w+|strangl\w+|hurt\w*|attack\w*|follow\w*|chas\w+|threaten\w*|kill|grabb\w+|locked|rap\w+|let|punch\w*|slapp\w*|kick\w*|stab\w*|murder) (?:up )?(?:her|him|them|mom|mum|dad|(?:my|our) (?:\w+ )?{WHO_EN})\b|\b(?:my (?:[\w-]+ ){{0,2}}{WHO_EN}|she|he|they)(?:'s|'re| is| are| has been| was| got| keeps getting)? (?:being |getting |now |currently |been )*(?:followed|chased|beaten|hit|attacked|choked|locked|held|trapped|stabbed|bleeding|unconscious|hiding|not breathing|passed out|unresponsive|kidnapped|raped|assaulted|forced)\b|\b(?:around|on|by) (?:her|his) (?:throat|neck)\b|\bafter (?:her|him)\b|\b(?:outside|at) (?:her|his|their) (?:door|house|place|apartment)\b"
VICTIM_OTHER_JA = (
    WHO_JA
    + r"(?:ちゃん|さん|くん)?(?:が|は|も|、)(?!怖|こわ|帰)[^。、\n]{0,16}(?:(?:殴|なぐ|蹴|叩|襲|追いかけ|つけ|閉じ込め|連れ去|追わ|脅さ|首を?絞め|監禁さ|待ち伏せさ|犯さ|呼び出さ|連れて(?:いか|行か|か))(?:られ|れ|わ)|(?:帰し|出し)て?もらえ|帰れな|血が|意識|息(?:を)?して|ぐったり|倒れ|薬|くすり|返事)|" + WHO_JA + r"(?:を|に)[^。\n]{0,8}(?:殴(?:って|る)|蹴って|叩いて|首を絞めて|追いかけて|暴力を(?:ふ|振))"
)  # fmt: skip

MEANS = (
    ("pills", r"薬|くすり|錠剤|眠剤|(?<![a-z])od(?![a-z])|オーバードーズ|ロキソニン|バファリン|漂白剤|洗剤|\b(?:pills?|tablets?|meds|medication|painkillers?|overdos\w*|od'?d|paracetamol|tylenol|bleach)\b"),
    ("tracks", r"(?<!老人)(?<!介護)(?<!グループ)ホーム(?!ペー|ボタン|画面|ルーム|ステイ|シック|レス|セン|ヘル)|線路|踏切|駅で|電車(?:に|へ|の前に)(?:飛|とび|ひか|轢|身|吸)|\b(?:tracks|platform|crossing)\b|\b(?:front of|under|before|by|hit by) (?:a|the|an)(?: \w+)? train\b"),
    ("edge", r"屋上|ベランダ|歩道橋|橋(?:の|に|か)|崖|飛び降|飛べ|飛ん(?:だら|で)|手すり|窓から|非常階段|フェンス|\b(?:roof\w*|ledge|bridge|overpass|balcony|railing|cliff|jump\w*|tobiori\w*)\b"),
    ("rope", r"ロープ|縄|ろーぷ|延長コード|ベルト|首(?:を)?(?:吊|つ)|くびつ|\b(?:rope|noose|hang(?:ing)? my ?self|hang (?:him|her|them)sel\w+)\b"),
    ("blade", r"カッター|カミソリ|かみそり|剃刀|刃|包丁|手首|リスカ|切(?:り|っ)|\b(?:blade|razor|box ?cutter|knife|cut\w*|wrists?|slit)\b"),
)  # fmt: skip
"""What is named for a wish to die or self-harm; the first that fits."""

PARTNER = r"(?:彼氏|彼女|カレシ|旦那|(?<!丈)夫(?!婦)|主人|嫁|妻|元カレ|元彼|元カノ|同棲|パートナー|婚約者|恋人|(?<![a-z])dv(?![a-z])|帰ってき|帰ってくる)|\b(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc[eé]e?|spouse|hubby|(?:my|her|his) ex|(?:he|she)(?:'s|'ll| is| will)? (?:be )?(?:com(?:es?|ing)|get(?:s|ting)?) (?:back|home)|(?:he|she)(?:'s|'ll be| is| will be) (?:back|home) (?:home )?(?:in (?:an?|half|about|\d+|one|two)|at \d|by \d|soon|tonight|later))\b"
MEETING = r"会(?:わないと|えって|いに来い|いに来ないと|ってくれないと|うこと)|来いって|来いと|呼び出|出てこい|迎えに|\b(?:to|must|and|have to|gotta) (?:meet|come (?:out|over|to|meet))\b|\bmeet (?:him|them|her)\b"
BODY = r"薬|くすり|錠剤|睡眠薬|ロキソニン|バファリン|イブ|漂白剤|洗剤|血が|意識|息(?:を)?して|ぐったり|呼びかけ|\b(?:pills|tablets|meds|medication|painkillers|bottle|packet|bleach|tylenol|paracetamol|overdos\w*|od'?d|od'?ing|bleeding|blood|unconscious|not breathing|passed out|unresponsive|wake)\b"

RELIEF = (
    r"(?:捕ま|つかま|逮捕)(?:った|りました|え(?:て|られ))|逮捕された|入れてもらえ(?:た|ました)|かくまって|止めて(?:くれ|もら)|全部話して(?:くれ|)|話(?:を)?聞いてくれ(?:た|ました)|足音(?:が|も)?(?:しな|聞こえな|消え)",
    r"\b(?:got|was|been) arrested\b|\blet me (?:in|into|hide|stay)\b|\b(?:staff|police|someone|teacher|guard)\b[^.!?\n]{0,12}\bstopped (?:him|her|them)\b|\btold me everything\b|\bin the bed next to\b|\blistened\b|\bno footsteps\b",
    r"(?:弟|妹|兄|姉|母|父|友達|親|お母さん|お父さん|彼氏|彼女|先生)[^。\n]{0,12}一緒に|(?:薬|くすり|カッター|カミソリ|ロープ|刃物|包丁)[^。\n]{0,8}(?:流し|捨て|渡し|預け|しまっ|返し)(?:た|ました)|(?:駅員|警察|店員|警備|保健室|交番|役所)[^。\n]{0,8}(?:話し(?:て|た|ました)|一緒|事務室)|出て(?:行|い)(?:った|きました)|(?:チェーン|鍵|かぎ)(?:を)?(?:かけ|閉め|しめ)(?:た|ました)(?!られ)",
    r"\b(?:told|talking to|spoke to|i'?m with) (?:the |my |a |her |his )?(?:station )?(?:staff|mom|mum|mother|dad|sister|brother|teacher|police|nurse|guard|neighbou?r)\b|\bin their office\b|\b(?:he|they) walked (?:out|off)\b|\bchain'?s on\b|\blocked (?:it|the door|up)\b(?! from)|\bright (?:beside|next to|with) (?:her|him|them|me)\b|\bwoke up\b[^.!?\n]{0,30}\bwe'?re\b|\bflushed\b",
    r"(?:一緒に|無事)(?:に)?(?:下り|降り|帰り)(?:た|ました)|救急車の中|すっきり(?:した|しました)|避難(?:でき|し)(?:た|ました)|逃げ(?:られ|切れ|出せ)(?:た|ました)|もうへいき|いなくなって(?:た|い(?:た|ました)|ました)|(?<!親が)(?<!母が)(?<!父が)(?<!家族が)(?:隣|横|そば)で寝て|帰ってきてくれ(?:た|ました)|(?:今日は|もう)寝(?:る|ます)(?=[。!\n]|$)|逃げて(?:行|い)(?:った|きました)|(?:人|方|スタッフ)と話せ",
    r"\b(?:talked (?:her|him|them) down|walked home|cried it out|made it (?:to|home|out)|got through|gonna sleep|going to sleep|is staying|sleeping next to|ran (?:off|away)|(?:i'?m )?in the ambulance|all good|driven off|didn'?t mean it)\b",
    r"(?:兄ちゃん|姉ちゃん|ルームメイト|彼氏|彼女|管理人|警備員?|パトカー|タクシー|看護師|保健室|上司|大家|おばさん|近所|担任|店長|救急隊)(?:さん|の人)?(?:が|に|の|と)?[^。\n]{0,14}(?:隣|横|そば|いてくれ|いる|来|着|助|追い払|止めて|連れて|預か|起こし|(?<!電)話|電話(?:して|をくれ|かけて))|(?:隣|横|そば)に(?:いて|い)(?:くれ|る|ます)|追い払(?:って|われ)",
    r"(?:布団|ベッド|コンビニ|交番|駅員室|保健室|病院|友達の家|実家|店|カフェ|ファミレス|マック|駅の中|部屋)(?:に|で|の中)[^。\n]{0,8}(?:いる|います|入(?:った|って|りました)|着(?:いた|きました)|戻(?:った|りました)|逃げ(?:た|込|ました))|助かった|助かりました|生きて(?:る|い(?:る|ます))(?!の|意|価|だけ|こと|か|感)|取り乱し|(?:橋|線路|柵|ホーム|屋上|ベランダ|端)から(?:離|はな)れ|会え(?:た|ました)|(?:眠|寝)(?:り|って)(?:ました|くれ|い(?:る|ます)|る)|(?:食べて|(?<!みんな)(?<!クラスで)笑って|泣き止んで?)(?:くれ|い(?:る|ます)|る|ました)(?!(?:子|人|やつ|奴|し、|んです))",
    r"\b(?:guard|security|taxi|cab|cops|nurse|doctor|roommate|flatmate|counsell?or|ra|bouncer|manager|classmate|coworker|stranger)s?\b[^.!?\n]{0,20}\b(?:with (?:me|us|him|her|them)|took|chased|sitting|came|here|got|helped|walked|next to|beside|on the way)\b|\b(?:with|next to|beside) (?:a |my |the )?(?:guard|security|nurse|doctor|roommate|staff|neighbou?rs?)\b",
    r"\bgot (?:her|him|them)\b(?! (?:a|the|in|into|to)\b)|\bin (?:bed|a (?:taxi|cab|cafe|shop|store)|the (?:stairwell|hospital|er|lobby of the (?:hospital|police)))\b|\b(?:stepped|moved|went|walked|climbed|backed) (?:back|away|down)\b|\b(?:chased|scared|drove|took) (?:him|her|them) (?:off|away)\b|\bsorry for (?:scaring|worrying)\b|\b(?:she|he|they)(?:'s|'re| is| are)? (?:ate|eating|drank|slept|watching|laughed|hugged|talking|breathing|awake)\b",
    r"落ち着(?:いた|きました|いてき|いて(?:い)?(?:る|ます))|おちつ(?:いた|きました|いて)|もう(?:平気|だいじょうぶ|大丈夫)|(?:今|いま)は(?:平気|だいじょうぶ|大丈夫|安全|無事)|楽になった|らくになった|(?:少し|ちょっと|だいぶ)(?:楽|らく|まし|マシ)(?:に|です|だ)",
    r"(?:もう|あっち|どこか|外に|いま)?(?:行った|(?<![」』])いった|帰った|帰りました|去った|去りました|いなくなった|いなくなりました|出て行った|出ていきました|もういない|もういません|もう(?:誰も|だれも)いない)(?!ら|ほう|方)",
    r"(?:友達|友人|お母さん|ママ|母|親|お父さん|父|姉|兄|妹|弟|先生|警察|警官|おまわり|誰か|だれか|家族|(?<!丈)夫|妻|彼氏|彼女|隣の人|店員|駅員|ばあちゃん|おばあちゃん|救急(?:車|隊)?|大人)(?:さん)?(?:が|に|と)[^。\n]{0,10}(?:来てくれ|きてくれ|来ました|来た|きた|着い|そばにい|隣にい|一緒にい|いっしょにい|いてくれ|見ててくれ|迎えに来|話せた|話しました|話した|助けて(?:くれ|もら)|保護)",
    r"(?:見つか(?:った|りました)|みつかった|みつかりました|無事(?:でした|だった|です)|会えました|会えた|連絡(?:が)?(?:つ(?:いた|きました)|取れ|とれ|来た|来ました)|返事(?:が)?(?:来た|きた|来ました|ありました)|電話(?:に|が)?(?:出て(?:くれ)?|つながり|つながっ)(?:た|ました)?)",
    r"(?:一緒に(?:い|寝)(?:る|ます|てくれ)|そばに(?:います|いる)|病院(?:に|へ)(?:着|来|運)|預け(?:た|ました)|話せました|話せた|渡(?:した|しました)|捨て(?:た|ました)|片付け(?:た|ました)|中に(?:入|もど|戻)(?:った|りました)|(?:家|部屋|下|地上)(?:に|へ|まで)?(?:戻|もど|降り|おり|帰|着)(?:った|りました|ました|た|いた|きました)|降りた|降りました|離れ(?:た|ました)|鍵(?:を)?(?:かけた|閉めた|しめた))",
    r"(?:誤解|勘違い|言いすぎ|大げさ|冗談)(?:です|でした|だった|でした|だよ|させ)|本気じゃ(?:ない|なかった|ありません)|笑って(?:い)?(?:る|ます)|寝(?:ました|てくれ|ちゃい)",
    r"\b(?:ochitsui\w*|mou (?:daijoubu|heiki)|ima wa (?:daijoubu|heiki))\b",
    r"\b(?:found|reached|got (?:a hold|hold) of|heard from|got through to|talked to|spoke to|called) (?:her|him|them|my (?:mom|mum|sister|brother|friend|dad|daughter|son)|the (?:line|hotline|police))\b|\b(?:she|he|they)(?:'s|'re| is| are)? (?:safe|ok|okay|alright|all right|home|fine|here|asleep|sleeping|back|alive|calm(?:er)?|better|laughing|with (?:me|us|her|his|their|my)|in (?:the )?hospital)\b|\b(?:she|he|they) (?:answered|replied|called (?:me )?back|picked up|texted back|came home|calmed down|woke up|fell asleep|got home)\b",
    r"\b(?:i'?m|im|i am|feel|feeling|we'?re|we are) (?:much |a (?:bit|little) |more |all |feeling |ok and |totally |now |so much |kinda |actually )*(?:calm(?:er)?|better|safe|okay now|ok now|fine now|fine|okay|ok|inside|home now|alright|all right|back (?:inside|home|down)|down (?:now|from))\b(?! off)|\bcalm(?:ed|er)? (?:down|now)\b|\bit(?:'s| has|'s been)? (?:passed|over now|gone now|better now)\b|\bfeel(?:ing)? (?:a (?:bit|little) )?better\b",
    r"\b(?:he|she|they|the (?:man|guy|car)|my (?:ex|dad|husband|boyfriend)|it)(?:'s|'ve|'re| is| has| have| are) (?:gone|leaving|been arrested)\b|\b(?:he|she|they|the (?:man|guy|car)|my (?:ex|dad|husband|boyfriend))(?:'s|'ve|'re| is| has| have| are)? (?:left|went (?:away|home)|drove (?:off|away)|not (?:here|there|outside) any ?more|walked (?:off|away))\b|\b(?:gone now|nobody(?:'s| is) (?:there|outside)|no one(?:'s| is) (?:there|outside)|false alarm)\b",
    r"\b(?:my |a |the )?(?:friend|mom|mum|mother|dad|sister|brother|teacher|roommate|neighbou?r|police|cops|ambulance|husband|wife|boyfriend|girlfriend|partner|aunt|uncle|grandma|someone|staff|officer|paramedics?)s?(?:'s| is| are|'re| has| have| just)? (?:with me|here|sitting with|next to me|beside me|came|come over|arrived|staying|on (?:the )?phone with|holding|got here|taking me)\b(?! for)|\bi(?:'m| am) with (?:my |a |the )?(?:friend|mom|mum|dad|sister|brother|teacher|police|neighbou?r|someone|family)\b",
    r"\b(?:gave|handed|threw|flushed|put) (?:away |out )?(?:the |my |them |all )?(?:pills|tablets|meds|blades?|rope|razor|knife|it|them)\b[^.!?\n]{0,14}(?:away|to (?:my|her|him)|out|down)?|\b(?:climbed|came|got|went) (?:back )?(?:down|inside|home|off the)\b|\bi didn'?t (?:really )?mean it\b|\bjust (?:venting|a joke|joking|exaggerating)\b|\bwas (?:joking|venting|exaggerating)\b|\b(?:won'?t|will not) do (?:it|anything)\b",
)
"""A danger that has passed: help has come, somebody was found, it is calmer."""

NO = r"(?:(?:no|nah|いや|いえ|うーん|えっと|さすがに|まさか|あ、?|それは|正直|oh|honestly|tbh|um+|uh|lol|haha|hmm+|well|definitely|absolutely)[、, ]*)*(?:そこまで(?:じゃ|では)(?:ない|ないです|ありません)|ありえない|ありえません|さすがに(?:ない|ないです)(?:かな)?|それはさすがにない(?:かな|です)?|ないかな|ないな|(?:ちがう|違う)(?:ちがう|違う)?|言葉のあや(?:です)?|そこまで(?:追い詰められて|思い詰めて|つらく)?(?:は)?(?:ない|ないです)(?:よ)?|(?:it'?s )?nothing (?:that|so) (?:serious|bad)|(?:it'?s )?not that (?:bad|serious)|(?:just )?(?:a )?figure of speech|not like that|definitely not|absolutely not|certainly not|いいえ|いえ|いや|ううん|うんん|ないない|ちがう|違う|違います|ちがいます|ない|ないです|ないよ|ありません|なし|全然(?:ない|ないです)?|そう(?:いう|ゆう)(?:の|わけ|こと)(?:じゃ|では)(?:ない|ないです|ありません)|それは(?:ない|ないです|ありません|違う|ちがう)|そんな(?:こと|つもり)(?:は)?(?:ない|ないです|ありません|思ってない)|思って(?:い)?(?:ない|ません|ないです)|考えて(?:い)?(?:ない|ません)|今は(?:ない|ないです|ありません|思ってない)|no|nope|nah|naw|no way|not really|not at all|never|no i(?:'m| am) not|i(?:'m| am) not|no i don'?t|i don'?t|no it'?s not like that|it'?s not like that|nothing like that|not like that|god no|of course not|iie|iya|uun|nai(?: desu)?|chigau|chigaimasu)"
YES = r"(?:(?:ごめん|sorry|正直|実は|うーん|まあ|i mean|honestly|tbh|well|um+|lol|hmm+)[、,. …]*)*(?:(?:そう|そんなふうに|それは)?(?:思う|考える|感じる)(?:とき|時|こと|日|夜)(?:も|が|は)(?:ある|あります|多い)(?:よ|けど)?|(?:ない|無い)と(?:い|言)えば(?:嘘|うそ)(?:に)?(?:なる|なります)?|否定(?:は|が)?でき(?:ない|ません)(?:です)?|よぎる(?:こと(?:が|も)ある)?|(?:毎日|毎晩|いつも|よく|たまに|時々|ずっと)(?:考えて|思って)(?:る|い(?:る|ます)|ます)|(?:うそ|嘘)(?:は)?つけ(?:ない|ません)|can'?t lie(?: to you)?|なくは(?:ない|ないです)|(?:去年|ずっと前|前|先月|先週)から|(?:引き出し|机|カバン|かばん|ポケット|ベッド|枕|横|目の前|ここ|手元|台所|キッチン|洗面所)に(?:ある|あります)|ある(?:よ|けど|かな|な)|(?:i'?d be )?lying if i said no|since (?:last|then|it|this)|(?:it'?s )?(?:in|on|under|next to|beside) (?:my|the|me|here)|right here|some (?:nights|days|times|mornings)|(?:it |they )?cross(?:es|ed)? my mind(?: sometimes)?|more than i(?:'d| would)? (?:like|want) to (?:admit|say)|i've thought (?:about|of) it|(?:i )?th(?:ink|ought) about it(?: a lot)?|not gonna lie|はい|うん|ええ|そう|そうです|そうかも|ある|あります|あるかも|たまに(?:ある|あります|思う|思います)?|時々(?:ある|あります|思う|思います)?|ときどき|ちょっと(?:ある|あります|だけ)?|少し(?:ある|あります)?|すこし|まあ|あった|思ってる|思ってます|思う|思います|考えてる|考えてます|毎日|ずっと|いつも|正直(?:ある|あります|思う|思います|はい)|実は(?:ある|あります|はい|そう)|yes|yeah|yea|yep|yup|ya|ye|yh|mhm|i do|i am|i have|yes i (?:do|am|have|think so)|i think so|sometimes|kind of|kinda|sort of|a (?:bit|little)|sometimes yes|every (?:day|night)|all the time|a lot|honestly yes?|tbh yes?|hai|un|ee|sou|aru|tamani)"
UNSURE = r"(?:わからない|わかんない|分からない|分かんない|わかりません|分かりません|さあ|どうだろ(?:う)?|微妙|びみょう|かも|かもしれない|かもしれません|言いたくない|答えたくない|多分|たぶん|maybe|perhaps|idk|i don'?t know|dunno|not sure|possibly|i guess|no idea|hard to say|don'?t want to say|wakaranai|wakannai|kamo)"
FINE = r"(?:大丈夫|だいじょうぶ|大丈夫です|大丈夫だよ|平気|平気です|へーき|安全|安全です|無事|無事です|i'?m (?:ok|okay|fine|safe|good|alright)|im (?:ok|okay|fine|safe|good)|fine|ok|okay|safe|i'?m safe now|all good|daijoubu|heiki)"
NOT_FINE = r"(?:(?:あんまり|あまり|全然|ぜんぜん|ちょっと|まだ)?(?:大丈夫|だいじょうぶ|平気|安全)(?:じゃ|では)(?:ない|ないです|ありません|なさそう)|危ない(?:です)?|あぶない(?:です)?|やばい|怖い(?:です)?|こわい(?:です)?|not (?:really |at all )?(?:safe|ok|okay|fine)|i'?m not (?:ok|okay|safe|fine)|im not (?:ok|okay|safe|fine)|unsafe|no not really|daijoubu ?ja ?nai|kowai)"
