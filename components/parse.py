"""Parses many messages with Rasa's pipeline but without its server: `python -m components.parse MODEL < lines`.

It reads one JSON object per line, {"text", "metadata"} (understanding/context.py), and writes one per line:
{"intent", "ranking": [{"name", "confidence"}], "reading"} (understanding/reading.py; null where there was no text to read).
"""

import asyncio
import json
import sys
from typing import Any, Dict, List

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from understanding.reading import READING

RANKED = 5


def answer(parsed: Dict[str, Any]) -> Dict[str, Any]:
    """Return the intent, the ranking and the reading of one parsed message."""
    ranking: List[Dict[str, Any]] = parsed.get("intent_ranking") or []
    return {
        "intent": (parsed.get("intent") or {}).get("name") or "",
        "ranking": ranking[:RANKED],
        READING: parsed.get(READING),
    }


async def main() -> None:
    """Load the model once and answer every line."""
    processor = Agent.load(sys.argv[1]).processor
    if processor is None:
        raise SystemExit("the model could not be loaded")
    for line in sys.stdin:
        asked = json.loads(line)
        parsed = await processor.parse_message(UserMessage(asked["text"], metadata=asked["metadata"]))
        print(json.dumps(answer(parsed), ensure_ascii=False))


if __name__ == "__main__":
    asyncio.run(main())
