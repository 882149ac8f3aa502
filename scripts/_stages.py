"""The stage diagram of docs/architecture.md, drawn from the table of moves; --write puts it there."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.conversation.handover.moves import MOVES  # noqa: E402 (the project is not installed)
from bot.conversation.handover.stages import Stage  # noqa: E402

DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "```mermaid\nstateDiagram-v2\n", "```\n"


def picture() -> str:
    """Return the stages and the moves between them as a Mermaid state diagram."""
    lines = [f"    [*] --> {Stage.ASSISTANT.value}"]
    lines += [f"    {stage.value} --> {does.to.value}: {move.value}" for (stage, move), does in MOVES.items()]
    lines.append(f"    {Stage.CLOSED.value} --> [*]: forget")
    return BEGIN + "".join(f"{line}\n" for line in lines) + END


def drawn(document: str) -> str:
    """Return a document with the picture as it is now."""
    before, _, rest = document.partition(BEGIN)
    return before + picture() + rest.partition(END)[2]


if __name__ == "__main__":
    if "--write" in sys.argv:
        DOCUMENT.write_text(drawn(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(picture(), end="")
