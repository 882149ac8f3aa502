"""Splits a message into clauses, so that each need in it can be read alone."""

import re

FEWEST = 2
"""Characters of a clause that is read alone."""

_ENDS = re.compile(
    r"[\n。!?！？…;；]+"
    r"|(?<=[a-z])[.]+(?=\s|$)"
    r"|、(?=(?:それ|あと|でも|けど|だけど|それから|ちなみに|で、))"
    r"|(?:(?<=けど)|(?<=から)|(?<=ので)|(?<=のに)|(?<=たら)|(?<=って)|(?<=です)|(?<=ます)|(?<=した)|(?<=せん))[、,]"
    r"|,\s*(?=(?:and|but|so|also|then|plus|or|because)\b)"
    r"|\s(?=(?:but|also|plus)\s)"
    r"|(?:(?<=る)|(?<=た)|(?<=い)|(?<=よ)|(?<=ね)|(?<=わ)|(?<=す)|(?<=ん)|(?<=う)|(?<=だ)|(?<=笑)) (?=[ぁ-ヶ一-龥])",
)


def clauses(text: str) -> list[str]:
    """Return the clauses of a normalised text in order; a text without an inner end is one clause."""
    found = [part.strip(" ,、") for part in _ENDS.split(text)]
    return [part for part in found if len(part) >= FEWEST]
