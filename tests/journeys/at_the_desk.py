"""A counsellor without a browser: speaks HTTP as the forms of the staff site do, cookies included."""

import re
from typing import Self

import httpx

from tests.journeys.colleague import OWN, added
from tests.journeys.processes import Processes
from tests.journeys.visitor import PATIENT, new_nonce

_CSRF = re.compile(r'name="_csrf_token" value="([^"]+)"')
_WAITING = re.compile(r'action="(/chats/[0-9a-f]+)/take"')


class AtTheDesk:
    """Signs in, takes who waits, answers; a context manager."""

    def __init__(self, processes: Processes) -> None:
        """Add an account."""
        site = f"http://127.0.0.1:{processes.settings['BOT_STAFF_PORT']}"
        self._handed = added(processes, "mika", "counsellor")
        self._http = httpx.Client(base_url=site, trust_env=False, timeout=PATIENT, follow_redirects=True)

    def __enter__(self) -> Self:
        """Return the counsellor."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._http.close()

    def comes_on_duty(self) -> None:
        """Sign in for the first time, choose a password, keep the recovery codes, and be there."""
        handed = self._handed
        self._posts("/sign-in", name=handed.name, password=handed.password, code=handed.code())
        self._posts("/password", new=OWN, again=OWN)
        self._posts("/recovery-codes/kept", kept="yes")
        self._posts("/desk/duty", most="2")

    def takes_and_says(self, text: str) -> None:
        """Take who stands first in the queue, and say something."""
        chat = _WAITING.findall(self._http.get("/desk").text)[0]
        self._posts(f"{chat}/take")
        self._posts(f"{chat}/messages", text=text, nonce=new_nonce())

    def _posts(self, path: str, **fields: str) -> None:
        """Send a form with a token from a page that everybody may see."""
        csrf = _CSRF.findall(self._http.get("/sign-in").text)[0]
        answer = self._http.post(path, data={"_csrf_token": csrf, **fields})
        assert answer.status_code == httpx.codes.OK, (path, answer.status_code)
