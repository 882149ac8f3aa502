"""The statistics page and its file: counts, small ones left out, every reading written down."""

import csv
import io
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.case import Count, Outcome
from bot.conversation.handover.stages import Stage
from bot.language import Language
from bot.permissions import Role
from bot.staff.console.statistics import MONTHS, periods, stretches, waited
from tests.fakes.staff import Colleague, StaffSite


@pytest.fixture
async def auditor(site: StaffSite) -> Colleague:
    return await site.settled("reader", Role.AUDITOR)


async def counts(
    site: StaffSite, what: Count, number: int, *, days_ago: int = 0, language: Language = Language.JA
) -> None:
    current = await site.services.begin(language=language, stage=Stage.ASSISTANT)
    outcome = Outcome.GUIDED if what is Count.CLOSED else None
    async with site.services.archive.work() as records:
        for _ in range(number):
            await records.counts.add(what, current, at=site.clock.now() - timedelta(days=days_ago), outcome=outcome)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


async def test_large_numbers_are_told_and_small_ones_are_not(site: StaffSite, auditor: Colleague) -> None:
    await counts(site, Count.CALLED, 23)
    await counts(site, Count.CALLED, 3, language=Language.EN)
    await counts(site, Count.CLOSED, 12)
    rows = lines((await auditor.opens("/statistics/table.csv")).text)

    def number(what: str, part: str = "") -> str:
        return next(
            row["Number"] for row in rows if (row["Period"], row["Item"], row["Part"]) == ("2026-11", what, part)
        )

    assert number("Called a counsellor") == "26"
    assert number("Called a counsellor", "English") == "fewer than 5"
    assert number("Called a counsellor", "Japanese") == "not shown"
    assert number("Closed by a counsellor", "They know their next step") == "12"
    assert number("Given to a colleague") == "0"
    page = (await auditor.opens("/statistics?period=2026-11")).text
    assert "fewer than 5" in page
    assert ">26<" in page
    assert ">23<" not in page


async def test_what_lies_between_overlapping_periods_cannot_be_worked_out(site: StaffSite, auditor: Colleague) -> None:
    await counts(site, Count.CALLED, 10)
    await counts(site, Count.CALLED, 2, days_ago=10)
    rows = lines((await auditor.opens("/statistics/table.csv")).text)
    told = {row["Period"]: row["Number"] for row in rows if (row["Item"], row["Part"]) == ("Called a counsellor", "")}
    assert (told["Last 30 days"], told["Last 7 days"]) == ("12", "not shown")


async def test_reading_is_written_down(site: StaffSite, auditor: Colleague) -> None:
    await auditor.opens("/statistics")
    await auditor.opens("/statistics/table.csv")
    assert (await site.actions())[-2:] == ["statistics_read", "statistics_read"]


async def test_the_file_has_headings_in_the_language_of_who_reads(auditor: Colleague) -> None:
    await auditor.sends("/language", lang="ja")
    answer = await auditor.opens("/statistics/table.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.text.splitlines()[0] == "\ufeff期間,開始日,終了日,項目,内訳の種類,内訳,件数"


async def test_a_period_that_is_none_shows_the_first(auditor: Colleague) -> None:
    for period in ("x", "2026-13", "", "-1"):
        answer = await auditor.opens(f"/statistics?period={period}")
        assert answer.status_code == 200
        assert '<h2 id="one">Last 30 days' in answer.text


async def test_days_are_those_of_japan(site: StaffSite, auditor: Colleague) -> None:
    site.clock.forward(timedelta(days=8, hours=4))  # 30 November, 16:00 in UTC: December in Japan
    await auditor.signs_in()
    await counts(site, Count.TAKEN, 6)
    rows = lines((await auditor.opens("/statistics/table.csv")).text)
    assert (
        next(row["Number"] for row in rows if (row["Period"], row["Item"]) == ("2026-12", "Taken by a counsellor"))
        == "6"
    )


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 1, 1)))
def test_every_period_is_a_row_of_whole_stretches(today: date) -> None:
    told = periods(today)
    cut = stretches(told)
    assert len(told) == MONTHS + 2
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(cut))
    for period in told:
        inside = [days for days in cut if period.first <= days[0] and days[1] <= period.last]
        assert (inside[0][0], inside[-1][1]) == (period.first, period.last)
        assert sum((last - first).days + 1 for first, last in inside) == (period.last - period.first).days + 1


@given(st.lists(st.integers(0, 100_000), max_size=40))
def test_how_long_people_waited_is_told_of_five_or_more(seconds: list[int]) -> None:
    found = waited(seconds)
    if len(seconds) < 5:
        assert found is None
        return
    assert found is not None
    assert found.half <= found.nine_of_ten
    assert sum(one <= found.half * 60 for one in seconds) * 2 >= len(seconds)
    assert sum(one <= found.nine_of_ten * 60 for one in seconds) * 10 >= 9 * len(seconds)
