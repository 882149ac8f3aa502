"""The language that a browser asks for."""

from babel import negotiate_locale
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from bot.language import Language


def preferred(header: str) -> Language:
    """Return which of our languages an `Accept-Language` header gives the most weight; Japanese where it names neither."""
    accepted = parse_accept_header(header.replace("_", "-"), LanguageAccept)  # some clients write en_US
    wanted = [tag for tag, weight in accepted if weight > 0]
    found = negotiate_locale(wanted, list(Language), sep="-", aliases={})
    return Language(found.lower()) if found else Language.JA
