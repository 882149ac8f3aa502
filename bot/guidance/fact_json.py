"""Converts facts to the fields that an editor changes, and back; stored as JSON with sorted names, so that it can be compared."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot.guidance.facts import Contact, Fact, Link, Mark, Platform, Texts
from bot.language import Language

_F = TypeVar("_F", Contact, Link)

FACT_FIELDS = ("name_ja", "name_en", "phone", "mail", "url", "english_url", "hours_ja", "hours_en", "speaks", "note_ja", "note_en", "source", "mark", "verified")  # fmt: skip
"""The fields of a contact, in the order of the form."""

_REACHED = ("phone", "mail", "hours_ja", "hours_en")
LINK_FIELDS = tuple(
    part for name in FACT_FIELDS if name not in _REACHED for part in ((name, "needs") if name == "speaks" else (name,))
)
PLATFORM_FIELDS = ("name_ja", "name_en", "links", "minor_links")
"""The editable fields of a platform. Its nicknames are part of Rasa's training, so they change only with a training."""


def as_text(fields: Mapping[str, str]) -> str:
    """Return fields as JSON."""
    return json.dumps(dict(sorted(fields.items())), ensure_ascii=False, indent=0)


def fields_of(text: str) -> dict[str, str]:
    """Return the fields in the JSON of a fact."""
    return {str(name): str(value) for name, value in json.loads(text).items()}


def contact_as_text(contact: Contact) -> str:
    """Return a contact as JSON."""
    reach = {"phone": contact.phone, "mail": contact.mail}
    return as_text({**_fact(contact), **reach, **_texts("hours", contact.hours)})


def link_as_text(link: Link) -> str:
    """Return a link as JSON."""
    return as_text({**_fact(link), "needs": " ".join(link.needs)})


def platform_as_text(platform: Platform) -> str:
    """Return a platform as JSON."""
    lists = {"links": " ".join(platform.links), "minor_links": " ".join(platform.minor_links)}
    return as_text({**_texts("name", platform.name), **lists})


def edited_contact(shipped: Contact, text: str) -> Contact:
    """Return a contact with the fields in this JSON; where the hours are other ones, when it is open is not known any more."""
    fields = fields_of(text)
    edited, hours = _edited(shipped, fields), _both("hours", fields)
    times, chat = (shipped.times, shipped.chat) if hours == shipped.hours else (None, None)
    return replace(edited, phone=fields["phone"], mail=fields["mail"], hours=hours, times=times, chat=chat)


def edited_link(shipped: Link, text: str) -> Link:
    """Return a link with the fields in this JSON."""
    fields = fields_of(text)
    return replace(_edited(shipped, fields), needs=tuple(fields.get("needs", "").split()))


def edited_platform(shipped: Platform, text: str) -> Platform:
    """Return a platform with the fields in this JSON."""
    fields = fields_of(text)
    links, minor_links = (tuple(fields[name].split()) for name in ("links", "minor_links"))
    return replace(shipped, name=_both("name", fields), links=links, minor_links=minor_links)


def _edited(shipped: _F, fields: Mapping[str, str]) -> _F:
    return replace(
        shipped,
        name=_both("name", fields),
        note=_both("note", fields),
        speaks=tuple(fields["speaks"].split()),
        source=fields["source"],
        mark=Mark(fields["mark"]),
        verified=date.fromisoformat(fields["verified"]),
        url=fields["url"],
        english_url=fields.get("english_url", ""),
    )


def _fact(fact: Fact) -> dict[str, str]:
    known = {"speaks": " ".join(fact.speaks), "source": fact.source, "mark": fact.mark.value}
    reach = {"url": fact.url, "english_url": fact.english_url, "verified": fact.verified.isoformat()}
    return {**_texts("name", fact.name), **_texts("note", fact.note), **known, **reach}


def _texts(name: str, texts: Texts) -> dict[str, str]:
    return {f"{name}_{language.value}": texts[language] for language in Language}


def _both(name: str, fields: Mapping[str, str]) -> Texts:
    return {language: fields[f"{name}_{language.value}"] for language in Language}
