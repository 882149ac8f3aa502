"""Parses many messages with Rasa's pipeline but without its server: `python -m components.parse MODEL < lines`.

It reads one JSON string per line and writes one JSON object per line: {"intent", "ranking": [{"name", "confidence"}]}.
"""

import asyncio
import json
import sys
from typing import Any, Dict, List

from rasa.core.agent import Agent

RANKED = 5


def answer(parsed: Dict[str, Any]) -> Dict[str, Any]:
    """Return the intent and the ranking of one parsed message."""
    ranking: List[Dict[str, Any]] = parsed.get("intent_ranking") or []
    kept = [entry for entry in ranking if entry["name"] != "nlu_fallback"][:RANKED]
    return {"intent": (parsed.get("intent") or {}).get("name") or "", "ranking": kept}


async def main() -> None:
    """Load the model once and answer every line."""
    agent = Agent.load(sys.argv[1])
    for line in sys.stdin:
        parsed = await agent.parse_message(json.loads(line))
        print(json.dumps(answer(parsed), ensure_ascii=False))


if __name__ == "__main__":
    asyncio.run(main())
