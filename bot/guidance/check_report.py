"""What `guidance check` tells besides problems: what is to be confirmed before launch, and what is hardest to read."""

from collections.abc import Iterator, Mapping

from bot.guidance.catalogue import Catalogue
from bot.guidance.confirm import CONFIRM
from bot.guidance.questions import PREFIX
from bot.guidance.readability import Grade, lines_of
from bot.language import Language


def report(catalogue: Catalogue, *, grade: Grade) -> Iterator[str]:
    """Yield the lines; `grade` measures the English."""
    for who, keys in to_confirm(catalogue).items():
        yield f"to be confirmed by {CONFIRM[who]} ({len(keys)}): {', '.join(keys)}"
    for language in Language:
        yield f"hardest to read ({language}):"
        yield from (f"  {line}" for line in lines_of(_texts(catalogue, language), language=language, grade=grade))


def to_confirm(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Return the keys of entries, questions and papers by who is to confirm them."""
    confirm = {key: entry.confirm for key, entry in catalogue.entries.items()}
    confirm |= {f"{PREFIX}{name}": question.confirm for name, question in catalogue.questions.items()}
    confirm |= {f"paper.{key}": paper.confirm for key, paper in catalogue.papers.items()}
    return {who: [key for key, named in confirm.items() if who in named] for who in CONFIRM}


def _texts(catalogue: Catalogue, language: Language) -> Mapping[str, str]:
    return {key: catalogue.words.text(key, language=language) or "" for key in catalogue.entries}
