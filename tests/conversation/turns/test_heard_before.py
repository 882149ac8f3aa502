"""A message goes to Rasa with what was heard in the one before: a fragment leans on it."""

from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices


async def test_what_the_last_message_was_about_goes_with_the_next(services: FakeServices) -> None:
    services.assistant.table["警察に行きたい"] = reply("step.police", intent="police_report_how")
    conversation = await services.begin()
    await services.write(conversation, "警察に行きたい")
    await services.write(conversation, "親に連絡いく?")
    assert [heard.context.heard for heard in services.assistant.heard] == ["", "police_report_how"]


async def test_thanks_and_yes_change_nothing_of_it(services: FakeServices) -> None:
    services.assistant.table["Googleにも出る"] = reply("step.search.adult", intent="search_engine_removal")
    services.assistant.table["ありがとう"] = reply("thanks", intent="thanks")
    conversation = await services.begin()
    for text in ("Googleにも出る", "ありがとう", "Yahooは?"):
        await services.write(conversation, text)
    assert services.assistant.heard[-1].context.heard == "search_engine_removal"


async def test_a_pressed_topic_is_heard_too(services: FakeServices) -> None:
    services.assistant.table["topic:doxxed"] = reply("heard.doxxed", intent="doxxed")
    conversation = await services.begin()
    await services.press(conversation, "topic:doxxed")
    await services.write(conversation, "電話番号も")
    assert services.assistant.heard[-1].context.heard == "doxxed"
