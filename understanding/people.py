"""What people are called: one's child, pupil, partner, friend; the words are parts of patterns."""

SELF, PARENT, TEACHER, FRIEND, PARTNER = "self", "parent", "teacher", "friend", "partner"
MAKER, MAKER_PARENT = "maker", "maker_parent"
"""The roles: as whom somebody writes."""
HELPERS = (PARENT, TEACHER, FRIEND, PARTNER)
"""The roles of those who write for somebody who is harmed."""
WRITER_JA = r"(?:私|わたし|あたし|自分|俺|おれ|オレ|僕|ぼく|うち)"
"""How those who write call themselves."""

CHILD_JA = (
    r"(?:(?<![長人者師家主達司]の)(?:娘(?!さん|の(?:母|父|学校の))|むすめ|息子(?!さん|の(?:母|父|学校の))|むすこ)|うちの(?:上の|下の|中学生の|高校生の)?子(?:ども|供)?(?!に言え)|うちのこ(?!と)|我が子|わが子|"
    r"(?:私|自分|我々)の子(?:ども|供)?(?!の頃|のころ|の時)|長女|次女|三女|長男|次男|三男|末娘|末っ子|孫娘?|"
    r"(?<![のな中])(?:子ども|子供|こども)(?!の(?:頃|ころ|時|とき)|だから|扱い|じゃ|です|向け|ポルノ|でも|に関|への|を守|の性|の人権)|musume|musuko)"
)
PUPIL_JA = (
    r"(?:生徒(?!会|手帳|指導|さん(?:に|から)作)|教え子|受け持ち(?:の(?:子|クラス|学級)|)|担任し|本校の|児童(?!ポルノ|相談|養護|買春)|"
    r"(?:顧問|担任)(?:を|として)(?:し|い))"
)
PARTNER_JA = r"(?:(?<!元)彼女|(?<!元)かのじょ|(?<!元)彼氏|(?<!元)かれし|恋人|(?<!元)妻|(?<!元)嫁|(?<![大丈元])夫|旦那|婚約者|(?<!元)パートナー)"
FRIEND_JA = (
    r"(?:娘の友達|息子の友達|友達|友だち|ともだち|ともだち|友人|親友|ダチ|妹|いもうと|弟|(?<!お)姉(?!ちゃん)|お姉ちゃん|お兄ちゃん|(?<!お)兄(?!ちゃん)|"
    r"(?<!い)いとこ|従[姉妹兄弟]{1,2}|姪(?:っ子)?|甥(?:っ子)?|幼なじみ|幼馴染|ルームメイト|娘さん|息子さん|推し|知り合い|知人|tomodachi|ともだち)"
)
CLASSMATE_JA = (
    r"(?:同じクラスの[^\s、。がはにの]{1,6}|(?:同じ|うちの|同)?クラスの(?:みんな|やつ|奴|人|子|男子|女子|男の子|女の子|男|女|友達|誰か)|同クラ(?:の\w{1,3})?|同級生|クラスメイト|クラスメート|"
    r"(?:同じ|うちの)?(?:学校|高校|中学|部活|塾|学年|大学|サークル|(?:大学の)?(?:同じ)?(?:ゼミ|研究室|寮|学部|学科|授業|講義|チーム|クラブ))の(?:やつ|奴|人|子|男子|女子|男の子|女の子|男|女|友達|先輩|後輩|誰か|同級生)|(?:隣|となり)の席の(?:子|男子|女子)|男子(?:たち|ども|ら)?)"
)
COLLEAGUE_JA = r"(?:同僚|どうりょう|上司|じょうし|部下|(?<![活班部ル]の)(?<!クラスの)(?<![ァ-ヶ])リーダー|(?<![ァ-ヶ])ボス|社長|しゃちょう|工場長|施設長|係長|課長|(?:かいしゃ|しょくば|しごと|しせつ)の ?(?:ひと(?!たち)|せんぱい|リーダー|ボス|おとこ)|(?:会社|職場|社内|部署|課|バイト先?|勤務先|パート先)の(?:人|先輩|後輩|同僚|上司|男|店長|社員|やつ|誰か)|店長|取引先の人|(?:会社|職場|バイト先|勤務先)の[^\s、。がはにの]{1,10}(?=が|に|の仕業|です|だ|、))"
CHILD_EN = (
    r"(?:(?:my|our)(?: own| eldest| oldest| youngest| teen(?:age)?| little| baby| step| foster| adult| \d{1,2}[- ]?(?:year|yr)?s?[- ]?(?:old|yo)?| only| sweet| poor)*"
    r" (?:daughter|doughter|daugther|daugter|dauther|dauhgter|daugher|daughtor|son|kid|child|children|kids|girl(?!friend|s? in)|boy(?!friend)|teen(?:ager)?|step-?daughter|step-?son|grandd?aughter|grandson|grandchild|foster (?:child|son|daughter))s?\b|(?<!of )my \d{1,2}(?:[- ]?(?:year|yr|yo)s?[- ]?old|[- ]?yo)\b(?! (?:\w*(?:mum|mom|self)|students?|pupils?|friends?|sister|brother|niece|nephew|cousin|classmates?)))"
)
PUPIL_EN = (
    r"(?:(?:my|our|one of (?:my|our|the)|a|two of my|some of my|another|the)(?: \w+)? (?:pupil|student)s?\b(?: of mine| i teach| in my (?:class|homeroom))?|"
    r"(?:a|the) (?:girl|boy|kid|child) (?:i teach|in the class i teach)|kids i teach)"
)
PARTNER_EN = r"(?:my(?: own| current| beautiful| dear)? (?:girlfriend|gf|boyfriend|bf|wife|husband|partner|fiancee?|fiancé|spouse|hubby)\b)"
FRIEND_EN = (
    r"(?:(?:my|our)(?: own| best| good| close| online| old| little| younger| older| big| baby| step| school| \d{1,2}[- ]?(?:year|yr)?s?[- ]?(?:old|yo)?| female| male| girl| guy| mutual| common| shared| other| twin| ex| former| ex-)*"
    r" (?:friend(?!s? group)|friends|bestie|bff|mate|sister|sis|brother|bro|cousin|niece|nephew|roommate|room mate|flatmate|housemate|teammate|neighbou?r|mother|mum|mom|mates)\b|"
    r"a(?: good| close| female)? friend(?: of mine| of ours)?\b|someone (?:i know|i love|i care about|close to me)|somebody i know)"
)
CLASSMATE_EN = (
    r"(?:(?:an?|my|some|the) (?:upper|under)class(?:man|men|mate)\b|(?:my|a|some|the) schoolmates?\b|(?:my|a|some|one of my|the|another|these|two|three)(?: \w+)? ?classmates?\b|(?:a|the|some|this|these|one|two|three|another)(?: \w+)? (?:girls?|boys?|guys?|kids?|dudes?|people|person|someone|seniors?)"
    r" (?:in|from|at) (?:my|our|the|her|his)(?: \w+)? ?(?:class|school|grade|year|homeroom|club|team|uni|university|college|highschool|seminar|lab|dorm|course|faculty|lecture|society)|(?:the |some |two |three |these |all the )?(?:guys|boys|girls|kids|players|members|senpais?|seniors?) (?:on|in|from) (?:my|our|the)(?: \w+)? (?:team|club|squad)|(?:guys|boys|girls|kids|people|someone|somebody|students) (?:in|from|at) (?:my|our|the)?(?: \w+)? ?(?:class|school|grade|year|homeroom|club|team|uni|university|college|highschool))"
)
COLLEAGUE_EN = r"(?:(?:a|one|another) (?:colleague|co-?worker) of (?:mine|ours)\b|(?:my|the|our) (?:shift|team) lead(?:er)?\b|(?:my|the) (?:store|shop|floor|bar) (?:manager|owner)\b|(?:my|a|some|an|the) (?:\w+ ){1,3}(?:at|from) (?:my )?(?:work|office|workplace|job|company)\b|(?:my|a|some|an|the|her|his|my (?:wife|husband|partner|girlfriend|boyfriend)'s)(?: \w+)? ?(?:colleague|co-?worker|boss|manager|supervisor)s?\b|(?:guys?|someone|somebody|people|man|woman|person) (?:from|at|in) (?:(?:my|her|his|the|our|my (?:wife|husband|partner|girlfriend|boyfriend)'s) )?(?:work|office|workplace|job|company|shift))"
