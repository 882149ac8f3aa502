"""Signs of danger by what comes together in a sentence, as a table: a place and standing there, pills and a number, somebody and the door.

The lists of danger_suicide and danger_violence know how things are said; this one knows what is said. What names a picture, a site
or a dead relative is none of it.
"""

import re

from understanding.danger_parting import ASKS_AHEAD
from understanding.danger_rows import HARM, NOW, WISH, Together
from understanding.reading import CLEAR, DOUBT

_PICTURE = r"画像|写真|動画|合成|コラ|加工|投稿|サムネ|アバター|イラスト|ストーリー|アカウント|サイト|背景|ディープフェイク|フェイク|偽|スクショ|アルバム|撮(?:った|られ|影)|\b(?:photo\w*|pics?|pictures?|images?|videos?|clips?|edit\w*|deepfakes?|fake|screenshots?|accounts?|posts?|posted|posting|sites?|website|avatar|background|selfies?|app)\b"
_DEAD = r"金魚|犬|猫|ペット|ハムスター|\b(?:dog|cat|hamster|pet|goldfish)\b|亡くなった|死んだ(?:祖|おじい|おばあ|母|父|夫|妻|友|人)|故人|生前|遺族|命日|\b(?:late (?:mother|father|husband|wife|mum|mom|dad|grand\w+|friend)|passed away|funeral of|died (?:in|last|of|from|years))\b"
_ORDINARY = r"\b(?:class|school|our|the) tablets\b|リンク|\blinks?\b|薬剤師|薬局|薬学|処方され|飲んでいる薬|風邪|花粉|(?:ピル|低用量)|釣り|旅行|デート|ご飯|ごはん|映画|仕事で|引っ越し|手伝|\b(?:for (?:my )?(?:anxiety|adhd|depression|allerg\w+|asthma|headaches?)|pharmac\w+|prescri\w+|dinner|lunch|holiday|vacation|fishing|picnic|emoji|game)\b"
_HARMLESS = f"{_PICTURE}|{_DEAD}|{_ORDINARY}"

_HEIGHT = r"\bfire escape\b|屋上|おくじょう|ベランダ|歩道橋|橋|崖|柵|手すり|手摺|非常階段|(?:\d+|[一二三四五六七八九十]+)階|飛び降り|見下ろ|下(?:を)?(?:み|見)て|窓(?:を)?(?:あけ|開け|から)|\b(?:okujou|beranda)\b|\b(?:roof\w*|ledge|bridge|overpass|balcony|railing|rail|cliff|drop(?! (?:out|off|in))|(?<!station )(?<!police )(?<!ticket )(?<!keeps the )window(?! desk)|\d+(?:th|rd|nd|st) floor|high up|edge|tower|parking structure)\b"
_THERE = r"(?:に|で|まで|の上|の外)?(?:い(?:る|ます|て)|立|座|すわ|来(?:た|て)|きた|のぼ|登|上が|あけた|開けた|またい|越え|足|見て|みて|下見|眺め|考え)|\biru\b|\b(?:on|at|over|off|out|standing|sitting|climb\w*|looking|look|stare|staring|leaning|up here|from|jump|step)\b"
_WATER = r"(?:海|湖|川|ダム|崖|樹海|山奥)まで(?:来|き|運転|歩|行)|\b(?:drove|walked|went|came) (?:out )?(?:to|into) the (?:lake|sea|river|ocean|cliff|dam|woods|forest)\b|(?:川|海|湖|池|ダム)[^。\n]{0,8}(?:入(?:った|れ|って|ろ)|沈|飛|身を投|流され|冷た|溺)|入水|\b(?:walk|jump|go|wade|swim)\w* (?:\w+ ){0,3}(?:river|sea|ocean|lake|water)\b|\bdrown\w*\b"
_ENGINE = r"排気ガス|練炭|一酸化炭素|猟銃|銃(?:を|が|で)|ガレージで?エンジン|\b(?:engine (?:on|running)|exhaust|carbon monoxide|charcoal|rifle|shotgun|my (?:dad'?s |own )?gun|pistol)\b"
_TRAFFIC = r"(?:トラック|ダンプ|バス|車)の前(?:に|へ)(?:出|飛|立)|(?:トラック|車)に(?:ひかれ|轢かれ|突っ込)|\b(?:walk\w*|step\w*|run|jump\w*|throw\w*) (?:\w+ )?(?:into|in front of) (?:\w+ ){0,2}(?:traffic|truck|cars?|bus)\b|\b(?:truck|car|bus)s? (?:would|to|could) (?:just )?hit me\b"
_RAIL = r"線路|踏切|ホーム(?!ペー|ボ|画|ル|ス|シ|レ|セン|ヘ)|電車に|特急|新幹線|通過|\b(?:senro|tracks|platform|trains?|express|crossing)\b"
_NECK = r"首(?:に|を|が)[^。\n]{0,8}(?:巻|まい|かけ|吊|つ|くく|通)|(?<!沖)縄(?!跳|張)|縄跳びを輪|ロープ(?!ウェ)|ひも(?:を|で)|ドアノブ|タオル(?:で|を)?[^。\n]{0,4}(?:首|巻)|\b(?:noose|rope|belt|cord|scarf|hang\w*(?! (?:around|about|out|up|on)\b))\b[^.!?\n]{0,24}\b(?:neck|tied|garage|closet|door|beam|rail|around|ready|thinking)\b|\bnoose\b"
_PILLS = r"[ァ-ヶー一-龥]錠|\d+錠|睡眠薬|眠剤|安定剤|市販薬|鎮痛剤|(?:薬|くすり|錠剤)(?!局|剤師|味|指|品|物|学)|ロキソニン|バファリン|イブプロフェン|ブロン|メジコン|デパス|致死量|\b(?:kusuri)\b|\b(?:pills?|tablets(?! (?:and|or) (?:phones|laptops|computers))|meds|ibuprofen|advil|tylenol|paracetamol|aspirin|xanax|benzos?|painkillers?|antidepressants?|bleach|sleeping pills?)\b"
_AMOUNT = r"(?:\d+|[一二三四五六七八九十百]+)(?:錠|粒|箱|瓶|シート|個|mg|t(?![a-z]))|全部|たくさん|いっぱい|大量|まとめて|場所|どのくらい|どれくらい|何錠|\b(?:\d+|a (?:lot|bunch|bottle|handful|box)|whole|all|full|too many|how (?:much|many)|handful|bottle|enough|sheets?|lined)\b"
_TAKEN = r"眠い|眠く|ストゼロ|酒|飲(?:んだ|んじゃ|みま|み込|んで(?:し|る|い))|のんだ|のんじゃ|いった|空き箱|空(?:の|っぽ)|からっぽ|nonda|\b(?:took|taken|swallow\w*|ate|downed|popped|had|empty|chugged|washed down|drank|sleepy|drowsy)\b"
_BODY = r"(?<![の教先店冒念街口筆巻])頭(?!痛|金|文|に)|髪(?:の毛)?を(?=抜)|手首|てくび|腕|(?<![ぁ-ん])うで|太もも|ふともも|足|(?<![ぁ-ん])あし|お腹|肌|皮(?:膚|ふ)?|指先|(?<![相派右左])手(?:の甲|を|に|さし)|肩|\b(?:wrists?|arms?|thighs?|legs?|skin|stomach|hips?|ankles?|knuckles|forearms?|sleeves?|hands?|head|hair)\b"
_INJURES = r"ガンガン|打ちつけ|打ち付け|抜(?:く|い|き)|切(?:っ|り|る|れ)|きっ(?:た|ちゃ)|刺|さして|さした|はが|剥|かきむし|掻|むし(?:って|る)|焼|あぶ|噛|かじ|傷(?!つ[くいかこ])|線みたい|つね|殴|叩|血がにじ|\bkitta\b|\b(?:cut\w*|slic\w*|stab\w*|scratch\w*|pick(?:ing|ed)? (?:at|my|the)|burn\w*|bit\w*|hit(?:ting|s)?(?! (?:delete|send|block|the|post|report|enter|me with))|punch\w*|carv\w*|scissors|raw|scars?|marks|with a lighter|needle|pin|bruis\w*|harm\w*|slash\w*|bang\w*|pulling|till i see stars|fresh cuts|starv\w*)\b"
_TOOL = r"カッター|カミソリ|ハサミ|はさみ|コンパス|安全ピン|針|包丁|ライター|たばこ|タバコ|ボールペン|\b(?:pen|razor|blade|scissors|compass|safety pin|needle|(?:a|the|my) lighter|cigarette|knife|box ?cutter)\b"
_NOT_MINE = r"料理|工作|紙|ダンボール|髪(?:を)?切|散髪|美容|爪切|予防|注射|\b(?:cook\w*|acrylic|wood\w*|shav\w*|costs?|budget|craft|paper|hair ?cuts?|hairdresser|my hair (?:colou?r|dye)|cut my hair|vaccin\w*|shot|tattoo|head hurts|headache|hit (?:me|her|him) up|hand(?:ed|s) (?:in|over|me)|in good hands|on hand|cut (?:me|him|her|it) off|gym|soccer|football)\b"

_FETCHED = r"迎えに来て(?:ください|下さい|ほしい|くれ(?!た|る)|よ|ね)|\b(?:come (?:and )?(?:get|take|fetch) me)\b"
_TO_THE_DEAD = r"(?:ところ|とこ|もと|そば)(?:に|へ)(?:行き|いき)たい|に会いに(?:行き|いき)たい|\b(?:want|wish|need|going) (?:to )?(?:go to|be with|join|see|follow) (?:my |her |his )?(?:\w+ )?(?:papa|mama|dad(?:dy)?|mom(?:my)?|mum(?:my)?|father|mother|grand\w+|gran|nan|brother|sister|husband|wife|him|her|them)\b"
_THE_DEAD = r"仏壇|遺影|お墓|天国|あの世|亡くな(?:っ|り)|死んだ(?:祖|おじい|おばあ|母|父|夫|妻|友)|\b(?:heaven|passed away|died|dead|late (?:husband|wife|father|mother))\b"
_LIFE = r"死(?!語|角|守|亡届)|(?<![ぁ-ん])しぬ(?!ほど)|しにた|自殺|じさつ|命(?!令|中|名)|葬式|葬儀|お墓|あの世|(?<![ぁ-ん一-龥])生き(?:る|て|た)(?!物)|息(?:を)?する(?:の)?(?:も|が)|存在(?:し|が|を)|生まれ(?:て|変)|\b(?:die|dying|dead|death|alive|suicid\w*|funeral|grave|living|(?:i|me|not|stop\w*|to) exist\w*|afterlife|heaven|painless|pass away)\b"
_LOSS = r"ニュースにな(?:って|る)|未練(?:も|が|は)?(?:ない|なく|ありません)|心臓(?:が)?(?:止|と)ま(?:れ|って|ら)|樹海|自殺の名所|未遂|(?:私|わたし|僕|俺|自分)(?:は|って|なんか)?、?いらない(?:子|人間|存在)?|(?:私|わたし|僕|俺|自分)(?:を|が|ごと)消|朝まで(?:も|生き|い)[^。\n]{0,6}ない|生まれ変わ(?:りたい|って|れ)|飛ぶしか|起きたく(?:も)?ない|息(?:を)?(?:止め|とめ)|(?:頑張る|がんばる|生きる|続ける|ここにいる)(?:理由|意味|気力)(?:が|も|は)?(?:ない|なく|なくな|見つから|わから)|何も感じなく|(?:いな|居な|い無)く(?:なった|なれ|なり|なる)|消え(?:たくて|たく|られたら|ちゃいた|てしまいた)|(?:ら|ラ)ク(?:に)?な|楽に(?:なり|なれ|なっても|なろ|なる(?:かな|よね|なら)|して(?!くれ|もら))|解放され|手放し|もう(?:いく|逝く|行く)(?:ね|わ|よ)|いきたくない|ikitaku ?nai|kietaku\w*|\b(?:stopp?(?:ed)? being here|check(?:ing)? out|not (?:gonna|going to) (?:make it|be here|see)|won'?t (?:make it|see (?:tomorrow|monday|morning|my))|don'?t see myself|never open my eyes|not open my eyes|go quiet|all be over|be free of (?:this|it all)|way out|no1 would|nobody would|no one would|plan and a date|how (?:i|he|she|they)'?d do it|have a plan|know how i(?:'?d| would)|leave this world|not be a (?:problem|burden)|without me|let go of everything|stopp?(?:ed)? beating|stop my heart|aokigahara|attempted (?:last|again|it|twice|on)|chickened out|couldn'?t (?:even )?go through with|last the night|through the night|not (?:be |wanting to be )?(?:around|anywhere|here)(?: any ?more)?(?= *(?:$|[.,!]))|letters? [^.!?]{0,30}for after|for when i'?m gone|(?:life|living)(?:'s| is|s)? not for me|(?:leaving|going)(?: now)?[.,]? for good|be reborn|another life|wrong side of|have to do it|scared to do it|mys(?:efl|lef)|truck would hit)\b"
_ENDS = r"終わ(?:ら|り)(?:せ|に(?:し|な|で))|おわらせ|終わ(?:る|った|り)(?:だ|よ|ね|でいい|かな|にできる)?|(?:全部|すべて|ぜんぶ)(?:を)?(?:捨て|やめ)|\b(?:end (?:it|things|everything|this)|ending (?:it|things|everything)|finish (?:it|this|myself)|be over|over with)\b"
_SOON = r"今夜|今日で(?!も)|自分の人生|自分(?:を|で|ごと)|もう(?:いい|これで)|これで(?:全部|最後)|\b(?:tonight|tomorrow|monday|myself|for good|once and for all|my way|soon)\b"
_PARTS = r"(?:さようなら|さよなら|ごめん)[^。\n]{0,10}(?:手紙|メモ|書かれ|書いてあ|置き)|\b(?:note|letter)\b[^.!?\n]{0,24}\b(?:goodbye|bye|sorry)\b|探さないで|さがさないで|(?:今まで|いままで)(?:ほんとに|本当に)?(?:ありがと|お世話)|お世話になりました|最後の(?:ツイート|ポスト|投稿|メッセージ|ライン|line|電話)|(?:ごめん|ありがと|愛して)[^。\n]{0,6}(?:って|と)伝え|最後に(?:会え|話|声|ひと(?!つ))|もう会え(?:ない|ん)|みんな(?:元気|幸せ|仲良く)で|(?:グループ|サーバー)(?:を)?抜け|形見|遺し|あげる(?:ね)?もう|形だけ|全部あげ|言っとく[^。\n]{0,6}ありがと|\b(?:it'?s been an honou?r|take care (?:everyone|of (?:my|mum|mom|her|him|the|each))|love (?:you|u) all|be good|look after (?:my|the|mum|mom)|gave away|giving away|bank pin|(?:here are|these are|wrote down|left) (?:\w+ )?my passwords?|don'?t (?:send|look for|come (?:for|after|find)|try to find)|after i'?m gone|remember me|see you (?:on the other side|in another life)|(?<!that )(?<!the )(?<!your )last (?:text|words|goodbye|tweet|post|message)|tell (?:my )?(?:mom|mum|dad|mother|father|family|sister|brother|parents|everyone) (?:that )?i(?:'m| am|m)? (?:sorry|love)|(?:after|before) saying sorry|(?:said|saying|says) (?:bye|goodbye|sorry and (?:bye|goodbye|thanks))(?: (?:and|then)|$|[.!]))\b"

_ATTACKER = r"あいつ|(?<!ら)(?<!う)相手(?!に|を)|犯人|男|おとこ|ストーカー|元(?:彼|カレ|夫|旦那|カノ)|(?:知らない|変な|あの|同じ)(?:人|車|男|おじ)|先輩|おじさん|おっさん|向こう|義父|継父|父(?:親)?|お父さん|兄|夫|旦那|彼(?!女)(?:氏|が|は)?|(?<!家)客|上司|\b(?:he|hes|he's|they|someone|somebody|guy|man|men|dude|stalker|stranger|my ex|ex|stepdad|stepfather|step-?dad|dad|father|brother|uncle|husband|boyfriend|bf|partner|landlord|boss|car|van)\b"
_NEAR = r"部屋の前|最寄り|駅で待|\b(?:my floor|waiting for you|from my station)\b|郵便受け|部屋番号|ドアノブ|家の(?:下|中)|同じ(?:人|男|車)[^。\n]{0,6}(?:回|また|ずっと|何度)|ロビー|エントランス|玄関|ドアの|マンションの(?:下|前|中)|階段(?:を|上)|駐車場|合鍵|家(?:の前|まで|に入)|窓の外|すぐ(?:そこ|後ろ|近く)|ついて(?:きて|くる|来)|つけて(?:きて|くる|来)|後ろ(?:に|から)|近づいて|追って|入って(?:き|来|こよ)|\b(?:lobby|in (?:the|my) (?:hallway|stairwell|garden|driveway|yard|building)|downstairs|coming up|at (?:my|the|our) (?:door|gate|window)|outside (?:my|the|our)|my (?:front )?(?:gate|door|porch|driveway)|behind me|walking behind|got off at my stop|keeps? following|spare key|came in(?:to)? my|got in(?:to)? (?:my|the|our) (?:house|room|apartment|car|flat|window)|let himself in|across the street|mailbox|(?:apt|apartment|room) number|door (?:handle|knob)|in the house|inside the house|\d times on|out your window|really (?:there|here))\b"
_NEARS = r"動か|hasn't|知って|のぞ|逃げ|回|いる|います|来(?:た|て|る)|きた|きて|入って|ついて|つけて|向かって|待って|立って|停ま|止ま|写真|撮った|\b(?:is|'s|are|'re|coming|here|waiting|came|got|walking|following|standing|parked|sent|texted|taken|sitting|let|looking|trying|knows|ran|times|hes|someone's)\b"
_PLANNED = r"約束|楽しみ|遊び|迎えに来てもら|一緒に(?:行|住)|助け|相談|付き添|\b(?:help|visiting|visit|dinner|with flowers|date|study|party|pick (?:me|up)|report)\b|insta|tiktok|twitter|account|discord|online|feed"
_STRIKES = r"ひねら|折られ|踏まれ|蹴飛|\btwisted\b|\bsnapped my\b|突き落と|落とされ|熱湯|火(?:を)?つけ|燃や|ガソリン|引きずら|\b(?:gasoline|burns? (?:tonight|me|down)|set (?:\w+ ){0,2}(?:on )?fire|(?:hot|boiling) water on|threw (?:me|her|him)|pushed (?:me|her|him) (?:down|off|into)|dragged)\b|殴|なぐ(?!さ)|蹴|ぶた|ビンタ|首(?:を|に)?[^。\n]{0,3}(?:つか|掴|絞|しめ|締|押)|髪(?:を)?(?:つか|掴|引)|突き飛ば|押し倒|押さえ(?:つけ|込)|刺され|暴れて|暴力|皿(?:が)?割|物(?:を|が)(?:投げ|飛んで)|壁(?:を)?(?:殴|蹴)|(?:スマホ|携帯)(?:を)?割られ|怒鳴(?:り|っ|ら)|naguru|nagur\w+|\b(?:punch\w*|hit(?:s|ting)? (?:me|us|her|him|my)|beat(?:s|ing|en)? (?:me|us|her|him|up|my)|slap\w*|kick(?:s|ed|ing)? (?:me|us|her|him|my|the door)|chok\w+|strangl\w+|pinned (?:me|her|him)|shov(?:ed|es|ing)|dragged|smash(?:ed|ing|es)? (?:me|her|him|my (?:face|head|phone)|the (?:door|window)|things|plates)|throwing (?:things|stuff)|grabbed|by (?:my|her|the) (?:neck|hair|throat)|held me down|forced (?:me|himself)|raped?|assault\w*|abus(?:es|ing|ive)|violent)\b"
_LONG_AGO = r"証拠|捨て(?:よう|たい)|\b(?:police|jail|prison|arrest\w*|could they|will they|would they)\b|昔|以前|子どもの(?:頃|ころ)|去年|ように見える|みたいに見える|ゲーム|\b(?:years ago|used to|last year|as a kid|boxing|game|over since|divorced|since \d{4}|ended in \d{4}|google maps|street view)\b"
_HELD = r"外出(?:も|は|が)?(?:許可|禁止|でき)|監視カメラ(?:を)?(?:つけ|付け)|(?:出|帰)(?:して|し)(?:くれ|もらえ)(?:ない|ません)|出られ(?:ない|ません)|帰れない|閉じ込|鍵(?:を)?(?:かけ|閉め|外から)|パスポート(?:を)?(?:取|隠)|\b(?:passport|lock(?:ed|s)?)\b(?! (?:me|us|her|him) out)[^.!?\n]{0,30}(?:can'?t|cannot|door|me|out)\b|\b(?:can'?t|cannot|won'?t let me|not allowed(?: to)?) (?:go out|outside|out|leave(?! (?:my|her|him|the (?:kids|baby)|them|it|this))|get out|go home)\b|\bheld (?:me )?(?:here|captive)\b"
_AUTHORITY = r"警察(?:に|から|が)|取調|逮捕|\b(?:police|custody|prison)\b"
_ORDERED = r"車に乗れ|\bget in (?:the|his|their) car\b|\bbe (?:there|here) (?:in|by|at)\b|(?:前|駅|公園|ホテル|ロッカー)[^。\n]{0,6}(?:に|へ)来い|\btold (?:me )?to (?:be|come|go|meet|show)\b|来(?:ないと|なかったら|なきゃ|いって|いと|ければ)|会(?:わない|わなかっ|えない)(?:と|なら|たら)|(?:ホテル|カラオケ|駅裏|公園|車|部屋(?!に(?:一人|ひとり|1人)))(?:に|へ|まで)[^。\n]{0,10}(?:来い|来て|1人|一人|ひとり)|呼び出|\b(?:if i don'?t (?:come|go|meet|show)|(?:don'?t|doesn'?t) (?:come|show up|meet)|come (?:to|alone|out|meet)|meet (?:him|them|her|me|up)|love hotel|hotel)\b"
_ELSE = r"言われ|って|\bor my\b|\bgets it\b|\btelling me\b|一人|ひとり|1人|までに|流す|流され|ばらま|晒|さらす|送る|全部|殺|行くしかない|妹|家族|終わり|\b(?:upload\w*|post(?:s|ed|ing)?|send(?:s|ing)?|leak\w*|share\w*|or else|tonight|at \d+|by \d+|alone|now|or he|or they|everyone|hurt|kill)\b"
_DELETES_THEN = r"(?:来|き|会(?:った|え|い|って|う)|あ(?:った|えば|って|う))(?:たら|ば|なら|てくれたら|てくれれば|に行けば|に(?:来|き)たら|うなら|えたら|ら)?[^。\n]{0,12}(?:消(?:す|し|える)|けす|けし(?:て|たげ)|やめ(?:る|て)|許(?:す|し)|ゆるす|返(?:す|して)くれ|ばらさない)|\b(?:if|when|once) (?:i|we) (?:just |only )?(?:come|go|meet|show up|visit|see (?:him|her|them))\b[^.!?\n]{0,40}\b(?:delet\w*|stop\w*|leav\w* me|take (?:it|them) down|give (?:it|them) back|forget|won'?t (?:post|send))\b|\b(?:will|he'?ll|they'?ll|would) delete\b[^.!?\n]{0,30}\b(?:if|when|once) (?:i|we) (?:come|go|meet)\b"
_GOES_THERE = r"(?:ひとり|一人|1人|１人)で|内緒|ないしょ|(?:ママ|親|母|お母さん|パパ|父|先生)に(?:は|も)?[^。\n]{0,12}(?:言わ|いわ|っていって|って言って|嘘|うそ|黙って|だまって)|(?:行|い)(?:く|き|こう|って(?:く|き|みる))|会って(?:く|き|みる|こよう)|会う(?:こと|約束)|\b(?:alone|by myself|secret\w*|going|i'?ll go|i go|gonna go|gonna meet|i'?ll meet|meeting (?:him|them|her))\b|\b(?:tell|told) (?:my )?(?:mom|mum|mama|dad|parents)\b[^.!?\n]{0,20}\b(?:library|friend\w*|school|practice|study)"
_OFFICIAL = r"警察|交番|窓口|弁護士|先生に会|運営|カウンセラー|paps|ぱっぷす|\b(?:police|koban|lawyer|counsell?or|paps|office hours)\b"
_BLOOD = r"(?:手首|腕|傷)[^。\n]{0,6}(?:血|ぱっくり|開いて)|\bwrists?\b[^.!?\n]{0,14}(?:close|open|soak)|血(?:が|だらけ|まみれ|の海|を吐)|出血|ふらふら|意識(?:が|を|も)?(?:ない|なく|失|遠|もうろう|朦朧)|気を失|(?:呼んでも|揺すっても|全然|寝て(?:て|いて)|で寝てて)[^。\n]{0,6}起き(?:ない|ません)|息(?:を)?して(?:い)?ない|けいれん|泡|chi ga\b|\b(?:blood|bleed\w*|unconscious|passed out|faint\w*|not waking|won'?t wake|can'?t wake|can'?t feel my|seizure|convuls\w*|turning blue|barely breathing|throwing up pills)\b"
_MUCH = r"タオル|枚目|出て|でて|止ま|とま|すごい|いっぱい|ふらふら|吐|意識|起きな|起きま|だらけ|まみれ|けいれん|気を失|息|泡|tomara\w*|\b(?:lot|stop|everywhere|out|too much|heavy|badly|won'?t|wake|passed|unconscious|feel|blue|seizure|convuls\w*|soaked|towel|dizzy|faint\w*|breathing|empty)\b"
_KILLER = r"殺(?:す|され|しに|して|そうと)|\b(?:kill|murder|stab|shoot) (?:me|us|my (?:family|mom|mum|kids?|sister))\b"
_HOME = r"部屋(?:に|へ)[^。\n]{0,8}(?:入って|来て|くる|来る)|(?:触|さわ)(?:って(?:く|き)|られ|りに)|(?:風呂|着替え)[^。\n]{0,4}のぞ|(?:夜|寝てる(?:とき|間))に?[^。\n]{0,10}(?:来|触|入)|\b(?:comes? (?:in|into|to) my (?:room|bed)|touch(?:es|ed|ing)? me|in my bed|at night|watches me)\b"
_FAMILY = r"父|お父さん|義父|継父|兄|叔父|おじ|親戚|先生|コーチ|\b(?:stepfather|stepdad|step-?dad|dad|father|uncle|brother|stepbrother|coach|teacher|mom'?s boyfriend|mum'?s boyfriend)\b"
_BACK = r"帰って(?:く|き)|もうすぐ帰|戻って(?:く|き)|\b(?:back (?:from|home|in|soon)|home (?:in|soon|any)|gets? (?:back|home)|comes? (?:back|home)|coming (?:back|home))\b"
_FEAR = r"怖|こわ|殺|殴|怒|やばい|どうしよう|震え|\b(?:scared|afraid|terrified|saw|found|knows|everything|angry|furious|drunk|kill|hurt|help|shaking|hide)\b"


_CAR = r"車に(?:乗|のっ|のせ)|\b(?:in|into|got in) (?:his|their|the|a) (?:\w+ )?car\b"
_LOST = r"知らない(?:道|所|ところ|場所|山)|山道|降り(?:られ|さ)|降ろして|どこ(?:か|に)|\b(?:mountain|won'?t (?:stop|let)|don'?t know where|somewhere|scared|woods|locked)\b"
_NEIGHBOUR = r"隣(?:の部屋|の家|人)?|となり|上の階|下の階|\b(?:next door|upstairs|downstairs|neighbou?rs?)\b"
_SCREAMS = r"叫|悲鳴|怒鳴|泣き声|泣き叫|助けて|\b(?:scream\w*|yell\w*|shout\w*|crying|begging)\b"


_MOVES = r"\b(?:mov(?:e|ing)|allerg\w*|upgrad\w*|bigger|new (?:one|phone|place)|passwords?|access|screenshots?|evidence)\b|引っ越|買い替え|新しい|卒業|アレルギー|サイズ|証拠|スクショ|写真|画像"
"""Why things are given away by somebody who goes on living."""
_TASK = r"\b(?:report\w*|form|homework|exam|delet\w*|block\w*|tell\w*|call\w*)\b|通報|送信|削除|宿題|勉強|試験|ブロック|話し|伝え"

IN_EXCHANGE = Together(
    NOW, CLEAR, (_DELETES_THEN, _GOES_THERE), unless=f"{_OFFICIAL}|行かない|会わない|いかない|あわない|\\b(?:not|won't|never|don't) (?:\\w+ )?(?:go|meet)", means="meeting"
)  # fmt: skip
"""Somebody will meet who threatens, because it is promised that everything is deleted then."""

TOGETHER = (
    Together(NOW, CLEAR, (_PILLS, _TAKEN, _AMOUNT), means="pills"),
    Together(NOW, CLEAR, (_BLOOD, _MUCH), unless=f"{_PICTURE}|{_DEAD}|鼻血|生理|nosebleed|period", means="blade"),
    Together(NOW, CLEAR, (_NEIGHBOUR, _SCREAMS), about="other"),
    Together(NOW, CLEAR, (_STRIKES, _ATTACKER), unless=f"{_PICTURE}|{_LONG_AGO}"),
    Together(NOW, CLEAR, (_ATTACKER, _NEAR, _NEARS), unless=f"{_PLANNED}|{_LONG_AGO}|画像|動画|撮られ|追い返|単身赴任|夜勤|留守番|work|physics|class like"),
    Together(NOW, CLEAR, (_ORDERED, _ELSE, r"一人|ひとり|1人|今夜|今日|今すぐ|\d時|[一二三四五六七八九十]時|\d+分|今、?(?:校門|駅|家|外)|明日|行くしか|\b\d+ ?min\w*|\bi'?m at\b|\b(?:alone|tonight|today|now|at \d|by \d|in \d|tomorrow|hour)\b"), unless=f"{_PLANNED}|{_AUTHORITY}", means="meeting"),
    IN_EXCHANGE,
    Together(NOW, DOUBT, (r"待って(?:る|ます|い(?:る|ます))(?:ね|よ|から|わ)?[」』]|会いに(?:行|い)く|見て(?:る|い)る?(?:よ|ね|から)[」』]|\b(?:waiting for (?:you|u)|see you (?:at|on|there)|watching (?:you|u)|coming to see (?:you|me))\b", r"最寄り駅?|カーテン|部屋|(?<!実)家の|住所|帰り道|マンション|通学路|\b(?:curtains?|my station|window|my street|my address|my building|my house|my route)\b"), unless=_PLANNED),
    Together(NOW, CLEAR, (r"\b(?:they|he|she|it)(?:'ll|ll| will|'s going to| is going to) be (?:there|waiting|at the|on the|the one)\b|(?:駅|ホーム|校門|改札|バス停|家の前)[^。\n]{0,10}(?:で|に)(?:待って|いる(?:から|って|よ))", r"\b(?:knows?|knew) (?:that )?(?:i|where|my|which|when)\b|知って(?:る|い)|わかって", r"\b(?:today|now|tonight|after school|this (?:morning|afternoon|evening))\b|今日|きょう|今から|いまから|これから|帰り"), unless=_PLANNED),
    Together(NOW, CLEAR, (r"(?:アパート|家|住所|部屋|マンション|帰り道|(?:勤め|職場|店)の?場所)[^。\n]{0,8}(?:知っ(?:て|と)|わかっ(?:て|と))|\bknow where (?:she|he|i|they|you) (?:lives?|works?|stays?)\b", r"今夜|今晩|今から|これから|\b(?:tonight|right now|in an hour)\b", r"行く|来る|話(?:を)?(?:つけ|し(?:に|合))|待っ|\b(?:come|coming|going|wait\w*|pay (?:her|him|you|me) a visit)\b"), unless=_PLANNED),
    Together(NOW, CLEAR, (r"(?:うで|腕|手首|髪|かみ|服|むね|胸)(?:を)?(?:つかま|掴ま|引っぱら|引っ張ら|さわら|触ら)れ|抱きつかれ|だきつかれ|キスされ|\bgrabbed (?:me|my \w+)\b|\btried to (?:kiss|touch|undress) me\b", r"逃げ(?:て|込)|にげ(?:て|こ)|(?:トイレ|部屋|車)に(?:こも|入|隠|いる|います)|鍵(?:を)?かけ|かぎ(?:を)?かけ|\b(?:ran|locked (?:myself|the door)|hid|hiding|in the (?:toilet|bathroom|car))\b"), unless=_LONG_AGO),
    Together(NOW, DOUBT, (r"いま|今", r"トイレ|風呂|押入れ|物置|部屋", r"(?:鍵|かぎ|カギ|ロック)(?:を)?(?:かけ|し)て(?:い)?(?:る|ます)"), unless=f"{_LONG_AGO}|金庫|自転車|スマホ|アカウント|垢"),
    Together(NOW, CLEAR, (r"首に手|(?<!の)首(?:を|が)?(?:絞|締|しめ|押さえ)(?:め|ら|て|つけ)|\bhands? (?:on|around) my (?:neck|throat)\b|\bchok\w+ me\b|\bstrangl\w+ me\b", r"苦し|息(?:が|でき)|ゆうべ|昨夜|昨日|今日|今夜|また|目(?:が)?(?:さめ|覚め|あけ|開け)|\b(?:last night|breathe|again|tonight|today|woke)\b"), unless=f"{_LONG_AGO}|自分の首|会社|笑|比喩", means="partner"),
    Together(NOW, CLEAR, (_ATTACKER, _HELD), unless=f"{_PICTURE}|{_LONG_AGO}|{_AUTHORITY}|\\b(?:in|into|to) (?:his|her|their) (?:own )?(?:bed)?room\\b"),
    Together(NOW, CLEAR, (_CAR, _LOST)),
    Together(NOW, DOUBT, (r"燃や|ガソリン|火(?:を)?つけ|\b(?:gasoline|burns?|fire)\b", r"家|うち|\b(?:house|home|me|my)\b", r"今|すぐ|って|言|写真|送|\b(?:now|tonight|says?|said|photo|sent)\b"), unless=r"炎上"),
    Together(NOW, DOUBT, (_HELD,), unless=f"{_PICTURE}|{_AUTHORITY}|思い込|垢|\\b(?:in|into|to) (?:his|her|their) (?:own )?(?:bed)?room\\b"),
    Together(NOW, CLEAR, (_ATTACKER, _BACK, _FEAR), unless=f"{_PICTURE}|たらどう|what if", means="partner"),
    Together(NOW, DOUBT, (_ORDERED, _ELSE), unless=_PLANNED, means="meeting"),
    Together(NOW, DOUBT, (_STRIKES,), unless=f"{_PICTURE}|{_LONG_AGO}"),
    Together(NOW, DOUBT, (_KILLER,), unless=_DEAD),
    Together(NOW, DOUBT, (_FAMILY, _HOME)),
    Together(NOW, DOUBT, (r"小声|ささや|\bwhisper\w*\b(?! about)", r"助け|たすけ|\bhelp\b")),
    Together(NOW, DOUBT, (r"家|学校|玄関|\b(?:house|gate|door|home|school|building|street)\b", r"今撮|さっき撮|\b(?:taken|pic|picture|photo)\b", r"今|さっき|\b(?:now|today|just|outside)\b"), unless=r"偽|合成|加工|裸|fake|deepfake|\b(?:ai|naked|nudes?|undress\w*|classmates?|yearbook)\b"),
    Together(WISH, CLEAR, (_HEIGHT, _THERE, f"{_LIFE}|{_LOSS}|{_ENDS}|飛|落ち|1人|一人|ひとり|下(?:を)?(?:み|見)|窓(?:を)?あけた|okujou|jump|drop|climb|fall|over the|ledge|rail|cliff")),
    Together(WISH, CLEAR, (_NECK,)),
    Together(WISH, CLEAR, (_TRAFFIC,)),
    Together(WISH, CLEAR, (_ENGINE,), unless=r"男|\b(?:he|she|they) (?:has|have|got)\b|search engine|\bgame|photo of|持った"),
    Together(WISH, DOUBT, (_PILLS, r"並べ|いっぱい|目の前|手元|\blined\b|\b(?:in front of|next to) me\b"), unless=_DEAD),
    Together(WISH, DOUBT, (r"(?:親|家族|母|父|お母さん|ママ|みんな|友達|友だち)(?:へ|あて|宛て?)の?(?:お)?手紙", r"(?:入れ|置い|置き|残し|書い)(?:て|た|と|ま)")),
    Together(WISH, CLEAR, (_PILLS, f"{_LIFE}|{_LOSS}|{_ENDS}|致死量")),
    Together(WISH, CLEAR, (_LIFE, f"{_LOSS}|{_ENDS}|{_SOON}"), unless=f"{_HARMLESS}|news|ニュース"),
    Together(WISH, CLEAR, (_ENDS, _SOON), unless=f"{_HARMLESS}|期限|締切|連絡|テスト|試験|仕事|授業|deadline|career|job|relationship|with (?:him|her|them)"),
    Together(WISH, CLEAR, (_RAIL, f"{_LIFE}|{_LOSS}|{_ENDS}|端|柵|わき|止まっちゃ|stand there|stop at|吸い込|飛|落ち|edge|step|jump|lie|won't tell|at the tracks")),
    Together(HARM, CLEAR, (_BODY, _INJURES), unless=f"{_PICTURE}|{_NOT_MINE}|{_LONG_AGO}|手数料|手続"),
    Together(HARM, CLEAR, (_TOOL, f"{_BODY}|{_INJURES}"), unless=f"{_PICTURE}|{_NOT_MINE}|{_LONG_AGO}|男|持った人"),
    Together(HARM, CLEAR, (r"(?:また|今日も|さっき|三本|何本)[^。\n]{0,4}切(?:った|っちゃ|りま)",), unless=f"{_PICTURE}|電話|通話|髪|縁|連絡|回線"),
    Together(WISH, DOUBT, (r"(?:渡し|あげ|譲っ|ゆずっ|配っ|もらってもらっ)(?:て(?:き|しまっ))?(?:た|ました)", r"(?:もう|俺|私|僕|自分)[^。\n]{0,8}(?:必要|いら|要ら|使わ)(?:は)?な"), unless=_MOVES),
    Together(WISH, DOUBT, (r"\b(?:gave|given|giving|found (?:someone|somebody|a home))\b[^.!?\n]{0,30}\b(?:away|to (?:take|have)|my)\b", r"\b(?:won'?t|will not|don'?t) (?:be )?need(?:ing)?\b|\bno use (?:to|for) me\b"), unless=_MOVES),
    Together(WISH, DOUBT, (r"\bi'?m (?:gonna |going to )?do(?:ing)? it\b|決行", r"\b(?:asleep|tonight|once|when every\w+|by (?:the )?morning)\b|今夜|今日|寝(?:た|静)|決行", r"\b(?:won'?t matter|be over|no longer matter|not matter|be free|end)\b|終わり|楽に|関係な"), unless=_TASK),
    Together(WISH, DOUBT, (r"[「『](?:[^」』\n]{0,6})もう ?(?:いい|無理|むり|だめ|疲れた|つかれた|終わり)[^」』\n]{0,4}[」』]", r"食べ|たべ|(?:寝|ね)(?:てい|て)?な|暗い|くらい(?!い)|部屋|へや|泣い|ないて|笑わ|しゃべらな|話さな"), unless=_PICTURE, about="other"),
    Together(WISH, DOUBT, (r"\b(?:she|he|they|my \w+) (?:says?|said|keeps saying|told me)\b[^.!?\n]{0,12}\b(?:i'?m done|i don'?t care any ?more|it doesn'?t matter|i give up|no point)\b", r"\b(?:not eat\w*|doesn'?t eat|don'?t eat|dark|won'?t (?:eat|talk|sleep)|not sleep\w*|her room|his room)\b"), unless=_PICTURE, about="other"),
    Together(WISH, DOUBT, (_FETCHED, _THE_DEAD), unless=_PICTURE, about="self"),
    Together(WISH, DOUBT, (_TO_THE_DEAD, _THE_DEAD), unless=_PICTURE),
    Together(WISH, DOUBT, (r"\bnot alive\b|\bnever (?:go|come) home alive\b|生きて(?:は)?(?:帰|戻)(?:れ|ら)な",), unless=f"{_PICTURE.replace('videos?|', '')}|kidnap|soldier"),
    Together(WISH, DOUBT, (r"地獄(?:に|へ)[^。\n]{0,14}(?:行きたい|いきたい|行けばいい)|(?:早く|はやく)[^。\n]{0,4}(?:地獄|天国|あの世)(?:に|へ)",)),
    Together(WISH, DOUBT, (r"あげ(?:た|て|ちゃ|まし)|譲っ|引き取って|\bgave\b[^.!?\n]{0,24}\b(?:away|to)\b", r"(?:世話|せわ|飼|面倒)[^。\n]{0,6}(?:でき|られ|見られ|えな)(?:ない|ません)|(?:部屋|へや|机)[^。\n]{0,8}(?:きれいに|片付|かたづ)(?:し|け)|\bcan'?t look after\b|\bcleaned (?:out )?(?:her|his|my) (?:whole )?room\b"), unless=_MOVES),
    Together(WISH, DOUBT, (_PILLS, r"足りな|減って|なくなって|(?:無|な)い(?:の|ん)です|\b(?:missing|fewer|gone|short)\b", r"娘|息子|孫|妹|弟|妻|夫|あの子|この子|\b(?:she|he|daughter|son|grand\w+|sister|brother|wife|husband)\b"), unless=f"{_DEAD}|\\b(?:i took|my dose|refill|pharmacy)\\b|飲み忘れ", about="other"),
    Together(WISH, DOUBT, (_WATER,)),
    Together(WISH, DOUBT, (_PARTS,), unless=f"{_PICTURE}|{ASKS_AHEAD}"),
    Together(WISH, DOUBT, (_LOSS,)),
    Together(WISH, DOUBT, (_PILLS, f"{_AMOUNT}|場所|google|調べ|検索"), unless=f"{_ORDINARY}|{_DEAD}"),
    Together(WISH, DOUBT, (_HEIGHT, _THERE), unless=f"{_HARMLESS}|windows|chrome|live on|住んで|階の|from (?:discord|google|the)"),
    Together(WISH, DOUBT, (_LIFE,), unless=f"{_HARMLESS}|死んで(?:る|い)サイト|サーバー|living (?:room|with|in|saitama|tokyo|osaka|japan|kyoto|nagoya)|for a living|ended|hill|die hard|ニュース|news|生きている人|全滅"),
    Together(HARM, DOUBT, (_TOOL, r"持|手元|布団|ベッド|風呂|トイレ|\bin bed\b|bathroom|with me|出し(?:て|た)|hold\w*|in my|drawer|座"), unless=f"{_PICTURE}|{_NOT_MINE}"),
)  # fmt: skip
"""Looked at in this order, only where no plain sign was found: what is clear before what is asked about."""

PLACES = re.compile(f"{_HEIGHT}|{_RAIL}|{_NECK}|{_WATER}")
"""Named alone in the middle of a danger, each of them counts."""

ROWS = tuple(
    row if row.unless else row._replace(unless=_HARMLESS)
    for row in sorted(TOGETHER, key=lambda row: row.level != CLEAR)
)
