"""`python -m tests.journeys.enclosed FOLDER`: the whole service where there is no network but the machine's own loopback.

Prints as JSON what was answered in both languages, by the program and by a counsellor at the staff site, and how often anything
tried to leave. Exit code 77: not possible here.
"""

import ctypes
import fcntl
import json
import os
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

from tests.journeys.at_the_desk import AtTheDesk
from tests.journeys.processes import Service
from tests.journeys.visitor import Visitor

NOT_POSSIBLE = 77
ASKED = {"ja": "Xに裸の加工画像を上げられました", "en": "someone put a deepfake nude of me on X"}
REPLIED = {"ja": "話してくれてありがとう", "en": "Thank you for telling me"}
_CLONE_NEWNET = 0x40000000
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1
_NOWHERE = ("192.0.2.1", 80)
"""An address of RFC 5737, which is nobody's."""


def enclose() -> None:
    """Leave the machine's network for one of our own in which only loopback is up; raises OSError where we may not."""
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        asked = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack("16xH22x", fcntl.ioctl(line, _SIOCGIFFLAGS, asked))
        fcntl.ioctl(line, _SIOCSIFFLAGS, struct.pack("16sH22x", b"lo", flags | _IFF_UP))


def attempts_to_leave() -> int:
    """Count what found no way out of here, and every datagram: nothing of ours sends one, name look-ups do."""
    lines = Path("/proc/self/net/snmp").read_text().splitlines()
    table = {
        (names.split(":")[0], name): int(value)
        for names, values in zip(lines[::2], lines[1::2], strict=True)
        for name, value in zip(names.split()[1:], values.split()[1:], strict=True)
    }
    six = dict(line.split() for line in Path("/proc/self/net/snmp6").read_text().splitlines())
    return table["Ip", "OutNoRoutes"] + table["Udp", "OutDatagrams"] + int(six.get("Ip6OutNoRoutes", 0))


def main() -> int:
    """Enclose, start, ask, count."""
    try:
        enclose()
    except (OSError, AttributeError) as refusal:
        sys.stderr.write(f"no network of our own can be made here: {refusal}\n")
        return NOT_POSSIBLE
    answers, replies = {}, {}
    with Service(Path(sys.argv[1])) as service, AtTheDesk(service) as counsellor:
        counsellor.comes_on_duty()
        for language, text in ASKED.items():
            with Visitor(service.site, language=language) as person:
                person.writes(text)
                answers[language] = [bubble.text for bubble in person.answer()]
                person.presses("topic:talk_to_human")
                person.presses("call:everything")
                counsellor.takes_and_says(REPLIED[language])
                replies[language] = [bubble.text for bubble in person.bubbles() if bubble.author == "counsellor"]
                person.posts("/delete")
    attempts = attempts_to_leave()
    with suppress(OSError), socket.create_connection(_NOWHERE, timeout=1.0):
        pass
    counted = attempts_to_leave() - attempts
    sys.stdout.write(json.dumps({"answers": answers, "replies": replies, "attempts": attempts, "counted": counted}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
