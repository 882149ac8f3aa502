"""The words of an entry become paragraphs and real lists."""

from bot.presentation.text_blocks import TextBlock, text_blocks


def test_lines_with_a_dot_or_a_dash_are_the_items_of_a_list() -> None:
    for mark in ("・", "- "):
        found = list(text_blocks(f"まず\nつぎに\n{mark}一\n{mark}二\nそれから\n\nおわり"))
        assert found == [
            TextBlock(lines=("まず", "つぎに"), is_list=False),
            TextBlock(lines=("一", "二"), is_list=True),
            TextBlock(lines=("それから",), is_list=False),
            TextBlock(lines=("おわり",), is_list=False),
        ]


def test_no_words_are_no_blocks() -> None:
    assert list(text_blocks("\n\n")) == []
