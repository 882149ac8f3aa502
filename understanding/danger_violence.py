"""Signs of violence and of a body in danger now, in Japanese and English, as tables to be reviewed line by line."""

_INTIMATE = r"(?:彼氏|彼女|カレシ|かれし|旦那|(?<!丈)夫|主人|嫁|妻|元カレ|元彼|元カノ|元夫|元旦那|同棲(?:相手|中の人)|パートナー|婚約者|恋人|付き合って(?:い)?る人)"
_PARTNER = r"(?:husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc[eé]e?|spouse|hubby|ex|ex-?(?:husband|boyfriend|bf|wife|girlfriend|gf|partner))"
_VICTIM = r"(?:me|us|her|him|them|my (?:mom|mum|mother|sister|brother|friend|kid|kids|son|daughter|child|children|dad|wife|roommate|girlfriend|boyfriend|baby|student))\b"
_WHO = rf"(?:he|she|they|someone|somebody|some (?:guy|man|men|dude|stranger)|a (?:man|guy|stranger|car|group)|(?:my|her|his) (?:{_PARTNER}|dad|father|stepdad|step ?father|brother|uncle|boss|landlord|ex)|guy|man|men|dude|the (?:man|guy|stalker|men)|stalker)"

NOW = (
    r"(?:家|玄関|ドア|部屋|アパート|マンション|うち|窓)の(?:前|外|まえ|そと|下|近く)に[^。\n]{0,10}(?:人|男|女|やつ|奴|誰か|だれか|相手|車)が(?:い(?:る|ます)|立っ|来|待っ|停ま|止ま)",
    r"(?:包丁|ナイフ|刃物|はもの|ほうちょう|バット|鉄パイプ)(?:を|で|とか)?[^。\n]{0,6}(?:(?:持|も)(?:った(?:人|男|女|やつ|奴)|って(?:る|い|きた|来)|ち出)|突きつけ|向け|脅)",
    r"(?:家|玄関|ドア|部屋|アパート|マンション|うち|窓|学校|校門|駅|門|バイト先|職場)の(?:前|外|まえ|そと|下|そば|近く)(?:に|で|まで)(?:いる(?!から(?:安心|大丈夫))|います(?!が)|立って|待って|来て|きて|来た|きた|来ました|誰か)",
    r"(?:玄関|ドア|窓|外|ベランダ|廊下|階段|家の中|部屋の中|校門|駅|家|うち|学校)(?:に|で)[^。\n]{0,6}(?:誰か(?:が)?いる|だれか(?:が)?いる|待ち伏せ|張り込|押しかけ|入ろうと|男がいる|人がいる|立ってる|立っている)",
    r"(?:玄関|ドアの外)に(?:いる|います|来て|きて|来た)",
    r"(?:彼(?!氏|女)|男|相手|元カレ|元彼|犯人|あいつ|知らない人|脅してる人|脅してきた人|ストーカー|誰か|だれか|奴|やつ|向こう|先輩|おじさん|おっさん)(?:が|は)?[^。\n]{0,6}(?:家|玄関|部屋|うち|学校|校門|駅|外|門|バイト先|職場)(?:の前|の外|の下)?(?:に|まで|で)(?:来て|きて|来た|きた|来ました|入って|向かって|来る|くる)",
    r"(?:今|いま)[^。\n]{0,14}(?:家の前|玄関に|ドア(?:の前|を叩|に)|外にいる|つけられて|追われて|追いかけられ|殴られ|蹴られ|閉じ込め|脅されて連れ|襲われ|逃げて|隠れて|車に乗せ|刺され|首を?絞め|監禁|後ろにいる|ついてき|こっちに向か)",
    r"(?:(?<![りめけえ体名])つけられ|追いかけられ|尾行され|後をつけ|追われ|待ち伏せされ)て(?:る|いる|います|ます|て)|(?:ずっと)?(?:後ろ|うしろ|あと)(?:を|から|に)?(?:ついて|つけて)(?:くる|きて|来)",
    r"(?:殴|なぐ|蹴|叩|たた|ぶた)(?:られ|れ)(?:て(?:る|いる|います)|そう|ました|てます|た|る)|(?:殴|なぐ|蹴|叩)(?:って|って)(?:くる|きた|きます)|(?:暴力|dv)(?:を)?(?:ふる|振る|受け|され)",
    r"(?:閉じ込め|とじこめ|監禁)られ|監禁され|鍵(?:を)?(?:かけ|閉め)られ(?!て(?:見|消|い?た(?:投稿|アカ)|る?アカ))|(?:外に|部屋から|家から)?出して(?:くれ|もらえ)ない|帰して(?:くれ|もらえ)ない",
    r"(?:ドア|扉|玄関|窓|チャイム|インターホン)(?:を|が)?[^。\n]{0,8}(?:叩|たた|ドンドン|どんどん|ガチャガチャ|がちゃがちゃ|蹴|こじ開け|壊|鳴らし続|鳴り続|ずっと鳴)",
    r"(?:首|くび)(?:を|に)?(?:絞|しめ|締)[^。\n]{0,3}(?:られ|めて|てくる)|首(?:に|を)[^。\n]{0,4}手(?:を|が)|息(?:が)?できないくらい押さえ|押さえつけ",
    r"(?:無理やり|むりやり|力ずく)(?:車|ホテル|家|部屋|連れ|され|触|脱が|やら)|(?<!不安に)(?<!恐怖に)(?<!後悔に)(?<!感に)(?:襲|おそ)われ(?:た|て|そう|る)|レイプ|犯され(?:た|そう|る|て)|連れ去",
    r"(?:血|ち)が(?:止まら|とまら|出て(?:る|い)|いっぱい|すごい)|意識(?:が)?(?:ない|なく|遠|朦朧)|息(?:を)?して(?:い)?ない|ぐったり|呼びかけても",
    r"(?:薬|くすり|錠剤|睡眠薬|市販薬|風邪薬|鎮痛剤|ロキソニン|バファリン|イブ|漂白剤|洗剤)(?:を|も)?[^。\n]{0,14}(?:飲んだ(?!ら)|飲みました|飲んじゃっ|のんだ(?!ら)|のんじゃ|飲んでしま|飲み干|飲んで(?:る|い)(?:みたい|て|る)|飲んだ(?:みたい|らしい))(?!か)",
    r"(?:押し入っ|入ってこよう|侵入して|不法侵入)|鍵(?:を)?(?:開け|壊)(?:よう|られ)",
    r"(?:助けて|たすけて)[^。\n]{0,10}(?:今すぐ|いますぐ|殺され|来てる|きてる|早く)|(?:殺|ころ)され(?:る|そう|ます|かけ)|殺(?:す|して)(?:やる)?って(?:言いながら|叫|怒鳴)",
    r"(?:今から|いまから|これから|あと\d+分で|もうすぐ|今夜|今日)[^。\n]{0,12}(?:来る(?:って|と|らし)|行くって|家に来|会わないと|会えって|会いに来いって|来いって|来いと|出てこいって|呼び出され|迎えに(?:行|来)|(?:相手|向こう|男|彼|先輩)と?が?会(?:うこと|えと))",
    r"ストーカー(?:が|に)[^。\n]{0,10}(?:いる|来|待ち|つけ|前)",
    r"(?:110|119|警察|けいさつ|救急車)(?:を|に)?(?:呼んで|よんで)(?:ください|くれ|ほしい|、|。|!|$)",
    r"\b(?:korosareru|koros\w+soo?|naguraret\w*|osowaret\w*|tsukerareteru|oikakerare\w*)\b|\b(?:ie|genkan|doa) no (?:mae|soto) ni\b",
    rf"\b{_WHO}(?:'?s| is| are| has|'re|s)? (?:now |still |right |literally |just |standing |waiting |parked |sitting |here |currently |been |again |been )*(?:outside|at (?:my|the|our) (?:front )?(?:door|house|window|gate|apartment|building|school|station|flat)|in (?:my|the|our) (?:house|room|apartment|building|hallway|garden|lobby|flat)|following {_VICTIM}(?! on| with| from| back)|chasing {_VICTIM}|behind {_VICTIM}|coming (?:in|over|here|to (?:my|get|the|our)|after|for)(?! (?:for )?(?:dinner|lunch|christmas)| later| tomorrow| to help| on | this )|on (?:his|her|their) way|banging|pounding|knocking|breaking (?:in|down)|kicking|trying to (?:get|break|force)|(?:hitting|beating|choking|hurting|holding|attacking|strangling|punching|slapping|kicking|raping|assaulting|threatening to kill) {_VICTIM}|grabb\w+ {_VICTIM}|here with a|(?:got|with|holding) a (?:knife|gun)|has a (?:knife|gun|bat))",
    r"\b(?:i'?m|im|i am|i got|being|been|getting|she'?s|he'?s|they'?re|she is|he is|friend is|sister is|brother is|friend'?s|they are) (?:being |getting |now |literally )*(?:followed|chased|attacked|beaten(?: up)?|hit|locked (?:in|up)|trapped|kidnapped|stabbed|choked|strangled|hiding|raped|assaulted|forced (?:to (?:meet|go|get)|into)|held (?:here|down|against|hostage))\b(?! (?:on (?:insta|instagram|x|twitter|tiktok)|by (?:a bot|bots|fake|an? account)|with))",
    r"\b(?:knife|gun|weapon|hammer)\b[^.!?\n]{0,25}(?:right now|to my|at me|in his hand|outside|threatening)|\bhas a (?:knife|gun|weapon)\b|\bwith a (?:knife|gun|weapon)\b(?! (?:emoji|in the (?:photo|pic)))",
    r"\b(?:hand|hands|arm) (?:is |are |was |were )?(?:around|on|over|at) (?:my|her|his) (?:throat|neck|mouth)\b|\b(?:by|grabbed|squeez\w+) (?:me by )?(?:the|my|her) (?:throat|neck)\b|\bchok(?:ed|es|ing) (?:me|her|him)\b|\bstrangl\w+ (?:me|her|him)\b",
    r"\b(?:locked|trapped) (?:me|us|her|him) in\b|\bwon'?t let (?:me|her|him|us) (?:out|leave|go(?: home)?|come home)\b|\bhiding in (?:the|my|a) (?!nurse)(?:bathroom|closet|toilet|wardrobe|room|shop|store|konbini)",
    r"\bbleeding (?:a lot|and|won'?t stop|so much|badly|out|everywhere|bad|heavily)\b|\b(?:won'?t|wont|doesn'?t|can'?t) stop (?:the )?bleeding\b|\bblood (?:is )?(?:everywhere|won'?t stop)|\b(?:unconscious|not breathing|passed out|won'?t wake up|unresponsive|can'?t wake (?:her|him|them))\b",
    r"\b(?:took|taken|swallowed|i'?ve taken|just took|ate|drank|downed|she took|he took) (?:\w+ ){0,4}(?:pills|tablets|meds|medication|painkillers|bottle|packet|sleeping|bleach|tylenol|paracetamol)\b(?! (?:as|for|from|like) )|\b(?:overdosed|od'?d|overdosing|od'?ing)\b|\b(?:took|taken|had|swallowed) (?:an )?overdose\b|\b(?:might|have|may) (?:be )?overdos\w*",
    r"\bbreaking in\b|\bbroke into (?:my|our)\b|\b(?:going to|gonna|will|might|trying to|try to|tried to) (?:kill|murder|strangle|stab) (?:me|us|her|him|my (?:mom|mum|sister|brother|kids?))\b(?! (?:if|when) (?:she|he|they|my|i tell))",
    r"\bcall (?:the )?(?:police|cops|110|911|119|(?:an )?ambulance)\b[^.!?\n]{0,15}(?:now|please|for me|help)",
    r"\bhelp me (?:now|please now|right now)\b|\bsomeone(?:'s| is) (?:in|at|outside) my\b",
    r"\b(?:in|inside|into) (?:his|their) car\b[^.!?\n]{0,30}(?:now|won'?t|can'?t|scared|driving|help)",
    r"\bcoming (?:here|over|to (?:my|our|the) (?:house|place|home|school|door|flat|apartment|work)|to get me|for me) (?:now|right now|in \d+|tonight|with|today)",
    r"\b(?:meet|come (?:to|out|meet)|see) (?:him|them|her|me)\b[^.!?\n]{0,24}\b(?:tonight|now|right now|in (?:an?|\d+|half) (?:an )?(?:hour|min\w*|hr)|today)\b",
    r"\b(?:demands?|wants?|forcing|makes?|making|telling|tells|told) (?:me|that i|i) (?:to )?(?:meet|come (?:out|over|to|meet)|go to (?:his|their|a hotel))\b[^.!?\n]{0,30}(?:now|tonight|today|tomorrow|or |else|alone|\d)",
    rf"\b(?:my|her|the) {_PARTNER} (?:\w+ ){{0,3}}(?:hits?|beats?|beat|chokes?|choked|punche[sd]|slapp?e?[sd]|kick(?:s|ed)|threw|throws|shoved|pushed|push(?:es)|hurts?) (?:me|her|him|my|the kids?|us)\b",
    r"\b(?:he|she) (?:just |always |still |keeps? |kept )?(?:hit|hits|hitting|beats?|beating|punched|slapped|kicked|chokes?|choked|choking|shoved|grabbed|threw me|raped|burned) (?:me|us|her|him)\b(?! up\b)",
    r"\b(?:scared|afraid|terrified|dread\w*)[^.!?\n]{0,24}(?:when|that|of when|until|before) (?:he|she|my (?:husband|boyfriend|partner|wife|dad|bf)) (?:comes?|gets?|is|arrives?) (?:back|home)|\b(?:he|she|my (?:husband|boyfriend|bf|partner|wife|ex))(?:'s|'ll| is| will)? (?:be )?(?:com(?:es?|ing)|get(?:s|ting)?|back) (?:back|home|here)?\s?(?:home|soon|in \d+|any (?:minute|moment|second)|now|tonight)[^.!?\n]{0,40}(?:scared|hit|hurt|kill|afraid|angry|rage|drunk|beat|help|found|knows|saw)",
    rf"{_INTIMATE}(?:が|は|に|から|も)?[^。\n]{{0,14}}(?:殴|なぐ|叩(?:い|く|か)|蹴|首|怒鳴|どなら|物を投げ|物に当た|暴力|dv|包丁|帰って(?:くる|きたら)[^。\n]{{0,8}}(?:怖|こわ|殴|殺|やば|どうし)|帰ってくるのが(?:怖|こわ))",
    r"(?:怖|こわ)い[^。\n]{0,10}(?:帰って(?:くる|きそう|きたら))|(?:帰って(?:くる|きたら|きそう))[^。\n]{0,10}(?:怖|こわ|また殴|また怒|何され)",
)
DOUBTFUL_VIOLENCE = (
    r"\b(?:he|she|they|husband|wife|boyfriend|bf|partner|dad|father|stepdad)(?:'s| is|'re| are|s| keeps?)? (?:[\w']+ ){0,6}?(?:hitting|punching|kicking|smashing|breaking|throwing) (?:at )?(?:the |all the |my )?(?:walls?|doors?|things|stuff|plates|furniture|everything|holes)\b|(?:夫|妻|旦那|彼氏?|父|親|兄|あいつ)(?:が|は)?[^。\n]{0,8}(?:壁|ドア|物|もの|皿|机)(?:を|に)?[^。\n]{0,3}(?:殴|なぐ|蹴|け(?:って|り)|投げ|壊し|あたって|当たって)",
    r"(?:会|あ)(?:わないと|ってくれないと|いに来ないと|いに来い|えって)[^。\n]{0,14}(?:ばら|さらす|晒|流す|送る|殺|家に|って(?:言|来|脅)|言われ)",
    r"(?:誰か|だれか|知らない人|相手|あいつ)[^。\n]{0,8}(?:いる|来る|くる)(?:気が|かも|みたい|ような)|(?<!みんなに)(?<!全員に)(?<!全校に)見られて(?:る|いる)(?:気が|かも|みたい)|視線を感じ|つけられて(?:る|いる)?(?:気が|かも|みたい)",
    r"(?:住所|家|学校)(?:を|が|も)?(?:知られて|バレて|ばれて|特定され)[^。\n]{0,16}(?:怖|こわ|来(?:る|そう|たら)|行く)|(?:家|学校)に来(?:そう|たら|るかも|るって)|会(?:おう|いたい|いに来て|えない\?)(?:って|と)(?:言|しつこ|脅|来)",
    r"(?:怖|こわ)くて(?:家|うち|外)(?:に|から)?(?:帰れ|出られ|いられ)|家に(?:帰りたく|いたく)ない|帰れない|逃げ(?:なきゃ(?!いけないの)|ないと|場(?:所)?がない)",
    r"\b(?:think|feel like|scared|afraid|worried|might) (?:that )?(?:i'?m|he'?s|she'?s|they'?re|someone(?:'s| is)|he is|he'?ll|he will|they'?ll|they will|he might|they might)? ?(?:be )?(?:being )?(?:watched|followed|following|watching|come (?:to|for|after|here)|coming|find (?:me|us|my)|waiting)",
    r"\b(?:not|don'?t feel|doesn'?t feel) safe (?:at home|here|going home|tonight|right now|in (?:my|this))|\b(?:scared|afraid|can'?t) (?:to )?(?:go|be|stay) (?:back )?(?:home|at home|outside|alone)\b",
    r"(?<!hr )(?<!lawyer )(?<!school )(?<!police )(?<!teacher )(?<!principal )\b(?:wants?|told|tells|asks?|asked|demands?) (?:me )?(?:to )?(?:meet(?: up)?|come (?:to|over|out)|go to (?:his|a hotel))\b|\b(?:knows|found|has) (?:out )?(?:where (?:i|we) live|my address|my house)\b",
)
