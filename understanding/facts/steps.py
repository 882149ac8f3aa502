"""What the person has done already, and what they have or cannot do: reported, paid, sent, the file, the phone."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from understanding.context import Context
from understanding.facts.denials import IMAGES, MONEY, is_denied_before
from understanding.gazetteer import Tables
from understanding.negation import is_denied, is_supposed
from understanding.people import HELPERS

_REPORT_EN = re.compile(
    r"\b(?:i|we|she|he|my \w+|they|already|have|has|i've|we've|and|then|also|just|did|after)(?: \w+){0,2}? (?:reported|flagged)\b(?! (?:me|my account|by))|\b(?:i|we|she|he|already|i've|have|and|just)(?: \w+){0,2}? (?:did|done|made|filed|filled (?:out|in)|sent|submitted|finished|used)(?: \w+){0,2} (?:the |a |an |their |its )?(?:\w+ ){0,4}?(?:report(?:ing)?(?: form)?|takedown(?: request)?|removal (?:request|form)|form|request to)\b|\b(?:on|to|about|rejected|denied|refused|declined|closed|answered) my reports?\b|\b(?:the )?\w+ report (?:is|was) (?:done|sent|filed)|\b(?:x|twitter|insta\w*|tiktok|facebook|discord|google) (?:one|form|report)(?:'?s| is| has been)? (?:all )?(?:done|finished|sent|submitted|complete\w*|in)\b|\b(?:sent off|sent in|filled in|filled out|submitted) (?:the |my |that |an? )?(?:\w+ ){0,2}(?:form|report|request)\b|\b(?:done|finished|through) with (?:the |my )?(?:\w+ )?(?:report|form)\b|\b(?:reported|flagged) (?:it|them|this|the|him|her|that|to|already|on|twice|every)\b"
)
_REPORT_JA = re.compile(
    r"(?:通報|報告|申告|削除依頼|削除申請|削除要請|削除リクエスト|申請|フォーム)(?:の?(?:送信|提出|入力))?(?:は|も|を|から|フォーム(?:を|に|から)?)?(?:もう|全部|何回も|何度も|さっき|すでに|既に|一応)?"
    r"(?:(?:終わ(?:り|っ)|終え|でき|(?:出し|送り|送信し|提出し)終わ(?:り|っ))(?:まし)?た(?!ら|い|か|\?)|(?:出し|送信し?|送っ|送り|記入し|提出し|し|済|ずみ|やっ)(?:たら(?=[^。!?\n]{0,14}(?:違反|却下|返|(?![^。]{0,6}(?:ばら|バラ|流|晒|拡散|公開))言われ|来た|きた|拒否|断|「))|た(?!い|ら|方|ほう)|て(?:あ[るり]|ます|い(?:る|ます|た)|る|み(?:た|まし)|も|、|から)|ました|ちゃった|済み?|ずみ|み))"
)
_TOLD_EN = r"(?:told|went to|called|talked to|spoke (?:to|with)|reported (?:it |this |him |her |them )?to|informed|contacted|spoken to|been to|gone to|asked|filed (?:a report|it) with|showed (?:it to )?|emailed|consulted|met with|let|hired|got|have|saw|notified)"
_TOLD_JA = r"(?:に|へ|には|にも|には?もう|と)(?:は|も)?(?:もう|すでに|既に|さっき|昨日|今日|先週|一応|電話で|窓口で|全部|も)*(?:言(?:った|いました|って(?:あ[るり]|います))|伝え(?:た|ました|て(?:あ[るり]|い))|話(?:した|しました|して(?:あ[るり]|い))|相談(?:した|しました|済み?|して(?:あ[るり]|い(?:る|ま)|みた|きた)|に(?:行|い)(?:った|きました))|届け(?:た|ました|を出した)|連絡(?:した|しました|済み?|して(?:あ[るり]|い))|通報(?:した|しました|済み?|して(?:あ[るり]|い))|行(?:った|きました|ってき(?:た|ました)|って相談)|いった|電話(?:した|しました)|報告(?:した|しました|済み)|被害届(?:を|は)?(?:出した|出しました|出して)|依頼(?:した|しました|して(?:い|る)))"
_PLACES = (
    ("police", r"(?:the )?(?:local )?(?:police|cops|koban|110)", r"(?:警察(?:署)?|交番|110番?|サイバー(?:警察|課))", r"被害届(?:は|を|も)?(?:もう)?(?:出し(?:た|ました|て(?:あ[るり]|い))|受理)|(?:警察(?:署)?|交番)で[^。!?\n]{0,14}(?:調書|事情聴取|相談し|話し|取って|とって)[^。!?\n]{0,8}(?:た|ました)|\b(?:police|cops) (?:know|already know|have (?:it|the|my)|took|are (?:already )?(?:involved|on it|looking))|\bpolice report (?:is )?(?:filed|done|made)|\bfiled a police report|警察(?:は|が)(?:もう|すでに)?(?:知って|動いて|来て)"),
    ("school", r"(?:(?:my|the|our|her|his) )?(?:home ?room )?(?:school|teacher|principal|school counsell?or|school nurse|professor|university)(?! friends?)", r"(?:学校|先生|担任|学年主任|生徒指導|顧問|校長|教頭|保健室の先生|スクールカウンセラー|大学)(?:の先生)?", r"\b(?:home ?room )?teachers? (?:already )?knows?\b|(?<!whole )(?<!entire )(?<!at )\bschool (?:knows|already knows|has been told|is (?:already )?(?:involved|aware))|学校(?:は|も)(?:もう)?知って(?:い|る)"),
    ("paps", r"(?:paps|ぱっぷす)", r"(?:paps|ぱっぷす|パップス)", r"(?!x)x"),
    ("lawyer", r"(?:a |my |the )?(?:lawyer|attorney|solicitor|legal aid|houterasu)", r"(?:弁護士(?:さん|の先生)?|法テラス)", r"\b(?:i|we) (?:already )?(?:have|got|hired) a lawyer|弁護士(?:が|は)?(?:もう)?(?:つい(?:て|た)|いる|います|頼ん|雇)"),
)  # fmt: skip
_TOLD = tuple(
    (
        place,
        re.compile(rf"\b{_TOLD_EN}(?: \w+)? {en}\b(?! (?:that )?(?:if|would|might|not to))|{ja}{_TOLD_JA}|(?:{more})"),
    )
    for place, en, ja, more in _PLACES
)
_INTENDED = re.compile(
    r"\b(?:should|shall|can|could|want|wanna|going|gonna|will|would|might|if|how|before|haven'?t|didn'?t|don'?t|never|not|to|can'?t|cannot|ought|need|must|without|they|he|she|told me|afraid|did you|what happens|when|says?)(?: (?:i|we|to|even|ever|just|have|yet|actually|be|go|get|you|do|want|really))*[ ]*$"
)
_ASKED_JA = re.compile(
    r"^(?:ら(?!「|[^。!?\n]{0,14}(?:で終わ(?:っ|りました)|断られ|追い返|門前払い))|として(?!も)|って(?:返|言っ?たら)|(?:後|あと)(?:って|の流れ|は?(?:何|どう)|に?何が|どうな)|か(?:[?。]|な|$)|\?|の(?:か|\?)|っ?ても(?:また|いい|大丈)|い?と(?:あの|その|、|使|だめ|ダメ)|[^。]{0,3}だ?(?:って|と)(?:言って|言い張|開き直|主張)|(?:子|人|やつ|奴|生徒|男子)(?:が|は|も)|り(?:して|し)?(?:い)?な|方が|ほうが|(?:て)?(?:おく|く)?べき|ておいた(?:ほう|方)|(?:て)?(?:おく|とく)(?:の|と|もん|もの|必要)|ことが?(?:な|あり)|わけじゃ|ところで(?:意味|無駄)|んじゃな|ことは(?:な|あり))"
)
_MONEY = re.compile(
    r"(?:^|[,.;!?\n] ?|\b(?:i|we|she|he|i've|already|and|then|just|have|so) )(?:(?:already|just|have|did|even|stupidly|'ve|once|actually|then|also) )*(?:paid|(?:sent|gave|bought|got) (?:him|her|them) (?:an? |the |some )?(?:\w+ ){0,2}(?:cards?|codes?)\b|transferred|wired|venmo'?ed|gave (?:him|her|them) (?:\$|¥|£|€|money|\d[\d,]*|all my|some money|the money|cash)|sent (?:(?:him|her|them|the \w+|this \w+|over|about|like|\w+ )?(?:the |some |all my |a )?(?:money|\$ ?\d|¥ ?\d|£ ?\d|€ ?\d|\d[\d,]* ?(?:yen|dollars|usd|bucks|euros?|k\b|pounds|man\b)|bitcoin|crypto|gift ?cards?|amazon cards?|itunes cards?|paypay))|sent (?:him |her |them )?(?:about |like )?[$¥€£]?\d{2,6}(?:k|yen)?(?= (?:already|yesterday|twice|last|so far|to him)|[.,;!?]|$)|bought (?:him |her |them )?(?:\w+ ){0,3}?(?:gift|itunes|amazon|steam|google play) ?cards?)\b|"
    r"(?:お金|金|現金|万円?|円|paypay|ペイペイ|ギフト(?:カード|券)?|(?<!メッセージ)(?<!ポイント)カード|プリカ|アマギフ|アマゾンカード|itunesカード|ビットコイン|仮想通貨|電子マネー|ウェブマネー|コンビニで?)(?:を|で|は|も|分|だけ|くらい|も)*[^。、!?\n]{0,8}?(?:払っ|はらっ|支払っ|送っ|送金し|振り込ん|振込み?し|渡し|買っ)(?:ちゃ|た(?!ら|い|ほう|方|く)|て(?:しま|しもう|る|い(?:る|ま)|もう)|とっ|だ)|"
    r"(?:カード|ギフト|ギフト券)(?:を|の)?[^。!?\n]{0,8}(?:買って|番号|コード)[^。!?\n]{0,10}(?:送っ|教え|渡し|伝え)(?:た(?!ら|く)|ちゃ|て(?:しま|しもう))|(?:一回|1回|一度|1度|さっき|昨日|先に)払ったら|"
    r"(?:払っ|はらっ|支払っ)(?:ちゃ|た(?!ら|い|ほう|方|く|ところで)|て(?:しま|しもう))|(?:払い|支払い|振り込み|振込み?し|送金し|入金し)ました|(?:振り込ん|ふりこん)(?:だ(?!ら|ほう|方)|じゃ|でしま)|(?:送金|課金|入金|振込み?)し(?:た(?!ら|い|ほう|方)|ちゃ|て(?:しま)|ました)|haratta|haracchatta|haratte shimatta"
)
_IMAGES = re.compile(
    r"(?:^|[,.;!?\n] ?|\b(?:i|we|she|he|i've|already|and|then|just|have|so|her|him) )(?:(?:already|just|have|did|even|stupidly|'ve|once|actually|then|also|only|panicked and) )*(?:sent|gave|shared with|showed)(?: (?:him|her|them|this guy|the guy|the \w+|a guy|some guy|over))?(?: (?:some|a few|two|three|more|one more|another|a|an|several|my|the|even|of|few|\d|couple|real|actual))* ?(?:nudes?|naked|topless|private|intimate|pics?|photos?|pictures?|images?|videos?|selfies?)\b|(?:video|pic|photo|nude|selfie|picture)s?\b[^.!?\n]{0,40}\bi (?:just |then |already )?sent (?:him |her |them )?(?:one|some|it|them|two|more|a few)\b|"
    r"(?:裸|写真|画像|動画|自撮り|ヌード|下着|全裸|胸|体|顔写真|エロい?の?|えっちな?の?)(?:の(?:写真|画像|動画|やつ|自撮り))?(?:を|も|まで|は|とか|だけ)?(?:もっと|さらに|また|追加で|何枚か|[0-9一二三数]+枚(?:くらい|ほど)?|いっぱい|たくさん|一回|1回|相手に|向こうに|その人に|彼氏?に|つい|もう)*(?:送っ|おくっ|撮って送っ|見せ)(?:ちゃ|た(?!ら|い|ほう|方|人|相手|の(?:は|が))|て(?:しま|しもう|る|もう)|とっ)|(?:写真|画像|動画|裸)(?:を|も)?送り(?:ました|続け)|(?:写真|画像|動画|裸|自撮り)(?:を)?[^。!?\n]{0,16}送っちゃ(?:っ|い)|[0-9一二三四五数何]+枚(?:か|くらい|ほど|だけ|も)*送っ(?:ちゃ|た(?!ら|い|人)|て(?:しま|しもう))|(?:追加|さらに|また|もっと)(?:で)?(?:送っ)(?:ちゃ|た(?!ら|い)|て(?:しま))"
)
_IMAGES_TO_HELP = re.compile(
    r"(?:警察|先生|学校|運営|paps|弁護士|親|母|ここ|グル|みんな|クラス)[^。]{0,6}(?:に|へ)[^。]{0,8}$|\b(?:to|for) (?:the )?(?:police|school|teacher|lawyer|paps|instagram|support|my (?:mum|mom|mother|dad|friend))"
)
_ON_DEVICE = re.compile(
    r"\b(?:it'?s|its|they'?re|still|pics?|photos?|they are)(?: still| all)* (?:in|on) (?:my|our) (?:chat|dms?|messages|inbox|line|photos|files|drafts)\b|\bsent (?:it|them|one) to me\b[^.!?\n]{0,18}\bhave (?:it|them)\b|スクショ(?:は|も|なら)?(?:一応|全部|ちゃんと)?(?:ある(?!か|ほう|方)|あります(?!か))|\b(?:i|we)(?:'ve| have| do| still| got| already| kept| also| only)* (?:have|got|kept|saved|downloaded|screenshotted|screen ?shot|keep|screenshot|took (?:a )?screenshots?(?: of)?)(?: \w+)? ?(?:it|them|the|that|this|a copy|copies|original|originals|one|my own|screenshots?)\b(?! (?:out|to (?:stop|go)|done|right|from (?:him|her)$))[^.!?\n]{0,24}(?:file|photo|pic|picture|image|original|video|phone|laptop|computer|device|saved|camera roll|gallery|copy|copies|screenshot)s?\b|\b(?:it'?s|its|they'?re|it is|they are|still|file is|photo is|original is|copy|saved|it|them)(?: \w+)? (?:on|in) (?:my|our) (?:\w+ )?(?:phone|laptop|computer|pc|ipad|tablet|device|camera roll|gallery|cloud|icloud)|^(?:yes,? |yeah,? |still )*(?:got|have) (?:it saved|the originals?|a copy|the file)\b|\bi (?:saved|downloaded|screenshotted) (?:it|them|the|a)\b|"
    r"(?:スマホ|携帯|ケータイ|けーたい|パソコン|pc|手元|端末|カメラロール|アルバム|フォルダ|iphone|アイフォン|タブレット|自分の(?:スマホ|携帯))(?:の(?:中|中身|アルバム|フォルダ))?(?:に|には|にも|で)(?:まだ|ちゃんと|一応|全部|も)*(?:ある|あります|あり|残って(?:い|る|ま)|残し|残って|入って(?:い|る|ま)|保存(?:して|し|され)|持って(?:い|る|ま))|(?:元|もと|オリジナル)(?:の)?(?:写真|画像|データ|ファイル|動画)?(?:は|が|なら|も)(?:まだ|手元に|自分で)*(?:ある|あります|持って(?:い|る|ま)|残って)|(?:画像|写真|データ|ファイル|動画|スクショ)(?:は|を|が|も|なら)?(?:まだ|自分で|手元に|一応)*(?:持って(?:い(?:る|ます)|る|ます)|保存し(?:て(?:あ[るり]|い(?:る|ます)|る|ます)|た(?!ら|い|方|ほう|人))|撮ってある|残って(?:い(?:る|ます)|る|ます)|残してある)|(?:^|[、。 ])(?:まだ|ちゃんと|一応|ちゃんとまだ)?(?:保存して|残して)(?:あ[るり]|い(?:る|ます))|スクショ(?:は|を|も)?(?:もう)?(?:撮り|とり)(?:ました|済み)|スクショ(?:は|を)?(?:撮っ|とっ)(?:た(?!ら|い|方|ほう)|て(?:あ[るり]|ま|る|い)|ちゃ)"
)
_NOT_ON_DEVICE = re.compile(
    r"\bi(?:'ve| have)? (?:already |just |since )?(?:wiped|erased|trashed|got rid of|purged) (?:it|them|the \w+|my \w+|everything)\b|自分(?:では|は|の手元には)(?:もう)?持って(?:い)?な|\b(?:i|we) (?:don'?t|do not|dont|never|no longer|didn'?t|haven'?t)(?: even| actually| really| ever)? (?:have|had|got|kept|keep|save|saved)(?: got)?(?: \w+)? ?(?:it|them|the (?:file|photo|pic|image|original|video)\w*|a copy|copies|any(?: of)?(?: it| them| copies| more)?|the)\b(?! (?:account|app|money|time|energy|number))|(?<!should )(?<!if )\bi(?:'ve| have)? (?:already )?deleted (?:it|them|the|my|everything)|\bonly (?:he|she|they) (?:has|have)|\bnot on my (?:phone|device|computer)|"
    r"(?:手元|スマホ|携帯|パソコン|自分)(?:の(?:中|スマホ))?(?:に|には|は)(?:もう)?(?:ない|無い|ありません|なかった|残ってな)|(?:画像|写真|データ|ファイル|元(?:の)?(?:写真|画像|データ)?|動画|それ)(?:は|を|も|が)?(?:もう|自分では|手元に|最初から|もともと|一度も)*(?:持ってな|持っていな|持ってませ|持っていませ|保存してな|保存していな|残ってな|残していな|消した(?!い|ら|方|ほう)|消しちゃ|消してしま|削除した(?!い|ら|方)|削除しちゃ)|(?:全部|ぜんぶ|画像も|もう)(?:消しちゃ|消してしま|消しました|削除しました|削除しちゃ)|(?:相手|彼|向こう|犯人)しか持って"
)
_NO_FILE = re.compile(
    r"(?:dm|line|ライン|やりとり|メッセージ|トーク|アカウント|アカ|垢|アプリ|履歴|会話|スレ)(?:の?\w{0,4})?(?:は|も|を|が)?(?:全部|ぜんぶ|もう)?(?:消|削除)|(?:消|削除)[^。]{0,8}(?:dm|line|メッセージ|アカ)も|\bany (?:links?|proof|evidence|money|friends?)\b"
)
"""Messages, accounts and links are not the file."""
_NOT_TOLD = re.compile(
    r"\b(?:went|gone|been) to (?:the |my )?(?:school|university|uni)\b(?! (?:counsel|nurse|office|about|to (?:tell|report)))|\b(?:have|got|had|saw|let|hired) (?:an? |my |the |only )?(?:school|university|teacher|professor)\b|\bgot the police on hold"
)
_BY_ANOTHER = re.compile(r"^(?:he|she|they|her|him)\b")
"""Somebody else who paid or sent: for a helper that is the one who is harmed, else it is whoever did it."""
_ON_ANOTHERS = re.compile(
    r"\b(?:have|had|has) (?:seen|reported|found|shown)\b|(?:ホームページ|hp|サイト|ネット|検索|インスタ|サーバー?|グループ)(?:に|の)[^。!?\n]{0,24}残って|(?:あいつ|相手|彼氏?|彼女|犯人|その人|向こう|元カレ|元彼|男子|女子|友達|上司|加害者|みんな|全員|クラス|学年|生徒|同級生|子(?:ら|たち|ども))(?:全員|たち|ら)?の(?:スマホ|携帯|パソコン|ケータイ|手元)"
)
_NO_DATA = re.compile(
    r"薬|くすり|錠剤|眠剤|ロープ|カッター|包丁|カミソリ|ナイフ|\b(?:pills?|tablets|meds|rope|knife|blade|razor)\b"
)
"""What may be at hand and is no image."""

_CANNOT_PHONE = re.compile(
    r"\b(?:can'?t|cannot|cant|can not|couldn'?t|unable to|don'?t want to|not able to|not allowed to|hate to|too scared to|scared to|afraid to|rather not|won'?t be able to|no way i can|don'?t dare(?: to)?|impossible to|hard to)(?: \w+)? (?:make (?:a |any )?(?:phone )?calls?|phone|call(?! (?:him|her|it|the (?:police|school)|them (?:out|back)|this|my)\b)|talk (?:on|over) the phone|speak (?:on|over) the phone|ring|use (?:the|my|a) phone|talk out loud|speak out loud|talk right now|speak right now|use (?:my )?voice)\b|\b(?:no|without|instead of|other than|besides|rather than) (?:a |any |by )?(?:phone\b|phone calls?|calling|voice calls?|voice)\b(?! (?:me|him))|\b(?:they|he|she|everyone|everybody|my \w+|family|parents|roommates?|husband|people|someone|somebody)(?:'d|'ll| would| will| can| could| might|'s going to| are going to)? (?:all )?(?:hear|overhear|listen in)(?: me| us| it| everything)?\b|\bphone (?:calls? )?(?:scares?|is (?:not possible|impossible|scary|too (?:scary|much))|anxiety)|\b(?:calls?|calling|phone calls?) (?:scares? me|is (?:not possible|impossible|too scary)|(?:are|is) (?:impossible|hard|scary|too (?:scary|much|hard))(?: for me)?|won'?t work)|\bi'?m (?:deaf|mute|hard of hearing)|\btext only\b|\bonly (?:text|chat|write|type)\b|\bthin walls\b|\bwalls are (?:\w+ )?thin\b|\bpaper[- ]thin\b|\bno (?:phone |voice )?calls\b(?! (?:back|from|yet|came))|\bcan'?t (?:really |exactly )?talk\b(?=[^.!?\n]{0,30}\b(?:sleep\w*|asleep|next (?:to|door|room)|beside|roommate|same room)\b)|(?:寝て|隣|となり|起き|家族が|同じ部屋)[^。!?\n]{0,12}(?:しゃべれ|喋れ|話せ|声(?:を)?出せ)な|\bno (?:phone )?credit\b|"
    r"(?:電話|でんわ|通話)(?: ?(?:しないで|せずに|なしで|以外(?:で|の)|じゃな(?:い|くて)|では?なくて?))(?: ?(?:相談|そうだん|話|はな|連絡|れんらく|聞|文字|チャット|メール|できる))|(?:電話|でんわ)は ?(?:にほんご|日本語)(?:が|は) ?(?:むずかし|難し|できな|わから|分から)|\b(?:without|instead of) (?:a |the |making a |any )?(?:phone(?: ?calls?)?|calling|calls?)\b|"
    r"(?:電話|でんわ|通話|tel|denwa)(?:だと|を|は|も|が|で|とか|って|なんて|するの(?:は|が|も)?|かけるの(?:は|が|も)?|で(?:話す|しゃべる|喋る|相談する)の(?:は|が|も)?|で(?:は|も)?)?(?:今|いま|ちょっと|ぜったい|絶対|怖くて|こわくて|家族がいて|家では|まだ|どうしても|、)*(?:でき(?:な|ま?せん|ん)|出来(?:な|ま?せん)|かけられ(?:な|ま?せん)|掛けられな|無理|むり|ムリ|苦手|にがて|怖い|こわい|恐い|嫌|いや|ハードル|話せ(?:な|ま?せん)|しゃべれな|喋れな|使えな|dekinai|muri|kowai|難し|むずかし|きつ|厳し|つら|パニック|緊張)|(?:声|こえ)(?:が|を|は)?(?:出せ|だせ|出な|聞かれ|聞こえ|出すと)|(?:家族|親|母|父|隣|夫|旦那|彼氏?|ルームメイト|同居人|周り|人|妹|弟|兄|姉)(?:に|が)(?:会話|話|声|電話|通話)?(?:を|が)?(?:聞かれ|聞こえ|聞いて(?:い)?る|きかれ|筒抜け)|話(?:す|し)たら?と?[^。!?\n]{0,4}(?:聞こ|聞か|ばれ|バレ)|聞こえ(?:て(?:しま)|ちゃ)|聞かれ(?:ちゃう|てしまう|たくない|ると困)|耳(?:が|の)(?:聞こえ|不自由)|聴覚|チャット(?:だけ|しか|なら|がいい)|文字(?:だけ|しか|で(?:しか|だけ|話し))"
)


def read_steps(text: str, *, tables: Tables, context: Context, role: str = "") -> "dict[str, Any]":
    """Return `reported`, `paid`, `file_on_device` and `cannot_phone` as a normalised text says them."""
    facts: dict[str, Any] = {}
    reported = _reported(text, tables=tables, known=context.known.get("platform") or ())
    if reported:
        facts["reported"] = reported
    helps = role in HELPERS
    has_sent = _has_sent(text, helps=helps, known=context.known)
    paid = "money" if _has_paid(text, helps=helps) else "images" if has_sent else ""
    if paid:
        facts["paid"] = paid
    gone = [match for match in _NOT_ON_DEVICE.finditer(text) if not _ASKED_JA.match(text[match.end() :])]
    if gone and not _NO_FILE.search(text):
        facts["file_on_device"] = "no"
    elif not _ON_ANOTHERS.search(text) and not _NO_DATA.search(text) and is_done(_ON_DEVICE, text):
        facts["file_on_device"] = "yes"
    if _CANNOT_PHONE.search(text):
        facts["cannot_phone"] = "yes"
    return facts


_FOR_SOMETHING = re.compile(
    r"(?:アプリ|サイト|サービス|弁護士|業者|病院|課金)(?:に|で|へ)[^。!?\n]{0,12}(?:払|課金)|\bpaid (?:services?|version|some company|a company|sites?|subscription)\b|\bpaid for my\b|\bsent money home\b|\bpaid [^.!?\n]{0,24}\bfor (?:the |that |this |an? |my )?(?:app|site|service|lawyer|subscription|tool|website|course|removal|phone)"
)


_CODE = r"(?:ギフト(?:カード|券|コード)?|アマギフ|アマゾン(?:カード|ギフト)|itunes(?:カード|コード)?|アップルカード|プリカ|プリペイド(?:カード)?|コード|カード(?:番号)?|paypay|ペイペイ|ビットコイン|仮想通貨|電子マネー|ウェブマネー|ビットキャッシュ|[0-9０-９,万千]+円分?)"
_CODE_SENT = re.compile(
    rf"(?:送|おく|渡|教え|伝え|払)(?:っ|し)?(?:た(?!ら|い|ほう|方|く)|ちゃった|ちゃい(?:まし)?た?|てしま(?:った|いました))(?:ん?(?:です|だ)?けど|の(?:は|が)?|んです|やつ(?:は|が)?|[、。 ])*(?:[^。、!?\n写画動裸]{{0,10}}(?:の))?{_CODE}(?!を(?:送れ|買|要求)|が(?:ほし|欲し))"
    rf"|{_CODE}[^。!?\n写画動裸]{{0,14}}(?:送|おく|渡|教え|伝え)(?:っ|し)?(?:た(?!ら|い|ほう|方|く|のに)|ちゃ(?:った|い)|てしま|ました)"
    r"|\b(?:i|we|already|just|and|have|i've) (?:\w+ ){0,2}?(?:sent|gave|read|texted|told|bought)(?: (?:him|her|them|the guy|over|out|another|one|two|more|a|an|the|some))* (?:(?:\w+ ){0,3}?(?:gift ?cards?|itunes|steam|amazon|google play|apple|prepaid|vanilla|paysafe)(?: (?:cards?|codes?|numbers?|pins?))*|(?:cards?|codes?) (?:numbers?|pins?)|codes?)\b"
    r"|\b(?:gift ?cards?|(?:card |gift )?(?:codes?|numbers?)|bitcoin|crypto)(?: (?:codes?|numbers?))?,? (?:that |which )?i (?:\w+ )?(?:sent|gave)\b"
    r"|\b(?:what|all|the (?:only )?thing|one) i sent (?:him |her |them )?(?:was|is|were) (?:\w+ ){0,4}?(?:codes?|cards?|money|crypto|bitcoin|numbers?)\b"
)
"""A code or card that is worth money, given to whoever demands it, in whichever order it is said."""
_IMAGE_WORD = re.compile(r"写真|画像|動画|裸|はだか|自撮り|ヌード|下着|胸|体|エロ|えっち")


def _has_paid(text: str, *, helps: bool) -> bool:
    if is_done(_CODE_SENT, text):
        return True
    return not _FOR_SOMETHING.search(text) and any(
        not _is_open(text, match) and (helps or not _BY_ANOTHER.match(match[0].lstrip(" ,.;!?")))
        for match in _MONEY.finditer(text)
    )


def _has_sent(text: str, *, helps: bool, known: Mapping[str, Any]) -> bool:
    if (
        not text.isascii()
        and not _IMAGE_WORD.search(text)
        and (known.get("paid") == MONEY or is_denied_before(IMAGES, known))
    ):
        return False  # `one more was sent` is one more code
    sent = (match for match in _IMAGES.finditer(text) if helps or not _BY_ANOTHER.match(match[0].lstrip(" ,.;!?")))
    match = next((match for match in sent if not _is_open(text, match)), None)
    if match is None:
        return False
    start = max(text.rfind(mark, 0, match.start()) for mark in "。.!?\n") + 1
    return not _IMAGES_TO_HELP.search(text[start : match.start()]) and not _IMAGES_TO_HELP.match(
        text[match.end() :].lstrip()
    )


def is_done(pattern: "re.Pattern[str]", text: str) -> bool:
    """Tell whether a normalised text says by a pattern that something was done: neither denied, supposed, intended nor asked about."""
    return any(not _is_open(text, match) for match in pattern.finditer(text))


def _is_open(text: str, match: "re.Match[str]") -> bool:
    start = max(text.rfind(mark, 0, match.start()) for mark in "。.!?\n,;") + 1
    return bool(
        _INTENDED.search(text[start : match.start()])
        or re.search(r"\b(?:not|never|n't)\b|n't\b", match[0].split(" ", 1)[0])
        or is_denied(text, match.start(), match.end())
        or is_supposed(text, match.start(), match.end())
        or _ASKED_JA.match(text[match.end() : match.end() + 12])
        or re.search(r"n't (?:reported|paid|sent|flagged|told)", match[0])
    )


def _reported(text: str, *, tables: Tables, known: Sequence[str]) -> "list[str]":
    told = _NOT_TOLD.sub(" ", text)
    places = [place for place, pattern in _TOLD if is_done(pattern, told)]
    if not (is_done(_REPORT_EN, text) or is_done(_REPORT_JA, text)):
        return places
    named = [hit.value for hit in tables.services(text)]
    if not named and not places:
        named = [key for key in known if key != "unknown"]
    return list(dict.fromkeys([*named, *places]))
