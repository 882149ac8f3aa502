"""The page for whom there is no room: it stands by itself, and says in both languages whom to call."""

import re

from bot.channels.webchat.error_pages import busy_page
from bot.language import Language
from tests.fakes.public_site import Public


def test_it_names_the_emergency_numbers_and_paps_once_in_each_language(public: Public) -> None:
    page = busy_page(public.webchat)
    contacts = public.webchat.views.catalogue.contacts
    for language in Language:
        part = re.findall(rf'<section lang="{language.value}">(.*?)</section>', page, re.DOTALL)
        assert len(part) == 1
        for key in ("police_emergency", "ambulance", "paps"):
            assert f'href="tel:{contacts[key].phone.replace("-", "")}"' in part[0].replace("-", "")


def test_it_loads_nothing(public: Public) -> None:
    assert not re.search(r"<(script|link|img)|src=|url\(", busy_page(public.webchat))
