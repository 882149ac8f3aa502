"""What sounds like danger and is none, as tables to be read line by line: cut out before signs are looked for.

IDIOMS, pictures that should go away, what is denied, what is long over, and what others said to hurt. Texts are compared
as understanding.normalise leaves them.
"""

IDIOMS = (
    r"(?:親|父|母|お父さん|お母さん|ママ|パパ|先生|家族)(?:に|が|から)?[^。!?\n]{0,14}(?:言|ゆ|ばれ|バレ|知ら|話)(?:(?!本当|ほんと|マジ|まじ|いつか)[^。!?\n]){0,12}[?。!、 ]*(?<!本当に)(?:殺|ころ)される(?:よ|わ|かも|って)?(?![^。\n]{0,20}(?:殴|蹴|包丁|本当|マジ|まじ))",
    # titles, sports, and what parents are said to do with a laugh or over marks
    r"(?:新曲|曲|楽曲|歌|ソング|アルバム|映画|小説|漫画|マンガ|アニメ|ドラマ|番組|作品|タイトル|曲名|題名)(?:は|の|が|:)?[「『][^」』\n]{1,40}[」』]|[「『][^」』\n]{1,40}[」』](?:って|という|っていう)(?:曲|歌(?!いた)|映画|小説|漫画|アニメ|ドラマ)",
    r"自殺点|オウンゴール|\b(?:song|track|single|album|film|movie|novel|book|show|episode|play) (?:called|named|titled|is) [\"“'][^\"”'\n]{1,60}[\"”']|\bsuicide (?:squeeze|pass|mission)\b",
    r"\b(?:parents?|mom|mum|dad|mother|father|wife|husband|teacher|boss|coach)(?:(?!\b(?:tried|tries|trying|said|says|threat\w*|told|wants?|really)\b)[^.!?\n]){0,24}\bkill me\b(?=[^\n]{0,90}\b(?:lol|lmao|haha\w*|jk|(?:my |bad |the )?(?:grades?|marks?)|maths?|homework|exams?|phone for)\b)",
    r"\b(?:i |we )?(?:nearly|almost|practically|about) (?:died|fainted|had a (?:heart attack|stroke))\b(?=[^.!?\n]{0,30}\b(?:when|hearing|seeing|told|saw|found|laugh\w*|shock\w*)\b)|\b(?:my )?heart (?:would|could|was going to|nearly|almost) stop(?:ped)?\b|\b(?:the )?death of me\b",
    r"(?:尊|憤|悶|萌え|笑い|爆|社会)死|死んでる(?:暇|場合|ひま)|死んでられ(?:な|ん)",
    r"(?:社会的|精神的|経済的|人として)に(?:は)?(?:死|終わ)[^。、!?\n]{0,6}",
    r"\b(?:parents?|mom|mum|dad|mother|father|family|wife|husband|teacher|boss) (?:is |are |will |would |'?s )?(?:going to |gonna |'?ll |will |would )?(?:literally |actually )?murder me\b",
    r"(?:自殺|suicide )(?:サイト|掲示板|防止|予防|forum|site|prevention|squad)|命にかかわる(?:話|こと|ほど)?(?:じゃ|では|って)[^。\n]{0,4}な|\b(?:not|isn't|no) (?:a )?(?:matter of )?life (?:or|and) death\b|殴り書き|\blive (?:by|near|next to|close to|along) the (?:\w+ )?(?:tracks|bridge|river|station)\b|線路沿い|(?:もう)?疲れた(?=[^\n]{0,20}(?:フォーム|入力|手続|サイト|アプリ|書類))|\b(?:tired|sick) of (?:these|this|the|all these) (?:forms?|steps?|page|site|app|boxes|emails?)\b",
    r"殴られる(?:かも|くらい|ぐらい|んじゃ)[^。\n]{0,12}怒|\b(?:page|form|site|server|button|app|forum|group) (?:is|was|seems) dead\b",
    r"\b(?:stabbed|knife) in the back\b|\bout for blood\b|\b(?:monday|work|school|homework|exams?|this week|life) is (?:\w+ ){0,2}kill(?:ing)? me\b|\bdropped dead\b|\bdead in my tracks\b",
    r"(?:ばれ|バレ)(?:たら|ると)[^。!?\n]{0,8}ころされ|(?:納期|仕事|課題|宿題|テスト)に(?:殺|ころ)され",
    r"(?:'?s|'?re|\b(?:is|are|was|were)) (?:so |now |both )?dead to (?:me|him|her|us|them)\b|\b(?:slept|sleep|sleeping) on (?:it|this|that)\b",
    r"傷つけ(?:たく|る(?:つもり|気)(?:は|なんて)?)(?:は)?(?:な(?:い|く|かっ)|ありません)[^。\n]{0,4}|配信[^\n]{0,12}(?:切ろう|終わり?)[^。\n]{0,14}",
    r"(?:電話|通話)[^\n]{0,24}切(?:られ|れ)[^\n]{0,20}切り(?:たく|たい)[^。\n]{0,6}|(?:やばい|とんでもない|大変な|ひどい)こと(?:を)?(?:して|し)(?:まった|しまいました|た|ました|ちゃった)[^。\n]{0,4}",
    # a helper's own rage
    r"(?<!自分を)(?<!自分の顔を)(?<!私を)(?:ぶん)?(?:殴|なぐ|蹴|刺|怒鳴|(?<!自)殺)(?:り|し|っ|って)?(?:たい|に行|てやりたい|ってやりたい|してやりたい|てしまいそう|ってしまいそう|りそう)|\bnaguritai\b",
    r"\b(?:want|tempted|feel like|could|going|wanna|gonna|need|ready) (?:to )?(?:go |just )?(?:hit|hitting|punch|punching|beat|beating|kill|killing|strangle|hurt|murder)(?: up)? (?:him|them|that|the (?:boy|guy|man|one|kid|person|creep)|whoever|my (?:son|husband|kid)|this (?:guy|boy|kid))\b(?! ?sel)",
    r"死ぬまで(?:ネット|ずっと|残|消え|この)|殺害予告|手を切(?:る|り|っ|れ)(?![^。\n]{0,12}(?:血|痛|カッター|包丁))|縁(?:が|を)切",
    r"(?:リンク|url|ページ|垢|サイト)(?:が|は|で)?[^。\n]{0,16}(?:死んで|死んだ|生きて)(?:る|い)?(?:の)?|(?:死んで|生きて)(?:い)?る(?:リンク|url|ページ|サイト|垢)",
    r"\b(?:till|until) i die\b|\bdeath threats?\b|\bhit (?:me|her|him|them|us) up\b|\b(?:live|dead|alive) (?:links?|pages?|urls?)\b|\blinks?\b[^.!?\n]{0,16}\b(?:dead|alive)\b",
    # shame, fear, tiredness, laughter to death; a wish to die out of tiredness or fear is none of them
    r"(?:恥ず?か|はず?か|はじ)[^。、!?\n]{0,8}(?:死|し)(?:にそう|ぬ(?!しか)|んだ|ぬかと|んじゃう)(?:だ|かと|わ|って)?",
    r"(?:怖|こわ|眠|ねむ|暇|ひま|暑|寒|痛|忙し|疲れ|つかれ|緊張|笑い|腹筋|お腹|おなか|しんど|気まず|不安|心配|寂し|退屈)[^。、!?\n]{0,8}(?:死|し)(?:に(?!た|て|ま)|ぬ|ん)(?:そう|だ|かと|わ|って|じゃう)?",
    r"(?:死|し)ぬほど|死ぬかと",
    r"死に(?:物狂い|ものぐるい|きれん|きれない|損ない|かけ)",
    r"死ぬ?気で",
    r"(?:電話|通話|縁|連絡|髪|野菜|指|爪|画像|写真|カード|配信|ライブ|回線|通信|電源|wi-?fi|スイッチ|マイク|カメラ|ビデオ|ビザ|期限|期限が|容量)[^。、!?\n手腕足首]{0,14}(?:切っ(?!てから出)|切り|切る|切れ|切ら|カット)",
    r"(?:顔|首から上|頭)[^。、!?\n]{0,6}(?:切り抜|切り取|切り貼|カット)",
    r"(?:料理|包丁で|工作|ハサミで|はさみで|調理)[^。!?\n]{0,10}(?:指|手)[^。!?\n]{0,4}切",
    r"(?:自殺|飛び降り|心中)(?:した|する)?(?:人|子)?の?(?:ニュース|話|シーン|ドラマ|記事|映画|動画|漫画)",
    r"(?:親|お母さん|母|おかん|お父さん|父|おとん|ママ|パパ|先生|家族|嫁|妻|旦那|彼女|彼氏)[^。!?\n]{0,14}(?:バレ|ばれ|知られ|見つか|怒ら)[^。!?\n]{0,10}殺され(?:る|そう|ます)",
    r"(?:バレ|ばれ|知られ|見つか)(?:たら|ると)[^。!?\n]{0,10}殺され(?:る|そう|ます)|(?:親|母|父|お母さん|お父さん)に殺される、?(?:バレ|ばれ)",
    r"必死|死守|死角|死体|死んだ(?:ように|目|ふり)|死語|瀕死|死活|即死|死亡フラグ|死に(?:スキル|機能|ゲー)",
    r"笑い死|悶死|爆死|しぬ(?:w+|笑|草)|死ぬ(?:w+|笑|草)(?!て)|(?:死|し)んだ(?:w+|笑|草)",
    r"(?:充電|電池|スマホ|携帯|パソコン|pc|サイト|リンク|通信|サーバー|アカウント|データ|垢|バッテリー)[^。\n]{0,6}(?:死|しぬ|しん|逝)",
    r"(?:推し|尊|かわい|可愛|最高|おもしろ|面白|ウケ)[^。\n]{0,8}(?:死ぬ|しぬ|死んだ|しんだ|死にそう)",
    r"\bdying (?:of|from|with) (?:shame|embarrassment|laugh\w*|boredom|hunger|curiosity|stress|cringe|the heat)",
    r"\bdying (?:laughing|inside|over here|to (?:know|see|hear|find|get|ask))",
    r"\b(?:phones?|laptop|battery|tablet|ipad|charger|wifi|internet|computer|controller|mic)\b[^.!?\n]{0,14}(?:dying|dead|died|die|about to die)\b",
    r"\b(?:died|dead|dying) (?:of|from) (?:shame|embarrassment|laugh\w*|boredom|cringe)",
    r"\b(?:i'?m|im|i am|we'?re) (?:so |literally |actually )?(?:dead|dying|ded)(?: rn)? ?(?:lol|lmao|😂|💀|haha|omg|🤣)",
    r"\b(?:could|nearly|almost|literally|wanna|want to) (?:just )?(?:die|died) (?:of|from|laughing|inside|when|every time)",
    r"\b(?:so|too) embarrass\w+[^.!?\n]{0,12}\b(?:could|might|almost|nearly) (?:just )?die\b",
    r"\bkilling me\b(?! (?:now|tonight))",
    r"\b(?:cut|cutting|cropped|cuts) (?:out )?(?:my|her|his|our|their|the) (?:(?:head|face|body) (?:out|off|from|onto|and (?:put|stuck|pasted))|hair|nails?|finger|thumb)\b",
    r"\bcut(?:ting)? (?:me |us )?(?:off|out of|ties|contact|class|the call|the stream)\b",
    r"\bkilled (?:it|the vibe|me laughing)",
    r"\bto die for\b",
    r"\b(?:scared|bored|worried|sick|embarrassed|tired|bore|scare|love) (?:\w+ )?to death\b",
    r"\brather (?:die|be dead) than\b(?! (?:(?:have to )?(?:go(?:ing)?|walk\w*|step\w*|set foot) (?:back|there|in|into|to school)|(?:keep (?:on )?|go on )?(?:liv\w+|exist\w*)|(?:ever )?(?:see|face) (?:them|him|her|any|every|my class\w*|those|the)))",
    r"\bdrop dead\b",
    r"\bdeadline|dead (?:link|end|line|serious|tired|account|phone|battery|chat|silence)\b",
    r"\bkill(?:ing)? (?:the|this|that|my|his|her|their|those|these|every|time|it with)\b(?! ?(?:self|selves))",
    r"\b(?:mom|mum|dad|mother|father|parents|wife|husband|boss|teacher)(?:'s| is| are| will| would|'ll|'d)? ?(?:going to|gonna)? ?(?:literally )?(?:kill|murder) me (?:if|when|once)\b",
    r"\bkill(?:ed)? my (?:battery|phone|vibe|account|grades?|reputation|mood|streak)",
    r"\bhang (?:on|out|up|in there)\b|\bhung up\b|\bhanging (?:up|out)\b",
    r"\b(?:jump|skip) (?:to|on|in|into|ahead)\b(?! (?:front|the (?:tracks|river|road)))",
    r"\bend(?:ing|ed)? (?:the |my |this |our )?(?:stream|live|livestream|call|chat|session|broadcast|relationship|friendship)\b",
    r"\b(?:laugh|cringe|sweat|died)\w* (?:so hard|my ass off)\b",
)
ABOUT_THE_IMAGE = (
    r"(?:殴|刺|首|縛|殺|血|傷|死(?:体|人|んで(?:い)?る|んだ(?!ら))|飛び降|吊|ロープ|ナイフ|屋上|裸)[^。、!?\n]{0,14}(?:の|た|る|な|い|風|っぽい)(?:偽|にせ|フェイク)?(?:画像|写真|動画|合成|コラ|加工|イラスト|絵)",
    r"\b(?:photoshop\w*|edited|generated|deepfak\w*|pasted|(?:the|a|that|this) (?:video|picture|photo|image|clip|edit) (?:has|shows|of|with|where)|(?:pics?|videos?|photos?|images?) of (?:me|us|her|him|my (?:\w+ )?(?:daughter|son|friend|child|sister|face)))\b(?:(?!\b(?:i|and|but|so|now|because|funeral|coffin|grave|dead|die)\b)[^.!?\n]){0,50}",
    r"(?:画像|写真|動画|投稿|データ|検索|けんさく|ぐぐ|google|グーグル|ネット|サイト|履歴|アカウント|垢|ストーリー|会話|チャット|結果|サジェスト|ログ|アーカイブ|キャッシュ|インターネット|まとめ|掲示板|タイムライン|(?<![a-z])tl)[^。!?\n]{0,12}(?:から|も|が|は|を|、)[^。!?\n]{0,10}(?:消え|きえ|いなくな|無くな|なくな)(?!てしまいそうなくらい)[^。!?\n]{0,4}",
    r"(?:検索|けんさく)[^。\n]{0,8}(?:消え|きえ)(?:たい|ます|る|て)?",
    r"消えてほし[^。\n]*|きえてほし",
    r"消えて(?:くれ|もらい|欲し|なかった|ない|ます|ません)",
    r"消え(?:ない|ません|ました|た(?!い|く|か)|ますか|る(?:と思|って|の|けど|なら|かな)|なかった)",
    r"(?:いったん|そろそろ|一旦)消え|(?:垢|アカウント|sns|インスタ|ツイッター)[^。\n]{0,6}消え",
    r"消えたい(?:じゃ|では|の?は検索)",
    r"\b(?:disappear|vanish|gone|go away|erased?)\b from (?:google|the (?:internet|web|net|search)|search|results|bing|yahoo|online|tiktok|instagram|social media)",
    r"\b(?:image|photo|pic|picture|video|post|account|clip|it|them|this|that|those|these|everything|stuff|thing)s?(?: to| should| would| could|'d)?(?: just)? (?:be gone|disappear|vanish|go away|die)\b",
)
UNHURT = (
    r"(?:(?:殴|なぐ|蹴)られ|(?:叩|たた|ぶ|はた)かれ|ぶたれ|暴力(?:を|は)?(?:ふる|振る)われ|手(?:を|は)?(?:あげ|上げ|出さ)(?:られ|れ)?)(?:たり|た|る|て)?(?:まで|ほど|ところまで|とこまで|こと|とか|わけ)?(?:は|も|に|じゃ|では)?(?:いか|行か|なら|され|し)?(?:ない|なかった|ません|なさそう)(?!と|か(?!ら))|手(?:は|を|まで)(?:は)?(?:出|だ|あげ|上げ)(?:さ|し)?(?:て(?:は)?(?:こ|い)?)?(?:ない|ません)",
    r"\b(?:he|she|they|dad|mom|mum|my (?:dad|father|mom|mum|mother|parents|brother))(?:'s|'d|'ll| has| would| will)? ?(?:won'?t|wont|wouldn'?t|wouldnt|doesn'?t|doesnt|didn'?t|didnt|never|has never|hasn'?t|isn'?t going to|isnt going to) (?:ever |actually |really |even )?(?:hit|hits|hurt|hurts|touch|touched|beat|beats|lay a (?:hand|finger) on)(?: me| us| him| her)?\b",
)
"""That nobody is hit or hurt, in answer to that question or by itself."""
DENIED = (
    # that nobody did it, and that it was not said
    r"\b(?:nobody|no one|no-one|none of (?:us|them)|neither of (?:us|them)) (?:has |have |had |is |was |actually |really |even )*(?:took|taken|taking|take|takes|swallow\w*|overdos\w*|cut (?:her|him|them)\w*|dying|suicidal)\b(?: any)?(?: pills?| medicine| anything)?",
    r"(?:誰|だれ)も(?:薬|くすり|何も|なにも)?[^。、!?\n]{0,6}(?:飲|の)んで(?:は)?(?:い)?(?:ない|ません|ねえ|ねぇ)(?!か)",
    r"(?<!に)(?<!まだ)(?:(?:死|し)に(?:たい|てえ|てぇ|たか)|消え(?:たい|てえ|てぇ))(?:とか|って|なんて|どか|ど)?(?:、)?(?:そういうの|そんなこと|そういうこと)?(?:は|も|を)?(?:一言も|全然|ぜんぜん|別に)?(?:言って|言うて|言っと|ゆって|ゆうて|思って|思うて|考えて)(?:は|も)?(?:い|おり)?(?:ない|ねぇ|ねえ|へん|ひん|らん|ません)(?!か)(?!で)",
    r"(?:死|し)ぬの(?:は|が)(?:怖|こわ)い(?:から|し|ので)[^。\n]{0,12}(?:しない|しません|できない|ない)|\btoo scared of (?:death|dying)\b|\bscared to die\b(?!.*\bwant)|(?:大げさ|おおげさ)に(?:書|言)|\bbeing dramatic\b",
    r"(?:飛び降り|首吊り|自殺|自傷|消え(?:たい)?)(?:る)?(?:の)?(?:とか|なんて|なんか)?(?:そういうの)?(?:は|で)?(?:一言も|考えて(?:い)?(?:ない|ません)|ない(?:から|です|ので)|はなく|言ってな|言ってねえ)[^。\n]{0,6}",
    r"(?:死にたい|消えたい)(?:とか)?(?:の)?(?:では|じゃ|は)?(?:全く|まったく|全然)?(?:なく|ない)|傷つけたり(?:は|とか)?(?:し(?:ない|ません)|して(?:い)?(?:ない|ません))|(?:つけられて|追いかけられて|殴られて)(?:い)?る(?:わけ|ん)?(?:じゃ|では)(?:ない|なく|ありません)",
    r"\bshi?nitai (?:wake|n) ?(?:ja|de wa) ?nai\b|\b(?:no|not|never|isn'?t|without) self.?harm\w*",
    r"(?:死|し)なない(?:よ|です|から|し|って|ので)?(?![とでき])|(?:死|し)にません",
    r"\b(?:not|won'?t|ain'?t) (?:gonna|going to|about to)? ?(?:die|kill my ?self|do anything (?:stupid|bad))\b",
    r"そういう意味(?:で|じゃ|では)[^。\n]{0,8}(?:ない|なく|ありません)",
    r"(?:死|し)(?:ぬ|にたい|のう)(?:とか|なんて|こと|気持ち)?(?:は|も|なんて)?(?:一切|全く|まったく|全然|さすがに|もちろん|もう)(?:ない|無い|ありません|考えて(?:い)?(?:ない|ません)|思って(?:い)?(?:ない|ません))",
    r"(?:死|し)にたい(?:わけ|訳|とか|って(?:わけ|こと)?|の|気持ち)?(?:じゃ|では|とは|って|は|も|とかは)(?:ない|なく|なくて|ありません|思って(?:い)?(?:ない|ません)|思わない|思いません|思ったことない|言って(?:い)?(?:ない|ません)|いうわけ)",
    r"(?:死|し)にたい(?:とか|なんて)?(?:は|って|なんて|とまでは?)?(?:言って|思って|考えて)(?:は)?(?:い)?(?:ない|ません|なく)",
    r"(?:死|し)にたい(?:とか)?(?:は|とまで)?(?:思わない|思わなく|思いません)",
    r"(?:死|し)にたく(?:は|なんか)?(?:ない|ありません|なく)",
    r"(?:死|し)(?:ぬ|のう|ぬの)(?:つもり|気|と|とか|なんて|なんて気)?(?:は|も|とは|なんて|とか)?(?:全く|まったく|全然|ぜんぜん)?(?:ない|なく(?:て)?|ありません|なし|しない|しません|思って(?:い)?(?:ない|ません)|考えて(?:い)?(?:ない|ません))",
    r"(?:消え|いなくなり)たい(?:わけ|とか|って)?(?:じゃ|では|とは)(?:ない|なく|ありません)",
    r"(?:自殺|自傷|リスカ|od)(?:とか|など)?(?:は|なんて|しようとは|したいとは|しようなんて)?(?:しない(?!と|では)|しません|して(?:い)?(?:ない|ません)|しておらず|考えて(?:い)?(?:ない|ません)|したことない|する気は?(?:ない|ありません)|するつもりは?(?:ない|ありません)|思って(?:い)?(?:ない|ません))",
    r"(?:手首|腕|自分|体)(?:は|を|なんて|とか)?(?:切って|傷つけて)(?:は)?(?:い)?(?:ない|ません)",
    r"(?:殴|なぐ|叩|蹴)られて(?:は)?(?:い)?(?:ない|ません)|暴力(?:は|とか)?(?:ない|ありません|ふるわれて(?:い)?(?:ない|ません))|(?:家|前|外|玄関)に(?:は)?(?:誰も|だれも)(?:い)(?:ない|ません)",
    r"(?:薬|くすり)[^。\n]{0,6}(?:飲|の)んで(?:は)?(?:い)?(?:ない|ません)",
    r"\b(?:not|never|isn'?t|aren'?t|ain'?t|no longer|wasn'?t|without being) (?:\w+ ){0,3}(?:suicidal|suicide|going to (?:kill|hurt|harm) (?:my ?self|me)|gonna (?:kill|hurt|off) my ?self|(?:thinking|dreaming) (?:about|of) (?:suicide|dying|killing|death|ending|hurting)|in (?:any |immediate )?danger|being (?:hit|followed|abused))",
    r"\b(?:don'?t|do not|dont|didn'?t|did not|never|doesn'?t|does not) (?:\w+ ){0,2}(?:want|wanna|wanted|mean|plan|planning|going|intend) (?:to |on )?(?:actually |really )?(?:die|kill my ?self|hurt my ?self|be dead|disappear|dying|killing my ?self)",
    r"\bwould(?:n'?t| not| never) (?:ever |actually )?(?:kill|hurt|harm) my ?self",
    r"\b(?:no|not any|zero) (?:suicidal|thoughts of (?:suicide|dying|death|hurting))",
    r"\b(?:never|don'?t|dont|didn'?t|do not) self.?harm\w*",
    r"\b(?:haven'?t|have not|didn'?t|did not|never) (?:\w+ )?(?:taken|take|took|cut|swallowed|hurt) (?:any|my ?self|anything|pills)",
)
OVER = (
    r"(?:昔|以前|前に|去年|\d+年前)[^。!?\n]{0,30}と(?:思った|考えた)ことは?[^。!?\n]{0,8}(?:ある|あり|あっ)[^\n]{0,30}今は[^。\n]{0,10}(?:ない|ありません|違い|ちがい|大丈夫|平気)[^。\n]{0,6}",
    r"\bi had an? (?:ex[- ]?)?(?:husband|boyfriend|partner|wife|girlfriend)\b[^.!?\n]{0,30}\b(?:beat|hit|hurt|choked|kicked)\w* me\b[^.!?\n]{0,70}\b(?:finished|over|long ago|years ago|in the past)\b[^.!?\n]{0,40}",
    r"(?:リスカ|リストカット|自傷|自殺未遂|切って|死のうと)[^\n]{0,20}(?:あり|し)(?:ました|てました|ていました|た|てた)[^\n]{0,8}(?:もう|今は|いまは)[^。\n]{0,10}(?:して(?:は)?(?:い)?(?:ない|ません)|ありません|落ち着)[^。、\n]{0,4}",
    r"\b(?:self-?harm\w*|cut(?:ting)? (?:her|him|them|my) ?sel\w+|hurt(?:ing)? (?:her|him|them|my) ?sel\w+|attempt\w*)\b[^\n]{0,40}\b(?:nothing|not once|hasn'?t|haven'?t|clean|stopped)(?: \w+){0,4}? (?:for|since|in) (?:\w+ )?(?:\d+|two|three|four|five|several|a few|many|years?|then|age)\b[^.!?\n]{0,8}",
    r"\b(?:in|back in|since|around) (?:19|20)\d\d\b[^.!?\n]{0,60}\b(?:hurt|kill|cut|harm)(?:ing|ed)? my ?self\b[^.!?\n]{0,10}|\b(?:tried|attempt\w*|wanted) to (?:die|end it|kill my ?self|hurt my ?self)\b[^.!?\n]{0,20}\b(?:in|back in) (?:19|20)\d\d\b",
    r"(?:19|20)\d\d年(?:に|頃|ごろ|は)?[^。\n]{0,24}(?:死のうと|自殺|切って|飲んで)[^。\n]{0,14}",
    r"(?:踏切|線路|ホーム|橋|屋上|ベランダ|柵|端|崖|ビル)から(?:離れ|はなれ|降り|おり|下り|戻|もど|出)(?:て|た|ました|られ)",
    r"\bleft (?:the )?(?:crossing|tracks|platform|roof\w*|bridge|station)\b",
    r"\b(?:came|come|went|got|stepped|moved|climbed|backed) (?:back )?(?:in|down|inside|away|off|out)(?: of| from)? (?:the |that )?(?:roof\w*|balcony|ledge|bridge|edge|tracks|railing|platform|window)\b",
    r"(?:以前|昔|前に|去年|おととし|\d+年前|何年も前)[^。!?\n]{0,30}(?:ことがあ(?:り|る|っ)[^。!?\n]{0,12}|済んだ|解決済|回復|今は(?:もう)?(?:回復|元気|平気))",
    r"(?![^\n]*(?:\d+|全部|大量|たくさん|いっぱい)(?:錠|粒|個)?[^。\n]{0,6}(?:飲|の)ん)(?:昨日|先日|この前|前に|さっき)[^。!?\n]{0,12}(?:死にたい|消えたい)[^。!?\n]{0,6}(?:書いた|言った|送った)(?:者|人)?(?=.*(?:落ち着|平気|大丈夫|元気))|前は[^。!?\n]{0,10}(?:死|消え)[^。!?\n]{0,8}思ってた(?:けど|が)",
    r"(?:(?!\b(?:again|still|tonight|now i want|today)\b)[^.!?\n]){0,60}\b(?:years? ago|long ago|when i was (?:a kid|\d+|younger|little)|once in (?:college|school)|that was \d{4}|back in \d{4})\b(?:(?!\b(?:again|tonight|now i want)\b)[^.!?\n]){0,60}",
    r"(?:死|し)にたい[^。!?\n]{0,12}(?:前|昔|さっき|昨日)[^。!?\n]{0,14}今は(?:平気|大丈夫|落ち着)",
    r"(?:前|昔|むかし|以前|去年|おととし|一時期|[小中高](?:学校?|校)?(?:生|一|二|三|1|2|3)?の?(?:頃|ころ|とき|時)|当時|数年前|\d年前|かつて|あの頃)(?:は|、|に|から|も)?[^。!?\n]{0,24}(?:死にたかった|死にたい|しにたい|消えたい|消えたかった|切って|切った|リスカ|自傷|思って|死のうと|自殺未遂|殴られて)[^。!?\n]{0,30}(?:今は|いまは|もう(?:大丈夫|平気|して(?:い)?(?:ない|ません)|やめ|しない|思わ)|けど(?:もう)?今|(?:平気|大丈夫)にな(?:った|りました)|なくなった|やめた|やめて|治った|乗り越え|昔の話|過去)",
    r"(?:昔|むかし|以前|去年|おととし|一時期|当時|数年前|\d年前|かつて|あの頃|[小中高](?:学校?|校)?(?:生|一|二|三|1|2|3)?の?(?:頃|ころ|とき|時))[^。、!?\n]{0,14}(?:死にたかった|消えたかった|死にたいと思って(?:い)?た|切って(?:い)?た|リスカして(?:い)?た|自傷して(?:い)?た|自殺未遂(?:した|をした)|殴られて(?:い)?た|ストーカー(?:されて(?:い)?た|にあった))(?:こと|時期|ことが|んです|のを|けど|ことある|ことがあります)?",
    r"(?:死にたかった|消えたかった|死にたいと思って(?:い)?た|死にたいって思って(?:い)?た)[^。!?\n]{0,8}(?:けど|が|のが)[^。!?\n]{0,10}(?:今は|もう|だいぶ|少し)[^。!?\n]{0,8}(?:大丈夫|平気|落ち着|思わない|思ってない|ない|楽|元気)",
    r"\b(?:used to|years ago|last year|in the past|back then|when i was (?:younger|a kid|little|in \w+|\d+)|once)\b[^.!?\n]{0,50}(?:suicidal|die|kill my ?self|cut(?:ting)?|self.?harm\w*|hurt(?:ing)? my ?self|hit me|beat me)[^.!?\n]{0,60}(?:\bnow\b|stopped|anymore|fine|better|over it|recovered|not since|okay|no more|past)",
    r"\bi used to (?:\w+ ){0,3}(?:suicidal|die|kill my ?self|cut|self.?harm\w*|hurt my ?self)",
    r"\b(?:was|been) (?:suicidal|self.?harming|cutting)[^.!?\n]{0,16}(?:years? ago|last year|in the past|back then|as a (?:kid|teen)|in (?:high|middle) school)",
    r"\b(?:tried to (?:kill my ?self|die)|attempted(?: suicide)?|wanted to die|overdosed|hurt my ?self|cut my ?self)[^.!?\n]{0,12}(?:years? ago|last year|in the past|back then|as a (?:kid|teen)|in (?:high|middle) school|when i was)",
    r"\b(?:wanted|felt like wanting|was going) to (?:die|kill my ?self)[^.!?\n]{0,24}\b(?:but|and) (?:\w+ ){0,3}(?:now|fine|better|okay|ok|passed|over)\b",
    r"\b(?:stopped|quit|clean from|clean off) (?:cutting|self.?harm\w*|hurting my ?self)",
)
LYRICS = r"歌詞|の曲|って曲|歌で|ボカロ|セリフ|台詞|\b(?:lyrics?|song)\b"
FICTION = (
    r"(?:マイクラ|ゼルダ|アニメ|漫画|マンガ|ドラマ|映画|小説|ゲーム|アイドル|芸能人|有名人|ニュース(?!にな|に出)|記事|報道|テレビ|演劇|台本|授業で|夢で|夢を見|夢の中)",
    LYRICS,
    r"\b(?:zelda|minecraft|fortnite|valorant|(?:the|a|this) (?:movie|film|show|game|manga|anime|novel|book|drama|news|article)|on the news|celebrity|in my dream|i dreamt|essay|character)\b",
)
"""Where a sentence is about a story, a song, a dream or the news, its signs are nobody's here."""

TOLD_TO_DIE = (
    r"死んで(?:お|御)?(?:詫|わ)び(?:ろ|れ)|[「『\"][^」』\"\n]{0,60}死んで(?:お|御)?(?:詫び|わび|償|謝)[^」』\"\n]{0,8}[」』\"]",
    r"(?:お前|おまえ|あんた|てめえ)(?:の)?(?:人生|命)[^。\n]{0,10}(?:終わら|潰|つぶ|ない|めちゃ)[^。\n]{0,6}|人生(?:を)?終わらせてやる|死にたくな(?:けりゃ|ければ|いなら)",
    r"\b(?:he|she|they|someone)(?:'ll| will| would| says| said| wants to| is going to| threatened to)? (?:\w+ ){0,4}(?:end|ruin|destroy) my life\b",
    r"(?:死ね|しね|氏ね|タヒね|消えろ|きえろ|自殺しろ|飛び降りろ|死んで(?:くれ|ください|こい|しまえ)|死んだ(?:ほう|方)がいい|死ねば(?:いい|ぁ?)?|消えればいい)(?:のに|よ|や|ば)?[」』\"]?(?:って|と|とか|みたいな|などと|て)[^。!?\n]{0,14}(?:言|いわ|云|書|かか|来|き|送|コメ|dm|line|ライン|メッセ|リプ|返|打|連呼|笑|され|われ|毎日|みんな|クラス)",
    r"[「『\"](?:[^」』\"\n]{0,12})(?:死ね|しね|消えろ|自殺しろ|飛び降りろ)[^」』\"\n]{0,8}[」』\"]",
    r"\b(?:tell|tells|told|telling|texted|texting|dm'?d|messaged|messaging|ask|asked|wants?|begged|ordered|dared) (?:me|us) (?:that )?(?:to|i should|i need to|i have to|\"?you should) (?:just )?(?:go )?(?:and )?(?:die|kill (?:my|your) ?self|kms|kys|hang (?:my|your) ?self|jump|disappear|end (?:my|your) life|unalive)",
    r"\b(?:say|says|said|saying) (?:that )?(?:i|\"?(?:you|u)) should (?:just )?(?:go )?(?:and )?(?:die|kill (?:my|your) ?self|kms|kys|hang (?:my|your) ?self|jump|disappear|end (?:my|your) life|unalive)",
    r"\b(?:say|says|said|saying|wrote|write|writing|comment\w*|messag\w+|dm\w*|text\w*|sent|sending|post\w*|call\w*|repl\w+|yell\w*)\b[^.!?\n]{0,24}\b(?:kys|kill (?:ur|your) ?self|go die|(?:u|you) should (?:just )?(?:die|kill|be dead)|hope (?:u|you) die|hang (?:ur|your) ?self|neck (?:ur|your) ?self|(?:i'?d|i'?m|i am) better (?:off )?dead)",
    r"[\"“](?:[^\"”\n]{0,20})\b(?:kys|kill (?:ur|your) ?self|hang (?:ur|your) ?self|end (?:ur|your) life|go die|just die)\b[^\"”\n]{0,10}[\"”]",
    r"\b(?:people|they|he|she|everyone|everybody|others|classmates|trolls?)\b[^.!?\n]{0,14}\b(?:want|wants|wish|hope)\w* (?:me dead|i (?:was|were) dead|i'?d die|i die)",
)
"""What bullies and extorters say: it asks for a careful question, and is not the person's own wish."""

EXTORTERS_OWN = (
    r"(?:別れ|ブロック|返事|返信|送ら|無視|会わ|やめ|断)[^。!?\n]{0,8}(?:なかったら|ないなら|ないと|たら|るなら|れば)[^。!?\n]{0,8}(?:死ぬ|自殺する|死んでやる)(?:って|と|ぞ|から)",
    r"\b(?:he|she|they|my (?:ex|bf|boyfriend|gf|girlfriend|partner)|the (?:guy|man|scammer))\b[^.!?\n]{0,24}\b(?:kill (?:him|her|them)sel\w+|die|commit suicide|end (?:his|her|their) life) (?:if|unless) (?:i|we)\b",
)
"""Somebody who threatens with their own death."""

THREATENED = (
    r"(?:殺す|ころす|殺しに(?:行|い)く|ぶっ殺|刺す|家に(?:行|い)く|家まで(?:行|い)く|痛い目に)(?:ぞ|からな|よ|わ)?[」』\"]?(?:って|と|とか)[^。!?\n]{0,12}(?:言|いわ|書|来|き|送|脅|dm|line|ライン|メッセ|され|われ)",
    r"\b(?:threaten\w*|says?|said|saying|told me|wrote|texted|messaged|swears)\b[^.!?\n]{0,24}\b(?:(?:to|will|would|he'?ll|she'?ll|they'?ll|'d|gonna|going to) (?:kill|hurt|stab|shoot|rape|beat|find|come (?:for|to|after)) (?:me|us|my (?:house|home|family|place|school))|knows where i live)",
)
"""A threat of violence that is not here yet."""

SHAME = (
    r"(?:恥ず?かし|はず?かし|みじめ|惨め|情けな)[^。、!?\n]{0,8}(?:死|し)に(?:たい|たく)(?:です|な(?:る|った))?",
    r"\b(?:die|dead) (?:of|from) (?:the )?(?:shame|humiliation)\b",
)
"""A wish to die of shame: mostly an idiom, and asked about all the same."""
