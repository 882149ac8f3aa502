"""One message, read by all the rules together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.context import Context
from understanding.gazetteer import Tables
from understanding.reading import reading_of
from understanding.rules import read


@pytest.mark.parametrize(
    ("asked", "answer", "facts", "text"),
    [
        ('age_in_image', 'value', {'age_in_image': 'under_18', 'age_now': 15}, '15'),
        ('age_in_image', 'value', {'age_in_image': 'under_18'}, '高2'),
        ('age_in_image', 'value', {'age_in_image': 'under_18', 'age_now': 20}, '17 then, 20 now'),
        ('platform', 'value', {'platform': ['instagram']}, 'insta'),
        ('platform', 'value', {'platform': ['x']}, 'ツイッター'),
        ('platform', 'value', {'platform': ['x']}, 'X'),
        ('file_on_device', 'no', {'file_on_device': 'no'}, 'he has it on his phone'),
        ('file_on_device', 'yes', {'file_on_device': 'yes'}, "yeah it's on my phone"),
        ('file_on_device', 'yes', {'file_on_device': 'yes'}, 'ある'),
        ('file_on_device', 'no', {'file_on_device': 'no'}, 'ない'),
        ('file_on_device', 'yes', {'file_on_device': 'yes'}, 'もってる'),
        ('age_in_image', 'skip', {'age_in_image': 'unsure'}, 'わからない'),
        ('age_in_image', 'skip', {'age_in_image': 'skipped'}, '言いたくない'),
        ('age_in_image', 'skip', {'age_in_image': 'skipped'}, 'パス'),
        ('age_in_image', 'skip', {'age_in_image': 'skipped'}, 'skip'),
        ('platform', 'skip', {'platform': ['unknown']}, "i'd rather not say"),
        ('platform', 'value', {'platform': ['unknown']}, "don't know"),
        ('platform', 'none', {}, 'yes'),
        ('age_in_image', 'none', {}, 'no'),
        ('age_in_image', 'none', {}, 'what is this'),
        ('age_in_image', 'none', {}, '怖いです'),
        ('state', 'value', {'state': ['made'], 'not_state': ['posted']}, 'not posted yet'),
        ('role', 'value', {'role': 'self'}, 'me'),
        ('role', 'value', {'role': 'parent'}, '娘'),
        ('role', 'value', {'role': 'friend'}, '友達'),
        ('role', 'value', {'role': 'self'}, '自分です'),
        ('safe', 'yes', {}, 'はい'),
        ('safe', 'no', {}, 'no'),
        ('wish', 'no', {}, 'そこまでじゃないです'),
        ('wish', 'yes', {}, 'うん'),
        ('state', 'value', {'state': ['posted', 'threatened']}, 'both'),
        ('platform', 'value', {'platform': ['instagram', 'line']}, 'インスタとLINE'),
    ],
)  # fmt: skip
def test_a_message_answers_the_open_question_or_does_not(
    asked: str, answer: str, facts: dict[str, Any], text: str, tables: Tables
) -> None:
    found = read(text, tables=tables, context=Context(asked=asked))
    assert (found.answer, found.facts) == (answer, facts)


@given(
    text=st.text(),
    asked=st.sampled_from(["", "age_in_image", "platform", "state", "role", "file_on_device", "safe", "wish", "who"]),
)
def test_any_text_can_be_read_and_sent_as_json(text: str, asked: str, tables: Tables) -> None:
    found = read(text, tables=tables, context=Context(asked=asked))
    assert reading_of(found.as_json()) == found
