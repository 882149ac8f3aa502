"""For whom somebody writes, said outright: `I am her mother`, `it is about me`, `asking for a friend`."""

import re

from understanding.people import FRIEND, PARENT, PARTNER, SELF, TEACHER

STATED = (
    (
        PARENT,
        re.compile(
            r"\b(?:i'?m|im|i am|as) (?:a|the|her|his|their|an?) (?:\w+ )?(?:mother|mum|mom|father|dad|parent|guardian|stepmother|stepfather|grandmother|grandfather|grandma|grandpa)\b(?! of (?:the|a) (?:boy|kid|one))|\b(?:mum|mom|mother|dad|father|parent) (?:of (?:a|an|two|three|my|the girl)|here)\b|"
            r"\b(?:i'?m|im|i am|as) (?:mother|mum|mom|father|dad|parent|grandmother|grandfather) (?:of|to)\b|^(?:worried |desperate |japanese )?(?:mum|mom|mother|dad|father|parent)(?: here|,)|(?:の|2児の|中学生の|高校生の)(?:母|父|母親|父親|親|保護者)(?:です|だ|で、|なん|ですが|として)|(?:^|[。、!?\n は])(?:母|父|母親|父親|保護者|シングルマザー|シンママ|祖母|祖父)(?:です|で、|だけど|なん|ですが)|(?:母親|父親|親|保護者)として|保護者(?:です|なの)"
        ),
    ),
    (
        TEACHER,
        re.compile(
            r"\b(?:i'?m|im|i am|as) (?:a|an|the|their|her|his)(?: \w+){0,3} ?(?:teacher|school nurse|counsell?or at (?:a|the) school|school counsell?or|tutor|alt|principal|homeroom teacher|coach)\b|\b(?:teacher|alt|school nurse|school counsell?or) here\b|^(?:(?:the )?school nurse|school counsell?or|(?:homeroom|class|\w+) teacher|alt|(?:vice[- ]?|deputy )?principal|deputy head|head ?teacher|head of year)(?:,| at | in | from )|\bi (?:teach|work as a teacher|work at a (?:school|juku))\b|"
            r"(?:^|[。、!?\n のを])(?:担任|教員|教師|教諭|養護教諭|学年主任|塾講師|塾の講師|スクールカウンセラー|非常勤講師|家庭教師|副担任|顧問|保健室の先生|生徒指導|教頭|校長)(?:です|をして|として|で、|なんです|を担当|の者|だけど|ですが)|高校教師|中学(?:校)?(?:の)?教(?:師|員)(?:です|を)|塾で教えて|受け持ち"
        ),
    ),
    (
        SELF,
        re.compile(
            r"\b(?:it'?s|it is|this is|thats|that'?s|its) (?:about )?(?:me|myself)(?: in (?:it|the)| who)?\b(?! and my (?:friend|daughter|son))|\bi'?m the (?:victim|one in|girl in|boy in|person in|one who (?:was|got))|\b(?:happened|happening) to me\b|\bi'?m the one (?:in|being|whose)|"
            r"(?:被害(?:者|に遭ったの|を受けたの)|(?:写|映)って(?:い)?る(?:の|人|本人|顔)?|顔(?:だけ)?)(?:は|が)(?:私|わたし|自分|俺|僕)|(?:^|[、。 ])(?:私|わたし|あたし|自分|俺|僕|本人|ぼく|おれ|うち)(?:のこと|自身|本人)?(?:です|だよ|なんです|の話|の事|が被害)|自分のこと(?:です|だよ|なん|だけど|で(?:相談|す)|$)|私のこと(?:です|なん)|被害者本人|当事者"
        ),
    ),
    (
        FRIEND,
        re.compile(
            r"\b(?:not (?:about |for )?me,? ?(?:it'?s |but |it is |its )?(?:for |about )?(?:a|my) (?:friend|sister|brother|cousin|colleague)|(?:asking|writing|here|this is|it'?s) (?:for|about) (?:a|my|another) (?:friend|sister|brother|cousin|colleague|coworker|classmate|roommate))|\b(?:it'?s|it is) my (?:\w+ )?(?:niece|nephew|cousin|sister|brother|friend|roommate),? (?:she|he)(?:'?s| is) (?:\d|only|in|crying|scared|so|just)|(?:友達|友人|妹|弟|姉|兄|知り合い|同僚|後輩|先輩|友だち|(?<!い)いとこ|親戚|姪|甥|幼なじみ|クラスの子|部下|教え子の友達)(?:のこと|の件|の代わり|の話|の相談|についての相談)(?:で|です|なん|に)"
        ),
    ),
    (
        PARTNER,
        re.compile(
            r"\b(?:asking|writing|here|this is|it'?s) (?:for|about) my (?:girlfriend|boyfriend|wife|husband|partner|gf|bf)|(?:彼女|彼氏|妻|夫|旦那|嫁)(?:のこと|の件|の代わり|の話|の相談)(?:で|です|なん)"
        ),
    ),
    (
        PARENT,
        re.compile(
            r"\b(?:asking|writing|here|this is|it'?s|its) (?:for|about) my (?:\w+ )?(?:daughter|son|kid|child)|(?:娘|息子|うちの子|子ども|子供)(?:のこと|の件|の話|の相談)(?:で|です|なん|に)"
        ),
    ),
)
