"""Where an item is used, in words and with ways to get there."""

from gettext import NullTranslations

from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import Item, Part
from bot.guidance.workflow import REPLY
from bot.language import Language
from bot.staff.console.labels import TOPICS
from bot.staff.editor import labels
from bot.staff.editor.item_list import BUTTON
from bot.staff.editor.usage import UsageKind, Use, usage_of


def uses_shown(
    catalogue: Catalogue, item: Item, *, language: Language, words: NullTranslations
) -> list[dict[str, str]]:
    """Return what leads to an item: how, what it is called, and where its page is (none of a topic or a plan)."""
    found = [_use(use, catalogue, language, words) for use in usage_of(catalogue).of(item)]
    if found or item.part is not Part.WORDS:
        return found
    alone = labels.BY_COUNSELLORS if item.key.startswith(REPLY) else labels.BY_ITSELF
    return [{"how": words.gettext(alone), "name": "", "href": ""}]


def topics_called(interfaces: list[NullTranslations]) -> dict[str, str]:
    """Return what each topic and plan is called, in all languages, to be searched for."""
    names = {**TOPICS, **labels.PLANS}
    return {key: " ".join(words.gettext(name) for words in interfaces) for key, name in names.items()}


def _use(use: Use, catalogue: Catalogue, language: Language, words: NullTranslations) -> dict[str, str]:
    how = words.gettext(labels.WAYS[use.way])
    if use.way is UsageKind.TOPIC:
        return {"how": how, "name": words.gettext(TOPICS[use.key]) if use.key in TOPICS else use.key, "href": ""}
    if use.way is UsageKind.PLAN:
        return {
            "how": how,
            "name": words.gettext(labels.PLANS[use.key]) if use.key in labels.PLANS else use.key,
            "href": "",
        }
    if use.way is UsageKind.QUESTION:
        return {"how": how, "name": catalogue.questions[use.key].title(language), "href": ""}
    if use.way is UsageKind.PLACE:
        name = catalogue.platforms[use.key].name[language]
        return {"how": how, "name": name, "href": f"/guidance/{Part.PLATFORM.value}/{use.key}"}
    text = catalogue.words.text(use.key, language=language) or use.key
    name = text.partition("\n")[0] if use.key.startswith(BUTTON) else f"{use.key}: {text.partition(chr(10))[0]}"
    return {"how": how, "name": name, "href": f"/guidance/{Part.WORDS.value}/{use.key}"}
