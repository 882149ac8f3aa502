"""What has happened to the image: posted, threatened, only made, shown around, found in search, refused, back again."""

import re
from typing import Any

from understanding.context import Context
from understanding.facts.denials import DENIED, is_denied_before, is_for_a_document, is_weak, without_denied_threat
from understanding.gazetteer import Hit, Tables
from understanding.negation import is_denied

POSTED, THREATENED, MADE = "posted", "threatened", "made"
SHOWN_AROUND, FOUND_IN_SEARCH, REFUSED, BACK_AGAIN = "shown_around", "found_in_search", "refused", "back_again"
_WORDS = (
    (SHOWN_AROUND, re.compile(
        r"(?<!\bi )(?<!\bi've )(?<!have )(?<!already )\bshow(?:ed|n|s|ing) (?:it |them |that |this |the \w+ )?(?:to )?(?:like |about )?(?:\d+|two|three|four|five|six|some|a few|a couple(?: of)?|several|half) (?:\w+ ){0,2}?(?:ppl|people|guys|boys|girls|friends|mates|kids|others|class\w*|of (?:his|her|their|my))\b|\bair ?dropp?(?:ed|ing)\b|\b(?:shar|pass|spread|show|circulat)\w* [^.!?\n]{0,30}\baround\b|\b(?:passed|passing|going|goes|sent|sending|handed|shown|showing|showed|show(?:s|ing)? (?:it|them)|pass(?:ing)? (?:it|them)) (?:it |them |pics? |photos? |this |that |the \w+ )?(?:a?round)\b|\b(?:everyone|everybody|whole (?:class|school|year|grade|office)|people|boys|guys|kids|half (?:of )?(?:the|my|our|her|his) \w+|all my class\w*)(?: in| at)?(?: my| the)?(?: class| school| work| office| grade| year)? (?:has|have|already|had|is|are)? ?(?:seen|looking at|laughing at|saw|passing|sharing)\b|"
        r"\b(?:show(?:s|ed|ing|n)|shared|sharing|sent|posted|spread|spreading|dropped|put|circulat\w+|forward\w*) (?:it|them|this|that|my \w+|the \w+|her \w+|a fake|fakes?|her|me)?(?: \w+){0,3} ?(?:to|with|among) (?:everyone|everybody|people|others|(?:all )?(?:of )?(?:his|her|their|the|other|the other|my)(?: \w+)? (?:friends|boys|guys|kids|people|students|mates|players|buddies))\b|\b(?:show(?:s|ed|ing|n)|shared|sharing|sent|posted|spread|spreading|dropped|put|circulat\w+|forward\w*) (?:it|them|this|that|my \w+|the \w+|her \w+|a fake|fakes?|her|me)?(?: \w+){0,3} ?(?:in|to|into|on|within|around) (?:the|his|her|their|our|my|a|all the)(?: \w+){0,2} ?(?:groups?\b|chats?\b|group ?chats?|class chat|class group|groupchat|gc|class|school|friends|teammates|mates|boys|classmates|team|line group|co-?workers|colleagues|office)\b|\b(?:show|shar|pass|send|forward)(?:s|es|ed|ing|n|e)? [^.!?\n]{0,40}\b(?:to|with) (?:the |all the |his |her |their |my |all )?(?:other |rest of the |whole )?(?:staff|co-?workers|colleagues|classmates|students|pupils|boys|guys|team|class|school|office|employees|customers)\b|\b(?:boys|guys|girls|pupils|students|kids|classmates|co-?workers|colleagues|everyone|they)(?: \w+){0,3} (?:sharing|showing|passing|sending) (?!me\b)|\b(?:in|on) (?:the|our|a|their|my) (?:[\w']+ ){0,3}(?:group ?chat|groupchat|gc)\b|"
        r"\bon (?:(?:all|most|half|every ?one|every ?body)(?:'?s)?(?: of)?(?: the| their| her| his)?|every)(?: [\w']+){0,2} phones?\b|"
        r"(?:みんな|全員|クラス|学年|男子|女子|生徒|子(?:ら|たち|ども)|同級生|部員)(?:全員|たち|達|ら|の(?:子|男子|女子)(?:ら|たち)?)?の(?:スマホ|携帯|ケータイ)(?:に|で|の中)|"
        r"(?:社内|会社|職場|部署|課|クラス|学校|学年|部活|サークル|ママ友|保護者)(?:の)?(?:グループ)?(?:チャット|line|ライン|トーク|グループ)(?:に|で|へ)(?:も|は)?[^。、!?\n]{0,6}(?:流れ|回|まわ|出回|貼ら|投稿さ|載|上が|共有|広ま)|"
        r"(?:画像|写真|動画|やつ|それ|ヌード|裸|フェイク)(?:を|も)?[^。、!?\n]{0,10}(?:回し|まわし)(?:て|た)|(?:グループ|(?<![ァ-ヶ])グル|クラス|部活?|みんな)[^。、!?\n]{0,6}に[^。、!?\n]{0,10}(?:流し|回し|送っ|シェアし)(?:て|た)|(?:回さ|まわさ|回覧さ|見せ(?:て)?(?:回|まわ|合|びらか)|見せられ(?:て|た)いる|みんなに見|みんな見て|(?:クラス|学校|学年|会社)中(?:に|で)(?!ばれ|バレ|知)|(?:クラス|(?<![ァ-ヶ])グル\w{0,3}|学校|職場|部活|学年|男子|友達|仲間)(?:の(?:間|中|line|ライン|グループ|みんな|男子|友達|グル\w{0,3}))?(?:ライン|line)?(?:に|で|へ)(?:は|も)?(?:[^。!?\n]{0,8})(?:回|まわ|見せ|広ま|出回|送ら|流さ|流れ|シェア|共有))|(?<!出)回って(?:い|る|き|た|ま)|まわって(?:い|る|き)|(?:みんな|皆|全員|クラス|友達)(?:全員)?に[^。、!?\n]{0,4}送られ|回し見|噂になって|(?:[0-9一二三四五六数何]+人|何人か|男子|まわり|周り|仲間|先輩ら?)(?:たち|か)?に(?:も)?[^。、!?\n]{0,4}見せ(?:た(?!ら(?!し)|い|方|ほう|く)|て(?:い|た|る|ま)|びらか)|(?:休み時間|昼休み|放課後|教室|部室|更衣室|廊下|バス|電車|飲み会)[^。、!?\n]{0,10}見せ(?:て(?:い|た|る|ま)|合|びらか)"
    )),
    (FOUND_IN_SEARCH, re.compile(
        r"\b(?:comes? up|came up|coming up|shows? up|showed up|showing up|appears?|appeared|pops? up|popped up|found|still|visible|is|are|listed|see it)(?: \w+){0,4} (?:when (?:you|i|people|someone|anyone|they|u) (?:google|search|look|type)|in (?:the )?(?:\w+ )?(?:search|image search|google|bing|yahoo)(?: results?| images?)?\b|in (?:the )?(?:search )?results|(?:on|in) google\b)|\bgoogl(?:e|ed|ing) (?:my|her|his|our|myself|me|us)\b|\b(?:brings?|brought) (?:it|them|me) up\b|\b(?:type|types|typed|put|enter|search(?:ed|ing|es)?) (?:in |for )?(?:my|her|his) (?:full )?name\b|\b(?:reverse )?image search\b[^.!?\n]{0,20}(?:found|shows|showed|result)|\bsearch results?\b"
        r"|検索(?:結果|候補)(?:に|で|から|の一番|が)|(?:検索|ググ|ぐぐ|調べ|サジェスト|エゴサ)(?:する|した|っ|る|して)?(?:と|たら|ら|で|に|すると|したら)?[^。!?\n]{0,14}(?:出て|出る|ヒット|表示|見つか|引っかか|上位)|エゴサ(?:し|で)|名前(?:を|で)(?:検索|入れ|ググ|打)"
    )),
    (REFUSED, re.compile(
        r"\breports? (?:got|was|were|has been|is) (?:closed|dismissed|ignored)\b|\bclosed (?:my|the|our) (?:report|ticket|case)s?\b|\b(?:no|any) action (?:was |has been |will be )?taken\b|\btook no action\b|\bnothing (?:was |got )?removed\b|\bnot removed\b|\b(?:refus(?:ed|es|ing)|rejected|denied|declined|(?<!i )(?<!we )(?<!she )(?<!he )turned (?:me |it )?down|dismissed)\b(?! to (?:pay|send))|\b(?:no|not a|isn'?t a|wasn'?t a|didn'?t find (?:a|any)|doesn'?t|does not|didn'?t|did not|not|don'?t)(?: \w+)? (?:violat\w+|break\w*(?: \w+)? (?:rules|guidelines)|against (?:their|the|our)|go against|breach)|\b(?:won'?t|wouldn'?t|will not|said they (?:won'?t|can'?t|cannot)) (?:remove|take (?:it|them) down|delete|do anything|act)|\bwithin (?:the|their|our)? ?(?:rules|guidelines)|\bsays? it'?s (?:fine|ok|allowed)|\b(?:did(?:n'?t| not)|could(?:n'?t| not)|can'?t|cannot) (?:find|see) anything (?:wrong|against|that (?:break|violat))|\b(?:found|finds|sees|saw) nothing (?:wrong|against)|\b(?:says?|said|told me|replied)[^.!?\n]{0,16} nothing(?:'s| is| was)? wrong with|"
        r"(?:問題|もんだい)(?:は|が)?(?:な(?:い|し|かった)|ありません(?:でした)?|見つかりません(?:でした)?)(?:です)?[」』]?(?:って|と|だって)[^。、!?\n]{0,4}(?:言わ|返|来|き[たて]|回答|判断|連絡|メール)|違反(?:は|が|を|に|も)?(?:な(?:い|し|かった)|してい?な|して(?:い)?ませ|見つか[らり]|確認でき|認められ|あたら|当たら|該当し(?:な|ま))|(?:却下|拒否|拒絶|門前払い|断られ|ことわられ|突っぱね|はねられ)(?:された|され|て|た|$|、|。)?|(?:削除|対応|消すこと)(?:は|も)?(?:でき(?:ない|ません)|いたしかね|しない|しません|してくれな(?:い|かった)|してもらえな(?:い|かった))(?:と|って|って言|という|返|です|、|$)?|(?:消して|対応して|取り下げて|動いて|相手にして)(?:は)?(?:くれな|もらえな|くれませ)|違反(?:では|じゃ)(?:な|あり)|問題(?:は)?(?:ない|ありません)と|(?:規約|ルール|ガイドライン|基準|ポリシー)に(?:は)?(?:反し|違反し|抵触し|触れ|当てはま)(?:て)?(?:い)?(?:ない|ません|なかった|らない|りません)|(?:削除|対応|審査|報告|通報)[^。!?\n]{0,10}対象(?:外|では|じゃな)|対象外(?:です|でし|だ(?:った|と|って)|と(?:言|の))"
    )),
    (BACK_AGAIN, re.compile(
        r"\b(?:it|they|pics?|pictures?|photos?|images?|videos?|fakes?)(?:'s|'re| is| are| was|s)? (?:all |now )?back\b(?! (?:to|with|in|from|then|at home))|(?:前の(?:とき|時)|前回|一度|いったん|去年|先月|春に)[^\n]{0,30}(?:消え|消して|削除)[^\n]{0,24}(?:今回|今度|また|別の)|"
        r"\b(?:re-?(?:uploaded|posted|uploads|posts|uploading|posting|appeared|appears|surfaced)|back (?:again|up|online|on)|keeps? (?:coming|popping|appearing|getting|re|posting|uploading|showing|making new)|(?:posted|uploaded|put up|up|appeared|shared|came up|there|online|leaked|popped up) again|(?:came|comes) back(?! (?:with|to (?:me|us)|say))|another (?:account|one) (?:posted|popped|appeared|came)|new (?:account|acc|page|handle|link),? (?:but |with )?(?:the )?same (?:pics?|photos?|pictures?|images?|videos?|fakes?|stuff|thing|nudes?|post)|new (?:account|ones?|links?|posts?|copies) (?:keep|every|again|already|with)|every time (?:i|we|it|one)[^.!?\n]{0,24}(?:report|remove|delete|take|gets)|one goes down|whack)\b|"
        r"再(?:投稿|アップ|掲載|度(?:上|投稿|アップ|載))|(?:また|再び|何度も|次々|次から次)(?:と)?(?:に)?[^。!?\n]{0,8}(?:上が|上げ|あが|あげ|投稿|載|アップ|出て|出た|出回|貼|晒|復活|作られ)|(?:消し|削除し|消え|通報し|凍結し)(?:て|た)も(?:(?:消し|削除し|通報し)ても|また|すぐ|別|何度|次|新し)|いたちごっこ|イタチごっこ|復活(?:し|して)|別(?:の)?(?:アカ|垢|アカウント)(?:で|から)また|キリがな|きりがな"
    )),
    (THREATENED, re.compile(
        r"\b(?:or (?:else )?(?:he|she|they|it)(?:'ll| will| is going to| would| posts?| sends?| tells?| leaks?| shows?| shares?| goes| releases?| publish\w*| uploads?)|before (?:he|she|they) (?:send|post|leak|share|show|release|publish|upload)s?|if i (?:don'?t|do not|dont|didn'?t) (?:pay|send|meet|answer|reply|obey|do (?:it|what))|(?:he|she|they|now|guy|man|girl)(?: just| still| now|'s| is| are|'re)* (?:wants?|demand\w*|ask(?:s|ing)? (?:for|me for)) (?:more|money|double|another|\$|¥|£|\d)|(?:he|she|they|someone|guy|man|scammer|ex|person)(?:'ll| will| says? (?:he|she|they)(?:'ll| will)| said (?:he|she|they)(?:'ll| will|'d| would)|(?:'?s|'?re| is| are) (?:going to|gonna)| wants? to| would| keeps? saying (?:he|she|they)(?:'ll| will)) (?:post|send|leak|share|show|upload|expose|publish|tell|spread|release|put|forward|ruin|email|e-mail|mail|print|text|dm)(?! help)|(?:keeps? (?:on )?saying|says?|said|saying|swears|brags|going round saying|joking)(?: that| how)? (?:he|she|they)(?:'?ll| will|'?s (?:gonna|going to)|'?re (?:gonna|going to)| wants to|'?d) (?:\w+ ){0,2}?(?:post|send|leak|share|show|upload|expose|publish|spread|release|put|forward|dm)\b|(?:threat|blackmail|extort|sextort)\w*|\b(?:says?|said|saying) (?:that )?(?:he|she|they)(?:'?s|'?re| is| are| was| were)? (?:now |already )?(?:sends?|sending|posts|posting|shares|sharing|leaks|leaking|shows|showing|uploads|uploading|telling|tells)\b|\b(?:he|she|they) (?:say|says|said)\b[^.!?\n]{0,24}\b(?:he|she|they|will) (?:send|post|share|show|upload|publish|put|tell)\b|\b(?:so|that) (?:that )?(?:he|she|they) (?:doesn'?t|don'?t|won'?t|does not|do not|will not|not) (?:send|post|share|leak|show|upload|tell|publish)\b|pay or|\bor (?:my|the|all my|everyone|everybody|your|her|his) (?:[\w']+ ){0,4}(?:gets?|sees?|will (?:see|get|receive)|receives?|finds out) (?:it|them|em|this|the \w+)\b|(?:'ll| will|going to|gonna) (?:ruin|destroy|end) (?:my|me|your)\b|otherwise [^.!?\n]{0,30}\b(?:online|post\w*|send\w*|leak\w*|public|everyone|share\w*)|(?:minutes|hours|days|hrs|mins|until \w+|till \w+) to (?:pay|send|answer|reply)|ask(?:s|ed|ing)? (?:me )?to (?:pay|send (?:more|nudes|money))|tell(?:s|ing) me to pay|or it goes|unless i (?:pay|send|meet|give|do|get|come|sleep|agree|stay|obey|call|answer|reply|let)|enough to (?:destroy|ruin|end) (?:me|my)|if i (?:don'?t|do not|block|refuse|stop|leave|tell|go to the police)[^.!?\n]{0,30}(?:post|send|leak|share|show|expose|tell|upload)|(?:wants?|asking for|asks for|demand\w*|asked for|wanted) (?:me to (?:pay|send)|money|more (?:pics|photos|nudes|money|videos)|\$|¥|the money|[\d,]+ ?(?:yen|dollars|usd|k\b)|bitcoin|crypto|gift cards?|ransom))|"
        r"(?:送ら|払わ|会わ|従わ|返信し|返事し|(?:言う|いう)こと(?:を)?(?:聞か|きか)|別れ|ブロックし)(?:ない|なかったら|なければ|なきゃ|ねえ|たら|ん)(?:と|なら|かったら)?[^。!?\n]{0,16}(?:ばら|バラ|拡散|送(?:る|り)|晒|流す|公開|言う|見せ|終わり|投稿|上げる)|払(?:わない|わなかったら|わなければ|わなきゃ|わんかったら)(?:と|、|ば|[^。!?\n]{0,12}(?:って|と言|と脅))|(?:送信|メール|連絡|転送|暴露|通知|報告|拡散|投稿|公開|アップ)する(?:って|ぞ|と(?:言|い|脅|お)|から|よ)|(?:ばら撒く|ばらまく|バラまく|ばらす|バラす|晒す|さらす|流す|送る|見せる|送りつける|チクる|上げる|載せる|売る)(?:って(?!ど|何)|ぞ|と(?:言|い[わうっ]|脅|お(?:ど|っしゃ))|よって)|"
        r"(?:ばらまか|ばら撒か|バラまか|晒さ|さらさ|ばらさ|バラさ|流さ|拡散さ|公開さ|投稿さ|広めら)れたくな(?:かったら|ければ|きゃ|いなら|いんなら)|(?:終わらせ|めちゃくちゃにし|潰し|晒し|ばらし|バラし|後悔させ)て(?:やる|やろう|やん)|(?:見せる|送る|言う|ばらす|バラす|公開する|拡散する|投稿する)と[^。、!?\n]{0,10}(?:言われ|言って|言い|脅)|脅(?:され|し(?:て|が|の)|す|迫)|おどされ|ゆすら|恐喝|強請|セクストーション|金(?:を)?(?:払え|出せ|よこせ|要求|送れ)|払え(?:って|と|よ|ば)|要求(?:され|して(?:き|く|い))|(?:金|お金|\d+万円?|円)[^。!?\n]{0,6}(?:用意|準備|振り込|持って|要求|請求)(?:し)?(?:ろ|て(?:こい|来い)|され|め)|(?:もっと|裸|写真|動画|画像)(?:を)?(?:送れ|送って(?:こい|って|と(?:言|い)|ほしいと)|見せろ)|(?:アマギフ|ギフト(?:カード|券)|ビットコイン|電子マネー|itunesカード)(?:を|で|買|で払|送)"
    )),
    (MADE, re.compile(
        r"\b(?:my|her|his) (?:head|face)(?: \w+){0,2} (?:on|onto|over) (?:an?|some|another|someone|somebody|the)(?: [\w']+){0,3} (?:body|bodies|porn|nude|naked|woman|girl|actress|model)\b|\b(?:app|ai|bot|filter|website|site|tool|program)\b[^.!?\n]{0,20}\b(?:took|takes|removed?|strips?|stripped)\b[^.!?\n]{0,12}\b(?:clothes|top|swimsuit|uniform)\b|\b(?:made|created|generated|making|creating|generating|makes) (?!me (?:send|do|take|pay|show|give|film|record|strip|meet|feel|cry))(?:[\w'-]+ ){0,6}?(?:fakes?|nudes?|deep-?fakes?|porn|naked|undress\w*|photos?|pics?|pictures?|images?|videos?)\b|\b(?:deep ?faked|photoshopped|undressed|nudified|face[- ]?swap\w*|morphed|edited (?:my|me|her|his|it|onto|into|photo|pic)|ai[- ]generated|fake nudes?|\bai[- ](?:nudes?|porn|naked|images? of|pics? of|photos? of)|deep-?fakes?|fake (?:porn|photo|pic|picture|image|video|naked)\w*)\b|(?:asked|used|told) (?:an? )?(?:ai|grok|app)\b[^.!?\n]{0,30}(?:naked|undress|nude|clothes)|\b(?:made|created|edited) (?:it|them|one|some|this) (?:with|using|by|on|for fun|as a joke)\b|\b(?:only|just) (?:made|on (?:his|her|their) phone)"
        r"|(?:作ら|つくら|加工さ|合成さ|生成さ|編集さ|コラさ|コラージュさ|脱がさ|ぬがさ|裸にさ|ヌードにさ|エロくさ|使わ)れ|(?:顔|写真)(?:を|が)?(?:だけ)?(?:を|が)?(?:はめ|すり替え|すりかえ|置き換え|差し替え|くっつけ)|(?:作|つく)(?:った|って|っちゃ|りました)(?!ほしい|欲しい|くれ|もら)|(?:くっつけ|貼り付け|貼りつけ)られ|(?:裸|水着|ヌード)に(?:し(?:て|た|まし)|加工)|ai(?:の)?(?:ヌード|裸|ポルノ|エロ|画像|動画)|アイコラ|ディープフェイク|フェイク(?:ヌード|画像|動画|ポルノ|写真)|コラ画像|(?:偽|にせ|ニセ)(?:の)?(?:裸|ヌード|画像|写真|動画|エロ)|aiで(?:裸|脱|作|生成|加工|エロ)|剥ぎコラ|クソコラ|生成(?:し|画像)"
    )),
)  # fmt: skip
_THREATS = dict(_WORDS)[THREATENED]
_FUTURE_BEFORE = re.compile(
    r"\b(?:if|unless|before|will|'ll|hell|theyll|she'?ll|gonna|going to|might|may|could|would|'d|about to|afraid|scared|worried|fear\w*|terrified|want(?:s|ed)? to|threaten\w*(?: to)?|can|don'?t want|what happens when|in case|so (?:it|that it) (?:doesn'?t|won'?t)|stop(?:ping)?|prevent(?:ing)?|should i|did (?:he|she|they)|has (?:he|she|it)|have they|is it|was it|whether|never been|or (?:he|she|they|it))"
    r"(?: (?:that|it|they|this|them|he|she|someone|somebody|everyone|people|my|the|pics?|photos?|is|are|be|been|being|get|gets|getting|would|will|might|gonna|have|has|end up|already|ever|really|photo|picture|images?|video|nudes|him|her|from|i (?:don't|dont|do not) \w+|pay|block|to|all|just|even|also))*[ -]?$|もし[^。、!?\n]{0,14}$"
)
_FUTURE_AFTER = re.compile(
    r"^(?:って|とは)(?:何|なに|どう(?:いう|いった|やって作))|^(?:とか)?され(?:ない(?:よね|か|かな)|ませんよね)|^(?:され|れ|す)?ることも?(?:が|は)?あ(?:る|り)|^(?:て|た|っ|ちゃ|って|し|する|ちゃっ|れ|てしま|てしまっ|んじゃ|い)*(?:ら(?:どう|どこ|誰|だれ|何|なに|いつ|まず|、|と|い|$|怖|こわ|終|嫌|死|人生|学校|親|も)|そう(?!で)|かも|たく(?:ない|な)|ない(?:か|で|よう|ため|うち)|る(?:前|の(?:が|は|も)(?:怖|こわ|不安|嫌|時間)|かも|んじゃ|のでは|のか|と(?:思|嫌|困|脅|言)|って(?:脅|言)|の(?:怖|こわ))|ると(?:怖|困)|たらと|ま(?:い|せんか)|(?:する|すん)(?:って|ぞ|と|から|よ|の?かも|つもり|気|ため|前)|前に|ことを?(?:恐|防)|ようで?怖|危険|恐れ|おそれ|不安|(?:の|こと)?(?:が|を)?(?:防|止め|阻止))"
)
_YET_DENIED = re.compile(
    r"(?:まだ|ネットに|どこにも|今のところ|いまのところ)[^。!?\n]{0,12}(?:投稿|公開|拡散|アップ|晒さ|上げ|上が|あが|載|出|出回|流|送ら|ばらまか)[^。、!?\n]{0,5}(?:て(?:は)?(?:い)?(?:な(?!くなっ)|ませ)|てへん)|(?:投稿|公開|拡散|アップ|晒|出回)(?:は|されては|されて)?(?:い)?(?:され)?て?(?:は)?(?:い)?(?:ない|ません)|"
    r"\b(?:not|n't|hasn'?t|haven'?t|isn'?t|aren'?t|wasn'?t|never)(?: (?:actually|really|even|been|yet|it|be|already|he|she|they))* (?:posted|shared|leaked|online|public|uploaded|published|spread|sent (?:it |them )?(?:out|to any\w+)|out (?:there )?yet|anywhere)\b|\bnothing (?:is|has been|was|'s) (?:posted|online|shared|leaked)|\bno one has seen|\bnobody has seen"
)
_IDENTITY = re.compile(
    r"(?:本名|実名|名前|苗字|住所|学校名?|電話番号|個人情報|身元)(?:は|も|とか|まで)[^。!?\n]*"
    r"|\b(?:my|her|his|their|the) (?:real |full |last )?(?:names?|address|school|number|phone number|job|workplace)(?: and \w+)?(?:'s| is| are| was| were| has| have)?(?:n'?t| not)\b[^.!?\n]*"
)
"""Who somebody is may not be out yet where the image is."""
_POSTED_MORE = re.compile(
    r"\b(?:posted|uploaded|leaked|published|put (?:it|them|me|my \w+|her|this) (?:up )?(?:online|on (?!an? (?:\w+ )?(?:naked|nude|porn|body|another|sex)|(?:his|her|their|my) (?:phone|computer)|(?:someone|somebody|another)))|all over (?:the (?:internet|web|net|place|school)|my|x|twitter|insta\w*|tiktok|reddit|telegram|discord|facebook|social)\b|(?:nudes?|fakes?|photos?|pics?|pictures?|images?|videos?|deepfakes?|it|porn)(?: of (?:me|her|him|us|them|my \w+))? (?:up )?on (?:x|twitter|insta\w*|tiktok|telegram|discord|reddit|facebook|fb|snap\w*|pornhub|youtube|threads|4chan|line)|online now|is online|are online|on (?:a|some|the|this) (?:\w+ )?(?:porn|adult|foreign)? ?(?:site|website|page|forum)|\b(?:he|she|they|\w*ex\w*|hubby|husband|boyfriend|someone|somebody|guy|man|people|accounts?)(?: \w+)? (?:posts|uploads|shares|leaks|publishes|sells)\b|(?:is|are|keeps?|been|'s|'re|started|still) (?:posting|sharing|leaking|uploading|publishing|spreading|selling)\b(?![^.!?\n]{0,30}\b(?:around|groups?|chats?|class)\b)|\b(?:it|they|pics?|photos?|video) went up\b|selling|being sold|for sale|viral|spreading|circulating|(?:end(?:ed)?|wound|landed|show(?:ed|s)|turn(?:ed|s)) up on|\bin an? (?:\w+ )?(?:telegram|discord|whatsapp|kakao\w*) (?:group|channel|server|chat)\b|in the (?:post|caption|comments)\b|\b(?:photos?|pics?|pictures?|images?|videos?|nudes|they|it) (?:is|are|'s|'re|was|were) (?:all )?(?:there|everywhere|up|online)\b|made (?:its|their) way on|(?:opened|made|created|started|running|runs|has) an? (?:\w+ )?(?:only ?fans|account|page|profile|channel)\b[^.!?\n]{0,20}(?:with|using|of|in) (?:my|me|her|his)|(?:subreddit|channel|page|account|thread|website|site|server|forum|folder|album)s? (?:with|full of|that has|dedicated to|posting|sharing|of)[^.!?\n]{0,20}(?:nudes?|fakes?|pics?|photos?|pictures?|images?|videos?|porn)|(?:is|are|it'?s|they'?re|pics?|photos?|nudes|videos?|up|shared|it)\b[^.!?\n]{0,20}\b(?:in|on|to) (?:an?|the|this|some|several) (?:\w+ ){0,3}(?:channel|server|site|website|page|forum|thread|post|subreddit|board)\b|(?:is|are|was|were|'s|pics|photos|it) (?:up )?on (?:x|twitter|insta\w*|tiktok|telegram|discord|reddit|facebook|fb|snap\w*|pornhub|youtube))\b|"
    r"(?:出|上がっ|あがっ|載っ|のっ|流れ|広まっ)ちゃって(?:る|い)|(?:上が|あが|載|のっ|出回|流れ|出て)(?:って|て)(?:い|る|た|ま|しま|て)|(?:晒|さら|ばらま|バラま|ばら撒|拡散|投稿|公開|アップ|転載|載せ|上げ|あげ|流出|貼)(?:さ|か|ら)?(?:し|れ)?(?:た(?!く)|て(?:い|る|た|ま|しま))|(?:上が|あが)った(?:みたい|らしい|っぽい|よう|の|ん|と)|(?:sells|selling) (?:[\w-]+ ){0,3}(?:porn|nudes?|pics?|photos?|videos?|fakes?)\b|(?:に|へ)(?:上げ|載せ|投稿し|アップし|晒し)(?:て(?!ほし|くれ|やる)|た(?!ら|い)|ました)|(?:上げ|載せ|投稿し|アップし|晒し|公開し|流し|拡散し)続け|載った(?:まま|の)|流出|(?:アカウント|アカ|垢|オンリーファンズ|チャンネル|ページ|スレ)(?:を|が)?(?:作ら|作っ|開い|開設|立て|でき)|売り?買い(?:さ|し)"
)


_AT_A_PLACE = re.compile(
    r"^(?:上)?で[^。、!?\n脅知]{0,16}(?:[にを]?され|売ら|晒|公開|共有|出回|拡散|見つ|見かけ)|^(?:の[^。、!?\n]{0,10})?に(?:は|も|まで)?[^。、!?\n]{0,8}(?:ある(?!か)|あった|あって|あり(?:ます|まし)|売|取引|出て|いた|載|のって|上が|あがって|見つ)"
)


def read_state(text: str, *, tables: Tables, context: Context) -> "dict[str, Any]":
    """Return `state` and `not_state` as a normalised text says them."""
    found = {
        state
        for state, pattern in _WORDS
        if state != THREATENED and any(_is_fact(text, state, match) for match in pattern.finditer(text))
    }
    if is_threatened := _tells_threat(text, context=context):
        found.add(THREATENED)
    denied = bool(_YET_DENIED.search(_IDENTITY.sub(" ", text)))
    if _is_posted(text, tables=tables) and not denied:
        found.add(POSTED)
    _settle(found, text, is_not_posted=denied, context=context)
    facts: dict[str, Any] = {"state": [state for state in _ORDER if state in found]} if found else {}
    if denied and POSTED not in found:
        facts["not_state"] = [POSTED]
    return _with_denied_threat(facts, text, is_threatened=is_threatened, context=context)


def _settle(found: "set[str]", text: str, *, is_not_posted: bool, context: Context) -> None:
    """Add what the states that were found imply, and take out what they rule out."""
    if SHOWN_AROUND in found and not _POSTED_MORE.search(text):
        found.discard(POSTED)
    if BACK_AGAIN in found and POSTED not in found and _only_threatened(context):
        found.discard(BACK_AGAIN)  # it is the one who threatens who is back, not the image
    if found & {FOUND_IN_SEARCH, BACK_AGAIN}:
        found.add(POSTED)
    if found & {POSTED, SHOWN_AROUND}:
        found.discard(MADE)
    elif is_not_posted and not _threat_known(context):
        found.add(MADE)


def _tells_threat(text: str, *, context: Context) -> bool:
    """Tell whether a text tells of a threat, besides what it denies; after a denial, in words that are nothing else."""
    told = without_denied_threat(text)
    weak_counts = not is_denied_before(THREATENED, context.known)
    threats = (match for match in _THREATS.finditer(told) if _is_fact(told, THREATENED, match))
    return any(weak_counts or not is_weak(match[0]) for match in threats)


def _with_denied_threat(
    facts: "dict[str, Any]", text: str, *, is_threatened: bool, context: Context
) -> "dict[str, Any]":
    """Return the facts with a threat that is denied, or told again after it was."""
    if is_threatened:
        again = {f"not_{DENIED}": [THREATENED]} if is_denied_before(THREATENED, context.known) else {}
        return {**facts, **again}
    if without_denied_threat(text) == text:
        return facts
    return {**facts, "not_state": [*facts.get("not_state", ()), THREATENED], DENIED: [THREATENED]}


_ORDER = (POSTED, THREATENED, MADE, SHOWN_AROUND, FOUND_IN_SEARCH, REFUSED, BACK_AGAIN)


def _threat_known(context: Context) -> bool:
    return THREATENED in (context.known.get("state") or ())


def _only_threatened(context: Context) -> bool:
    return _threat_known(context) and not {POSTED, SHOWN_AROUND} & set(context.known.get("state") or ())


_POSTING_EN = re.compile(
    r"\b(?:put|puts|posted|posting|posts|uploaded|uploading|shared|leaked|published|dumped|selling|sold|sells|found(?! (?:me|him|you|this|the chat))|saw|seen|spotted|there(?:'s| is| are)|(?<!some )(?<!random )(?<!this )(?<!weird )account|page|channel|group|server)\b[^.!?\n]{0,50}\b(?:on|in|to|onto|from) (?:an? |the )?$"
)


def _is_posted(text: str, *, tables: Tables) -> bool:
    listed = tables.first("state", text)
    threats = [hit for hit in listed if hit.value == THREATENED]
    hits = [hit for hit in listed if hit.value == POSTED and not any(_overlap(hit, threat) for threat in threats)]
    hits += [hit for hit in tables.services(text) if _is_at_place(text, hit)]
    hits += [Hit(POSTED, match.start(), match.end()) for match in _POSTED_MORE.finditer(text)]
    return any(not _is_open(text, hit.start, hit.end) and not _is_private(text, hit) for hit in hits)


def _is_private(text: str, hit: Hit) -> bool:
    """Tell whether the writer only told or showed it to somebody: `I shared it with my mother`."""
    return bool(_BY_WRITER.search(text[: hit.start]) and _TO_SOMEBODY.match(text[hit.end : hit.end + 40]))


def _is_at_place(text: str, hit: Hit) -> bool:
    before = text[max(0, hit.start - 80) : hit.start]
    found = _POSTING_EN.search(before if hit.start else "")
    supposed = found and (_FUTURE_BEFORE.search(before[: found.start()]) or _MEANT.search(_last_sentence(before)))
    return bool(_AT_A_PLACE.match(text[hit.end : hit.end + 30]) or (found and not supposed))


def _last_sentence(text: str) -> str:
    return text[_start(text, len(text)) :]


_MEANT = re.compile(
    r"(?:\b(?:hell|he'?ll|she'?ll|they'?ll|will|gonna|going to|wants? to)|'ll) (?:\w+ )?(?:post|put|share|upload|leak|send|show|dump)\b"
)
"""What somebody only says they will do with it stands between the two words."""


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


_BY_WRITER = re.compile(r"\bi(?:'ve| have| just| also| only| already)* $")
_TO_SOMEBODY = re.compile(r"^ (?:\w+ ){0,3}?(?:with|to|about) ")
_LAW = re.compile(
    r"\b(?:illegal|a crime|legal|against the law|criminal|arrested|laws?)\b|犯罪|違法|罪にな|法律|合法|逮捕"
)
_HAPPENED = re.compile(
    r"\b(?:me|my|i|her|him|she|he|they|someone|somebody)\b|私|自分|僕|俺|作られ|され|れた|れて|友達|息子|娘|作っちゃ|作ってしま"
)
"""Words of a question about the law, and words by which it is about something that has happened."""


def _is_fact(text: str, state: str, match: "re.Match[str]") -> bool:
    if state == MADE and _LAW.search(text) and not _HAPPENED.search(text):
        return False
    if state == THREATENED:
        is_document = is_for_a_document(_sentence(text, match), match[0])
        return not (is_document or _only_a_word(text, match) or is_denied(text, match.start(), match.end()))
    if state == FOUND_IN_SEARCH:
        begin = _start(text, match.start())
        return not (is_denied(text, match.start(), match.end()) or _FUTURE_BEFORE.search(text[begin : match.start()]))
    if state in (REFUSED, BACK_AGAIN):
        return not _is_feared(text, match.start(), match.end())
    return not _is_open(text, match.start(), match.end())


def _is_open(text: str, start: int, end: int) -> bool:
    """Tell whether what is said is denied, feared, threatened or asked."""
    return is_denied(text, start, end) or _is_feared(text, start, end)


def _start(text: str, position: int) -> int:
    return max(text.rfind(mark, 0, position) for mark in ".!?\n。") + 1


def _sentence(text: str, match: "re.Match[str]") -> str:
    end = re.search(r"[.!?\n。]", text[match.end() :])
    return text[_start(text, match.start()) : match.end() + end.start() if end else None]


def _is_feared(text: str, start: int, end: int) -> bool:
    return bool(_FUTURE_BEFORE.search(text[_start(text, start) : start]) or _FUTURE_AFTER.match(text[end : end + 20]))


_NO_THREAT_BEFORE = re.compile(
    r"\b(?:no ?one'?s?|no ?body'?s?|none of them)\b[^.!?\n]{0,12}$|(?:^|[.!?\n,] ?)(?:so )?(?:is|would|does|isn'?t) (?:it|this|that)(?: be| count as| still| even| really)? ?$"
)
_NO_THREAT_AFTER = re.compile(
    r"^罪?(?:に(?:なりますか|なるの|なりますでしょ|あたりますか|あたるの|問え)|って何|とは|ですか|でしょうか)|^(?:て|れて)?(?:は)?(?:い)?(?:ない|ません)(?:です|$|。|、)"
)


def _only_a_word(text: str, match: "re.Match[str]") -> bool:
    """Tell whether a threat is only asked about as a word of the law, or denied."""
    before = text[_start(text, match.start()) : match.start()]
    return bool(_NO_THREAT_BEFORE.search(before) or _NO_THREAT_AFTER.match(text[match.end() :]))
