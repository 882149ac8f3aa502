"""Which steps somebody tells to have taken by themselves: what they recorded, and whom they blocked."""

import re

from understanding.facts.steps import is_done

RECORD, BLOCK = "record", "block"

_RECORDED = re.compile(
    r"\b(?:screen ?shott?ed|screenshots? (?:done|taken|saved)|(?:took|got|have|made|saved|taken|kept) (?:a |the |some |all the )?(?:screen ?shots?|screen ?recordings?)"
    r"|(?:wrote|written|noted|jotted|copied|saved|recorded|kept|logged)(?: \w+){0,3}? (?:down|urls?|links?|address(?:es)?|(?:account|user) ?names?|usernames?|handles?|dates?|times?|chats?|messages?|dms?)"
    r"|(?:urls?|links?|account names?|usernames?|chats?|messages?)(?: \w+){0,2}? (?:noted|saved|written|copied|recorded|kept))\b"
    r"|(?:スクショ|スクリーンショット|画面)(?:は|も|を|なら)?(?:もう|全部|ぜんぶ|ちゃんと)*(?:し(?:た|ました|てある|てあります|ておいた|ておきました|てます|ている|てる)|(?:撮|と|取)(?:った|りました|ってある|ってあります|っといた|っておいた|っておきました|ってます)|済|ずみ|保存)"
    r"|(?:url|アドレス|リンク|アカウント(?:名|の名前)?|日時|日付|日にち|時間|やりとり|メッセージ|トーク)[^。!?\n]{0,14}?(?:は|も|を|とか)?(?:もう|全部|ぜんぶ|ちゃんと)*"
    r"(?:メモ|控え|ひかえ|保存|記録|コピー|コピペ|書き留め|写し)(?:は|も|を)?(?:し|して|て|取っ|とっ|済|ずみ)?(?:た(?!ら|い|ほう|方)|ました|てあ|てお|てい|てま|てる|済|ずみ|あり)"
    r"|(?:スクショ|スクリーンショット|記録|メモ|url|アドレス|日時|やりとり)(?:と[^。、!?\n]{1,8})?(?:は|も|を|なら)?[^。、!?\n]{0,10}(?:残し|とっ|取っ|控え)(?:た(?!ら|い|ほう|方)|て(?:あ|い|お(?:い|き)|ま|る)|ました)"
    r"|(?:スクショ|スクリーンショット|証拠の?画像)(?:は|も|なら)?(?:一応|全部|ちゃんと)?(?:ある(?!か|ほう|方|の)|あります(?!か))"
    r"|(?:記録|メモ)(?:は|も|を)?(?:もう|全部|ぜんぶ|ちゃんと)*(?:し(?:た(?!ら|い|ほう|方)|ました|てある|てあります|ておいた|ておきました)|取(?:った|りました|ってある)|とった|とりました|済み?|ずみ|できた|できました|終わ)"
)
_BLOCKED = re.compile(
    r"\b(?:i|i've|we|we've|she|he|already|just|and|ok|then|done|yes|yeah)?,? ?(?:have |has )?(?:already |just )?blocked\b(?! (?:me|us|my))"
    r"|(?:ブロック|着拒|着信拒否)(?:は|も|を)?(?:もう|全部|ぜんぶ|ちゃんと)*(?:し(?:た(?!ら|い|ほう|方)|ました|て(?:ある|あります|おいた|おきました|ます|いる|る|きた|きました))|済み?|ずみ|完了)"
)


def read_did(text: str) -> "list[str]":
    """Return RECORD and BLOCK where a normalised text says that it was done."""
    patterns = ((RECORD, _RECORDED), (BLOCK, _BLOCKED))
    return [step for step, pattern in patterns if is_done(pattern, text)]
