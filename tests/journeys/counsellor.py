"""A counsellor with a real browser at the console, in words that read as prose: what they do, and what they see."""

from playwright.sync_api import Browser, Locator, ViewportSize, expect

from tests.journeys.colleague import Colleague, added
from tests.journeys.processes import Processes
from tests.journeys.words import entry, label

SCREEN: ViewportSize = {"width": 1440, "height": 900}


class Counsellor(Colleague):
    """Somebody who may talk with people, with an account of their own; one chat at a time unless a test says which."""

    def __init__(
        self,
        browser: Browser,
        processes: Processes,
        language: str,
        *,
        name: str,
        roles: tuple[str, ...] = ("counsellor",),
    ) -> None:
        """Add an account, and open a browser with nothing in it."""
        super().__init__(browser, f"http://127.0.0.1:{processes.settings['BOT_STAFF_PORT']}", language)
        self.page.set_viewport_size(SCREEN)
        self.name = name
        self.handed = added(processes, name, *roles)

    # --- what a counsellor does -------------------------------------------------------------------------------------------

    def comes_on_duty(self) -> None:
        """Sign in for the first time, open the console, and say that they are there."""
        self.settles(self.handed)
        self.opens("/desk")
        self.page.locator("#duty form.duty-form button").click()
        expect(self.page.locator("#duty .light-on")).to_have_count(1)

    def takes(self) -> None:
        """Take who stands first in the queue."""
        self.page.locator("#queue form[data-live=take] button").first.click()
        expect(self.box).to_be_focused()

    def types(self, text: str) -> None:
        """Write something into the box, key by key, and not send it yet."""
        self.box.press_sequentially(text)

    def sends(self, text: str = "") -> None:
        """Send what is in the box, or something else, and do not wait for it."""
        if text:
            self.box.fill(text)
        self.pane.locator(".composer .send").click()

    def says(self, text: str) -> None:
        """Send something, and wait until it has arrived."""
        self.sends(text)
        self.has_said(text)

    def sends_guidance(self, key: str, *, found_by: str, to: str) -> None:
        """Search the guidance in their own language, and send an entry as it is; the person reads `to`."""
        tool = self.opens_the_tool("Guidance")
        tool.locator("input[type=search]").fill(found_by)
        found = tool.locator(f"[data-part=found] .entry[id$='-{key.replace('.', '-')}']")
        expect(found.locator(".entry-theirs")).to_contain_text(entry(key, to))
        if self.language != to:
            expect(found.locator(".entry-own")).to_contain_text(entry(key, self.language))
        found.locator("form[data-live=entry] button").click()
        self.has_said(entry(key, to))
        expect(self.box).to_be_focused()

    def gives_it_to(self, colleague: "Counsellor", *, note: str) -> None:
        """Give the chat to a colleague, with a note."""
        tool = self.opens_the_tool("Finish")
        there = tool.locator("select[name=to] option:not([disabled])", has_text=colleague.name)
        expect(there).to_have_count(1)
        tool.locator("select[name=to]").select_option(value=there.get_attribute("value"))
        tool.locator("textarea[name=note]").fill(note)
        tool.locator("form[action$='/transfer'] button").click()
        self.has_no_chat()

    def hands_it_back(self) -> None:
        """Leave the chat to the program."""
        self.opens_the_tool("Finish").locator("form[action$='/hand-back'] button").click()
        self.has_no_chat()

    def ends_it(self, outcome: str) -> None:
        """End the chat, and say how."""
        tool = self.opens_the_tool("Finish")
        tool.get_by_text(label(outcome, self.language), exact=True).click()
        tool.locator("form[action$='/close'] button").click()
        self.has_no_chat()

    def opens_the_tool(self, title: str) -> Locator:
        """Open one of the four drawers under the chat, by its title, and return it."""
        summary = self.pane.locator(".tool > summary", has_text=label(title, self.language))
        tool = summary.locator("xpath=..")
        if tool.get_attribute("open") is None:
            summary.click()
        return tool

    # --- what a counsellor sees -------------------------------------------------------------------------------------------

    @property
    def pane(self) -> Locator:
        """Return the chat."""
        return self.page.locator(".pane")

    @property
    def box(self) -> Locator:
        """Return the box for writing."""
        return self.pane.locator(".composer .box")

    def sees_waiting(self, number: int) -> None:
        """Find so many in the queue."""
        expect(self.page.locator("#queue")).to_have_attribute("data-waiting", str(number))

    def sees_in_the_queue(self, text: str) -> None:
        """Find a remark about who waits."""
        expect(self.page.locator("#queue .wait")).to_contain_text(label(text, self.language))

    def reads(self, *texts: str) -> None:
        """Find exactly these messages of the person last in the chat, in this order."""
        written = self.pane.locator(".log article[data-author=person] .text")
        expect(written.last).to_have_text(texts[-1])
        assert written.all_inner_texts()[-len(texts) :] == list(texts)

    def has_said(self, *texts: str) -> None:
        """Find each of these among what they said, once, arrived."""
        for text in texts:
            expect(self.pane.locator(".log article.msg-mine:not(.is-pending)", has_text=text)).to_have_count(1)
        expect(self.pane.locator(".log .is-pending:visible")).to_have_count(0)

    def sees_that_it_was_read(self) -> None:
        """Find the mark under what they said last."""
        expect(self.pane.locator(".log article.msg-mine").last.locator("[data-read]")).to_be_visible()

    def sees_typing(self) -> None:
        """Find that the person is writing."""
        expect(self.pane.locator(".typing")).to_be_visible()

    def finds_the_note(self, text: str, *, by: str) -> None:
        """Find a note of a colleague beside the chat."""
        notes = self.opens_the_tool("Notes").locator(".notes li")
        expect(notes).to_have_count(1)
        expect(notes).to_contain_text(text)
        expect(notes.locator("strong")).to_have_text(by)

    def does_not_see(self, *texts: str) -> None:
        """Find none of the texts anywhere in the page, seen or hidden."""
        page = self.page.content()
        for text in texts:
            assert text not in page

    def has_no_chat(self) -> None:
        """Find the empty place."""
        expect(self.pane).to_have_count(0)
