"""More of what sounds like danger and is none: exaggeration, rage at the one who did it, games, the words of those who extort.

Tables as in danger_harmless, one kind a line; `GRAVE` and `MIXED` say where nothing is to be taken as harmless.
"""

_ELSE_JA = r"(?:あいつ|こいつ|そいつ|やつ|奴|野郎|加害者|犯人|むこう|向こう|相手|あの(?:男|女|人|先生|先輩|ボット)|(?:作|流|広め|撒|ばらま)(?:った|した|いた|ら)(?:人|やつ|奴)|元(?:カレ|彼|カノ))(?:ら|ども|たち)?"
_PARENT_JA = r"(?:親|お母さん|母|母親|おかん|かあちゃん|お父さん|父|父親|おとん|ママ|パパ|先生|顧問|コーチ|ばあちゃん|じいちゃん)"
_PARENT_EN = r"(?:mom|mum|mam|mums?|dads?|mother|father|parents|folks|nan|gran|grandma|teacher|coach|boss)"

EXAGGERATED = (
    # wanting others gone, and rage
    r"(?:怒鳴り|どなり|殴り|乗り|のり)込(?:み(?:たい|に(?:行|い))|んで(?:や|い)|もう|む(?!ぞ|って|と))|(?:殴|なぐ|怒鳴|どな)(?:って|りつけて)(?:や|あげ)?りたい|(?:殴|怒鳴)りたい",
    rf"{_ELSE_JA}(?:が|は|も|なんか|なんて|こそ|の(?:ほう|方)(?:が|こそ))?[、 ]?(?:早く|さっさと|勝手に|まじで)?(?:野垂れ)?(?:死ね(?:ば)?|死んで(?:ほし|くれ|しまえ|しまえば|どうぞ)|消えろ|消えれば|いなくなれ)(?!(?:ばいい)?[」』]?(?:って|と)(?:言|書|来|送|いわ))[^。\n]{{0,5}}",
    r"野垂れ死|死ねと?(?:言|い)ってしま[^。\n]{0,5}|(?<![「『\"])(?<!もう)(?<!私)(?<!俺)(?<!自分)(?:死ね|くたばれ)(?:よ|や|ばーか|ボケ)?(?=[。!\n]|$)(?!.*(?:言われ|書かれ))|殺すぞ(?:この)?(?:ポンコツ|ボット|ロボ|クソ|機械|ai)|(?:お前|おまえ|このボット|ai|ロボット)(?:なんか)?(?:死ね|消えろ|くたばれ)",
    r"(?<!自分を)(?<!自分の首を)(?<!私を)(?:(?:殺|刺)し|(?:殴|蹴|ぶん殴|なぐ|ぶっ飛ば|ぶっとば|蹴飛ば)[っし]|つかん|掴ん|つかんで|火(?:を)?つけ|燃やし|潰し|つぶし|ボコっ)[てで](?:やり)?たい(?:わ|くらい|ぐらい|ほど|気持ち|って思)[^。\n]{0,8}|(?:殺し|殴っ|刺し)てやるって(?:思|考え)[^。\n]{0,10}(?:だけ|けど)",
    r"(?:頭の中|想像|心の中)(?:で|では)[^。\n]{0,10}(?:あいつ|相手|犯人|作ったやつ|加害者)[^。\n]{0,4}(?:殺|刺|殴)[^。\n]{0,12}|殺しても殺しても|心(?:が|を)殺され|怒鳴って(?:しま|ちゃ|まっ)[^。\n]{0,4}|怒鳴りつけたく|(?:ぬいぐるみ|枕|クッション|サンドバッグ|布団)(?:を|に)?[^。\n]{0,4}(?:殴|なぐ|叩|たた|蹴)[^。\n]{0,4}|犯人[^。\n]{0,8}(?:刺す|殺す)って言って(?:る|い)[^。\n]{0,8}(?:口だけ|冗談)?",
    r"(?:あの|あん|その|当時の|昔の|過去の)(?:時|とき|頃|ころ|日)?の自分を(?:殴|殺|ぶん|叱|ひっぱた)[^。\n]{0,8}",
    r"\b(?:i'?d|id|i would|would) kill for\b|\b(?:keeps?|kept|keep) dying (?:on|at|in)\b|\bonly one alive\b|(?<!if )(?<!when )(?<!once )(?<!until )(?<!after )(?<!wish )(?<!till )\bi(?:\'?m| am) (?:so )?dead(?= *(?:$|[.,!]))|\b(?:part of me |i |just )?(?:wants?|would like|could|like) to (?:strangle|throttle|kill|smash|stab|punch|beat|murder) (?:him|them|his (?:teeth|face|head|phone)|that|the (?:bloke|guy|boy|lad|creep|one)|whoever|those)\b[^.!?\n]{0,12}",
    r"\b(?:i'?ll|i will|i'?m (?:gonna|going to)|gonna) (?:actually |literally |fucking )?(?:kill|murder|strangle|smash|batter|deck|bash) (?:this|that|the|those|these|whoever) (?:\w+ ){0,2}?(?:bloke|guy|boy|lad|creep|kid|man|person|idiot|prick|dude|did|made|who)\b|\b(?:want|wish|hope) (?:him|them|that (?:guy|creep|bloke)) (?:was |were )?dead\b|\bi(?:'ll| will)? (?:smash|choke|punch) (?:you|this phone|my phone)\b|\bchoke on (?:your|ur|it)\b|\b(?:go )?die in a fire\b|\b(?:robot|bot|ai|machine)[,.]? (?:go )?die\b|\bbetter not show up\b",
    r"[「『\"]?(?:殺すぞ?|死ね|ころすぞ?|しね|消えろ)[」』\"]?(?:って|と)?(?:いう|言う)?(?:の)?(?:が|は)[^。\n]{0,4}口(?:癖|ぐせ)|(?:殺すぞ?|死ね|消えろ)[」』]?[^。\n]{0,10}(?:誰にでも|みんなに|いつも)[^。\n]{0,4}(?:言|書)[^。\n]{0,5}",
    # what parents and bosses will do
    rf"(?:見られ|見つか|ばれ|バレ|知られ|帰りが遅|門限)[^。\n]{{0,8}}(?:たら|ると|れば|から)[^。\n]{{0,10}}{_PARENT_JA}に[^。\n]{{0,4}}殺され(?:る|ます|ちゃう)[^。\n]{{0,4}}|殺され(?:る|ちゃう|ます)[^。\n]{{0,10}}(?:冗談|的な意味|意味で|意味じゃ|比喩|大げさ|大袈裟|w+(?=$|[。、 \n])|笑)[^。\n]{{0,6}}|(?:死ぬ|死にたい|消えたい)[^。\n]{{0,6}}(?:って|は|とか)?(?:冗談|比喩|大げさ|言葉のあや)",
    rf"\b{_PARENT_EN}(?:'s| is| are| will| would|'ll|'d)? (?:going to|gonna|will|would)? ?(?:actually |literally |legit |so |fully )*(?:kill|murder|end|skin|slaughter) me\b(?=[^.!?\n]{{0,12}}\b(?:lol|lmao|haha|jk|if|when|once|for|over|cos|cuz|because|about)\b|,? ?(?:😂|💀|🤣))",
    r"\b(?:i'?m|im|we'?re|you'?re|ur) (?:so |literally |actually |totally )*(?:dead|toast|a dead man|done for) (?:if|when|once)\b[^.!?\n]{0,30}\b(?:find|finds|found|see|sees|know|knows|hear|hears|tell|tells|fail|late)\b|\bdead on my feet\b|\bdead (?:and buried|serious|man walking|body)\b|\bover my dead body\b|\bkill me now\b(?= ?(?:lol|lmao|haha|maths?|😂|💀))|\b(?:melting|freezing|broke|boring|sweating) to death\b|\bdying of (?:old age|heat|thirst)\b|\bslap (?:cuffs|a fine)\b|\bcross my heart\b[^.!?\n]{0,14}\bdie\b|\bswear to die\b|\bdo (?:bots|robots|you) die\b|\bwhatever (?:kills|floats)\b|\b(?:my )?(?:kanji|japanese|english|grammar|hair|plants?|skin|social life|career) is (?:dying|dead|over|finished)\b|\bline went dead\b",
    rf"{_PARENT_JA}(?:たち)?に(?:も|は)?[^。\n]{{0,6}}(?:殺|ころ)され(?:る|ます|ちゃう|そう)?[^。\n]{{0,5}}(?:笑|w+(?=$|[。、 \n])|草|😂|🤣|💀)",
    rf"(?:\bi (?:can'?t|cannot|could never|don'?t want to|dont want to|won'?t) (?:ever )?(?:tell|talk to|let|show)[^.!?\n]{{0,24}})?(?:\b{_PARENT_EN}|\bs?he|\bthey|\bshes|\bhes)(?:'s|'ll|'d|'re| is| are| will| would| might)?(?: so| actually| literally| just| totally| gonna| going to)* (?:lose (?:it|her mind|his mind|her shit|his shit|their minds?)|freak(?: out)?|flip(?: out)?|go (?:mental|nuts|crazy|ballistic|mad|off)|have a fit)\b",
    rf"(?:{_PARENT_JA}(?:に|が|は)?[^。\n]{{0,8}})?(?:キレられ|ブチギレられ|ぶちぎれられ|怒鳴られ|ブチギレ|ガチギレ|発狂し?)(?:る|そう|ます)(?:かも)?",
    r"\b(?:i'?m|im|i am|he'?s) (?:so |such )?(?:a )?dead (?:man|woman|boy|girl|meat|guy)\b(?! walking home)|^(?:omg |oh no )?(?:i'?m|im) (?:so )+dead\b(?= ?(?:$|[.,!😂💀😭]| my (?:dad|mom|mum|parents?)))|\bbrain(?:'s| is)? (?:dead|fried)\b|\bmy (?:head|brain|legs|feet|back|eyes) (?:is|are|was|'s) dead\b",
    r"\b(?:my )?head(?:'s| is)? (?:gonna|going to|about to|will|might) explode\b|\bblood(?:'s| is) boiling\b|\bdead (?:silent|quiet|serious|tired|wrong|right|sure|slow|easy|embarrass\w+)\b|\bdying (?:of|from) (?:guilt|shame|embarrassment|boredom|laughter|curiosity|cringe)\b(?! (?:and i|i want))",
    r"(?:大学|高校|推薦|面接|受験|入試|試験|選考|会社|就活|オーディション|審査)[^。\n]{0,16}(?:に|で)?落とされ(?:る|ます|た|ん|へん|そう|と)?",
    # exaggeration in Japanese
    r"(?:腹減|お腹すい|おなかすい|腹へ|喉(?:が)?(?:渇|かわ)|のど(?:が)?かわ|だるすぎ|ねむすぎ|眠すぎ|暑すぎ|寒すぎ|忙しすぎ|うるさすぎ|笑いすぎ|電話代|ガチャ|課金)[^。\n]{0,10}(?:死|し)(?:に(?:そう|ます)?|ぬ|ん(?:だ|だわ)?)[^。\n]{0,4}",
    r"(?:警察|おまわり|児相|施設)[^\n]{0,40}連れて(?:行|い)かれ(?:る|ます|ない|て)(?:の)?[^。\n]{0,8}",
    r"亡くなった(?:主人|夫|旦那|妻|家内|父|母|彼)(?:が|は|も)?[^。、\n]{0,6}(?:たら|れば)[^。\n]{0,30}|[「『](?:俺|わし|私)が死んだら[^」』\n]{0,30}[」』]と?(?:よく|いつも|生前)?[^。\n]{0,6}(?:申|言|いっ)[^。\n]{0,8}|\bif my late (?:husband|wife|father|mother)\b[^.!?\n]{0,60}",
    r"腹(?:を|も)?(?:切っ|きっ)て[^。\n]{0,6}(?:詫び|わび|謝|責任)[^。、\n]{0,14}|(?:知れ|ばれ|バレ|見つか)(?:た|っ)?ら[^。\n]{0,8}首(?:を|ば)?(?:絞|締|し)め[^。、\n]{0,8}",
    r"(?:胃|腸|肌|メンタル|精神|財布|体力|HP|hp)(?:が|は|も)?(?:もう|まじ|マジ)?(?:死(?!に)|しぬ|しん)(?:ぬ|んだ|んでる|ぬわ|にそう)?",
    r"\b(?:kids|they|students|pupils|boys|girls|people|everyone|everybody) (?:here |all )?(?:say|says|write|throw|use|call out)\b[^.!?\n]{0,40}\b(?:to each other|all the time|(?:\w+ )?times (?:a|every) day|constantly|every day)\b",
    r"死にそうな(?:顔|声|目|表情)[^。、\n]{0,8}|\b(?:look|looking|looked) like (?:death|i'?m dying|a corpse)\b",
    r"自分(?:で)?(?:自分)?の首を(?:絞|締|しめ)[^。、\n]{0,6}(?:こと|結果|だけ|よう|みたい)[^。、\n]{0,8}",
    r"清水の舞台から飛び降り[^。、\n]{0,8}|(?:頭|脳(?:みそ|ミソ)?|目|思考|語彙力?|表情筋?|足|腰|肌|喉|声|お財布|財布)(?:が|は|も)(?:もう|完全に|ほぼ)?(?:死|し)ん(?:で(?:い)?(?:る|ます|て)|だ)(?:ので|から|けど|わ|よ)?",
    r"(?:テスト|試験|期末|中間|成績|単位|数学|英語|部活|体力|目|足|腰|喉|声|前髪|顔|化粧|企画|仕事|就活|面接|バイト)(?:が|は|も|で|は?もう)?[^。\n]{0,6}(?:死んだ|しんだ|終わった|オワタ|おわた)(?![^。\n]{0,8}(?:人|友|母|父|祖))|^(?:あー|うわ|やば|やばい|え|まじ)?[、 ]?死んだ(?=[、。〜ー笑w]|$)|オワタ|おわた|終わった[〜ー]",
    r"(?:見た瞬間|聞いた瞬間|びっくりして|心臓(?:が)?)[^。\n]{0,8}(?:心臓(?:が)?)?(?:止まる|とまる|止まり)(?:かと|そう)|見た瞬間[^。\n]{0,8}死にそうにな|生きた心地|死人(?:あつかい|扱い)|死刑台|死にたいレベル|ショックで[^。\n]{0,6}死(?:ぬ|んじゃう)(?:わ|よ|って)?|[「『]死[」』]",
    r"死んでも[^。\n]{0,12}(?:ない|頼らん|倒せん|言わん|渡さん|許さん|忘れん|ません|嫌だ|いやだ|やだ|ねえ|ぬ)(?!ん?(?:なら|かな))|(?:画像|写真|動画|投稿|サイト|アカウント|垢|フェイク|偽物)(?:の(?:ほう|方))?(?:に|が|は|も)(?:死|消え|しん)(?:んで|て|ねば|ろ)?(?:もらい|ほし|くれ|ばいい)",
    r"(?:ネット|検索|sns|インスタ|クラス|グーグル|google)(?:上|の中|結果)?の(?:私|自分|俺|僕|うち|あたし)(?:の名前)?(?:だけ|が|は|を|も)*(?:消|い(?:なくな))[^。\n]{0,5}|(?:検索(?:結果)?|ネット|グーグル|google|サイト|sns)から(?:は|も)?(?:私|自分|俺|僕|うちら|名前)?(?:が|を|は|も|だけ)*(?:消|いなくな|きえ)[^。\n]{0,5}",
    r"(?:電話|通話)[^。!?\n手腕足首体]{0,16}切(?:っ(?:た|て(?!から出)|ちゃ)|り|る|れ)",
    r"(?<!腕)(?<!手首)(?<!体)(?<!足)(?<!肌)(?<!顔)(?:が|も)(?:余計に|もっと|また|さらに|深く)?(?:傷|きず)つ(?:きそう|く(?:ん(?:じゃ|だ)|の(?:が|は)|と(?:思|いや|嫌)|から|だけ|こと)|いて(?:い)?(?:る|ます)|いた|きます)[^。\n]{0,4}",
    r"スクショ[^。\n]{0,12}切(?:っ|り|れ)|(?:ライン|line|会話|返信|連絡|動画|録画|録音|途中)[^。\n]{0,8}(?:切り(?:出|上げ|取)|ぶった切|打ち切)",
    # accidents, games and lessons
    r"\b(?:stapled?|stubbed|papercut|paper cut|nose ?bleed|shaving|cooking|period|cycling|football)\b[^.!?\n]{0,24}\b(?:blood\w*|bleed\w*|cut)\b[^.!?\n]{0,16}",
)
REFUSED = (
    r"(?:殴|叩|蹴|なぐ|たた)られ(?:たり|たこと|ること|てたり)?(?:とか)?(?:は|も)?(?:一度も|全然|まったく)?(?:し(?:て(?:い)?)?)?(?:な(?:い|く|かった)|ありません|ません)",
    r"(?:部長|上司|課長|店長|社長|先輩|先生|顧問|監督|コーチ|教頭|お客さん)(?:に|から)(?:は|も)?[^。\n]{0,16}怒鳴られ(?:た|ました|て)(?![^。\n]{0,10}(?:殴|蹴|叩|怖|こわ))",
    r"(?:お母さん|母|ママ|お姉ちゃん|姉|友達|親友|先生|警察|家族|叔母|おばさん?|祖母|ばあちゃん)(?:さん)?に[^。\n]{0,8}(?:line|ライン|連絡|電話|話|言|相談|メール)[^。\n]{0,10}(?:今から|いまから|すぐ|これから)[^。\n]{0,6}来(?:る|てくれ)",
    r"\b(?:never|didn'?t|doesn'?t|hasn'?t|not) (?:once |ever |really )?(?:hit|hits|hurt|hurts|touched|beat|beats|slapped)(?: me| her| him| us)\b",
    r"(?:電話|通話|相談|警察|顔出し|会うの|数学|それ|親)(?:だけ)?(?:は|が|も|とか|するの(?:は|が))[^。\n]{0,2}(?:ほんと(?:に)?|まじ(?:で)?|ちょっと|まだ|絶対)?(?:無理|むり)|(?:のは|なのは)(?:ほんと(?:に)?|まじ(?:で)?|絶対)?(?:やだ|いや|嫌だ?|無理)(?=です|[。\n]|$)|(?:無理|むり)(?:だよね|ですか|かな|なの|\?|そう)|^(?:いやだ?|やだ)[。!]?$",
    r"楽にな(?:った|りました)|存在(?:しません|しない|を知)|(?:私|自分|俺|僕)(?:が|で)消(?:し|さ)|(?:校長室|職員室|生徒指導室?|面談室?|保健室)(?:に|へ)(?:来い|来て|呼)",
    r"\blocked out\b|\bkick\w* (?:\w+ )?out\b|\bdrop(?:ped|ping)? (?:out|off)\b|\bway out\b(?= ?[,.]? (?:of|i'm sick))|\bpick(?:ed|s)? up\b|\bdead or alive\b|\bsaid sorry\b|\bsay sorry\b|\bsorry letter\b|\bbehind me in (?:class|\w+ics|maths?|english|\w+ology|\w+ory)\b|\b(?:erase|delete|remove) me\b(?=.{0,12}\b(?:chat|account|data|list|group)\b)|\bthe chat i mean\b",
)
"""What sounds like giving up or being held and is neither; it says nothing of danger either way."""

GAMES = (
    r"[曲歌](?:、|を|で|が)|歌って(?:る|い)|ボス(?:が|は|も|戦|、|死)|攻略|リスポーン|荒野で|フォトナ|(?<![a-z])apex|エペ|スプラ|モンハン|マイクラ|原神|(?:毎回|すぐ|また|敵に)[^。\n]{0,4}(?:殺され|キルされ)[^。\n]{0,4}w|国語で|現代文|感想文|読書感想|教科書|課題の本",
    r"\b(?:elden ring|dark souls|roblox|genshin|overwatch|league of legends|boss (?:fight|battle)|(?:on )?level \d+|only one alive|squad (?:wiped|wipe)|raid|speed ?run|respawn(?:ed|ing)?|my character|set ?text|book report)\b",
)
"""Games and set books: their deaths are nobody's."""

_PLACE_OR_FORCE = r"(?!\w*[^」』\"”\n]*(?:家|前|外|下にい|近く|今から|行く|来い|会[いえお]|殺|刺|マンション|outside|lobby|hotel|station|park|car|your (?:house|door|street)|here|come|meet|kill|hurt))"
EXTORTERS_WORDS = (
    r"[「『](?:[^」』\n]{0,14})(?:人生|将来|会社|店)(?:を|ごと)?(?:終わら|潰|めちゃ|壊)[^」』\n]{0,8}[」』]|[「『][^」』\n]{0,20}(?:飛べ|飛び降りろ|死んで詫びても)[^」』\n]{0,12}[」』]",
    r"(?:死ね|\b(?:shine|kys|die|kill (?:you|u|yourself))\b)[^.!?\n]{0,10}\bbut (?:he|she|they) (?:says?|writes?|sends?) (?:that|it) to (?:every\w+|all\w*|anyone)\b",
    r"[\"“][^\"”\n]{0,40}\b(?:do (?:everyone|us|the world) a favou?r|die alone|and jump|go jump)\b[^\"”\n]{0,30}[\"”]",
    r"[「『](?:お前|おまえ|てめえ|あんた)[^」』\n殺刺]{0,16}(?:終わり|おわり|死んだな|オワ)[^」』\n]{0,6}[」』]|[「『][^」』\n]{0,12}死んだな[」』]|[「『](?:遺影|葬式)[^」』\n]{0,6}[」』]|[「『](?:自殺|死んで)し?ても[^」』\n]{0,20}[」』]",
    rf"[「『]{_PLACE_OR_FORCE}[^」』\n]{{0,30}}(?:お前|おまえ|てめえ|あんた|払(?:え(?!ない|なく)|わ(?:ない|なきゃ|ん)|いなよ)|送り続|送るぞ|ばらま|晒|さらす|拡散|カウント|追いかける|後悔|逃げ)[^」』\n]{{0,30}}[」』][^。\n]{{0,12}}(?:って|と|来|き|送|言|書)?",
    rf"[\"“]{_PLACE_OR_FORCE}[^\"”\n]{{0,30}}\b(?:pay|tick tock|dead girl|(?:ur|you're) dead|die|last chance|countdown|too late|regret|dead slut)\b[^\"”\n]{{0,30}}[\"”]",
    r"\b(?:his|her|their|the) (?:texts?|messages?|dms?|last one)(?: says?| said| read|:)[^.!?\n]{0,10}\b(?:die|pay|dead)\b[^.!?\n]{0,14}",
)
"""What those who extort or mock write, put in quotation marks, with no place and no act in it."""

TASK = (
    r"(?:脅迫|犯罪|罪)(?:罪)?に(?:な|問)|無罪|無視|(?:何|なん)て?(?:て|か)?返|返せば|返事(?:して|する|すべ)|通報|証拠|スクショ|録音|録画|(?:払|はら)(?:う|った|え)(?:べき|\?|ば|の)|(?:学校|運営)に[^。\n]{0,8}(?:求め|言え|頼)|消(?:せ|し)(?:ます|る|て|たい|方)|ブロック|翻訳|どこに(?:相談|言)|死ぬ気(?:は)?ない",
    r"\b(?:crime|illegal|against the law|ignore|reply|answer (?:him|them|her|that|this)|comeback|do i pay|pay or|report(?:ed|ing)?|evidence|screenshots?|take (?:it )?down|owe us|get rid of|log off|corny|original|google translate|i'?m not going to|not going to)\b",
)
"""What is asked for beside a quotation: then the quotation is only told."""

GRAVE = (
    r"さよなら|さようなら|遺書|遺言|葬式|葬儀|自殺(?:の方法|未遂)|(?:自分|私|僕|俺|うち|あたし)(?:が|ごと|を)(?:消(?!し(?:て(?:くれ|もら|ほし)|たい))|死|持つ|終わ)|(?:持つ|もつ)かな|生きたい(?:わけ|とも|とは)|包帯|どうでもいい|[「『]ごめん(?:ね|なさい)?[」』]|(?:締|閉)め出|家に(?:い|入)れて|セリフ(?:を)?(?:くだ|教)|助けて|110番?の|119|僕が死ね|私が死ね|俺が死ね",
    r"\b(?:bye|goodbye|farewell|funeral|grave|coffin|corpse|hotlines?|not existing|wouldn'?t mind|bleed\w*|when (?:she|he|i|they)(?:'s|'m|'re| is| am| are) (?:dead|gone)|irl|im serious|i'?m serious|i mean it)\b",
)
"""Words beside which nothing is taken as harmless: a classifier is heard then."""

BURDENED = (
    r"死|しぬ|しに(?:た|ま)|消え|きえ|殺|もう(?:いい|いや|嫌|無理|むり|だめ|ダメ|やだ|帰れ|行け|会え|会わ)|最後|さいご|今夜|今日で|明日(?:は|から|には)|終わ(?:り|ら)|ごめん|ありがと|決めた|いなく|いない(?:ほう|方)|限界|疲れ|つかれ|泣い|怖(?:い|く)|こわ|眠れ|ひとり|一人|誰(?:も|にも)|生き|命|血|痛|薬|屋上|線路|川|海|包丁|外に|家に|ドア|玄関|足音|来てる|来た",
    r"\b(?:kill\w*|die|dies|dying|dead|death|suicid\w*|cut\w*|tonight|last|sorry|any ?more|done|over|alone|tired|can'?t|cannot|nobody|no one|nothing|everyone|without me|scared|afraid|cry\w*|blood|pain|pills?|roof|bridge|tracks|knife|outside|door|upstairs|downstairs|coming|here|hiding|stairs|letters?|decided|ready|gone|end)\b",
)
"""What may be left beside an idiom and weighs more than it: a classifier is heard then too."""

_BUT_JA = r"(?:けど|けれど|(?<!す)が、|だけど|でも|ただ|よりは)"
MIXED = (
    ("crisis_self_harm", r"痛くし(?:たい|て)|切(?:り|る|っ)(?:たい|た|て|ちゃ)(?!手)|傷つけ(?:たい|た)|血(?:が|は|を)|(?:ねれん|寝れない|眠れない)|\bjust (?:cutting|burning|hurting|scratching)\b|\b(?:cut|cutting|bleeding|burning|hurt(?:ing)? my ?self)\b"),
    ("crisis_suicide", rf"生きたい(?:わけ|とも|とは|って)|生きて(?:い)?たく|{_BUT_JA}[^。\n]{{0,14}}(?:消え(?!て?ほし)|いなくなり|起きたく|眠って(?:い)?たい|全部(?:やめ|終わ)|やめたい|終わ(?:り|ら)|楽になり)|(?:たぶん|多分)。|\b(?:not exist\w*|wouldn'?t mind|sleep forever|not wak\w+|disappear|not be here|stop existing|want(?:ing)? to live either|exist)\b|\b(?:probably|maybe|i guess)\b *(?:$|[.,])"),
)  # fmt: skip
"""What may stand beside a denial and takes it back, with the kind that is asked about."""

_ADULTS_JA = r"(?:両親|親|お母さん|母さん|母ちゃん|母親|母|おかん|お父さん|父さん|父ちゃん|父親|父|おとん|おやじ|オヤジ|おふくろ|ママ|パパ|家族|先生|顧問|コーチ|担任|ばあちゃん|じいちゃん|部活の先輩)"
_ADULTS_EN = r"(?:my |the |our )?(?:\w+ )?(?:parents?|folks|mum|mom|mam|mummy|mother|dad|daddy|father|family|nan|gran|grandma|grandpa|teacher|coach|principal|headteacher|they)"
ANGRY = (
    rf"{_ADULTS_JA}(?:たち)?(?:に(?:も)?|から)(?:まじで?|マジで?|絶対|ぜったい|ほんとに|本当に|確実に|たぶん|普通に)?[、 ]?(?:ぶっ)?(?:殺|ころ)され(?:る|ます|ちゃう|そう|る(?:わ|よ|って)|るかも)(?:かもしれない|かも|わ|よ|って|んだけど|んです|と思う)?",
    rf"\b{_ADULTS_EN}(?:'ll|'s|'re|'d| will| would| are| is|s)? (?:going to |gonna |gunna )?(?:actually |literally |legit |so |totally |fully |straight up )*(?:kill|murder|end|slaughter|skin) (?:me|us)\b",
    r"\b(?:oya|mama|papa|okaasan|otousan|sensei) ?ni (?:mo )?koros\w+",
)
"""What parents and teachers will do, in the words of the young: a scolding, or meant. It is asked about once."""

_STRUCK_JA = r"(?:殴ら|なぐら|叩か|たたか|ぶた|蹴ら|はたか|ひっぱたか)れ"
_STRIKES_EN = r"(?:beat|hit|slap|smack|belt|whack|thrash) (?:me|us)\b(?: up)?"
_FOUND_OUT_EN = (
    r"\b(?:if|when|once)\b[^.!?\n]{0,24}\b(?:find|finds|found|know|knows|see|sees|hear|hears|tell|told|learns?|saw)\b"
)
FEARED = (
    rf"(?:{_ADULTS_JA}[^。\n]{{0,12}})?(?:バレ|ばれ|知られ|知った|言った|言っ|話し|見られ|見つか|相談し|打ち明け|聞い)(?:っ?た?ら|ると|れば|たとき)[^。\n]{{0,16}}{_STRUCK_JA}(?:る|ます|ちゃう|そう|んじゃ)[^。\n]{{0,6}}",
    rf"(?:{_ADULTS_JA}[^。\n]{{0,12}})?{_STRUCK_JA}る?(?:かも(?:しれ(?:ない|ません))?|かな|んじゃない(?:か)?|と思(?:う|います)|気がする|のが(?:怖|こわ|嫌|いや)[^。\n]{{0,3}}|から(?:言え|言いたくな|話せ|話したくな)[^。\n]{{0,3}})",
    rf"\b{_ADULTS_EN}(?:'ll|'s|'d| will| would| might| could| is| are)?(?: going to| gonna| definitely| probably| prob| just)* {_STRIKES_EN}[^.!?\n]{{0,8}}{_FOUND_OUT_EN}[^.!?\n]{{0,8}}",
    rf"{_FOUND_OUT_EN}[^.!?\n]{{0,14}}\b(?:{_ADULTS_EN}|s?he)(?:'ll|'s|'d| will| would| might| could| is| are)?(?: going to| gonna| definitely| probably| prob| just)* {_STRIKES_EN}",
)
"""Being struck by an adult at home or at school if they hear of it: feared, not happening. It is asked about."""

OFTEN = r"いつも|毎日|毎回|また|昨日|さっき|前に(?:も)?|今から|今夜|これから|帰って(?:き|く)|助けて|たすけて|包丁|ナイフ|酔って|けが|ケガ|怪我|あざ|血|\b(?:always|again|every|last time|before|yesterday|tonight|right now|coming|knife|drunk|bruis\w*|help me)\b"
"""Beside these it happens, or has happened."""

SERIOUS = r"助けて|たすけて|今から|今夜|包丁|ナイフ|殴|なぐ|叩か|首を|血|刃|閉じ込め|追いかけ|逃げ|ドア|酔って|前に(?:も)?|\bhelp me\b|\bright now\b|\btonight\b|\bknife\b|\bgun\b|\bdrunk\b|\bbeat\w*|\bhits?\b|\bhitting\b|\bchok\w+|\bstrangl\w+|\boutside\b|\bdoor\b|\blocked\b|\btried to\b|\bcoming\b|\b(?:he|she) means it\b|\bnot joking\b|\breally will\b"
"""Beside these it is meant."""
