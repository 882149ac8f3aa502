"""Every route of the private site: closed to strangers, and open to the roles that the table of permissions names."""

import httpx
import pytest
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from bot.permissions import PERMISSIONS, Permission, Role
from bot.staff.guards import OPEN, needed_by
from bot.staff.site import staff_site
from tests.fakes.staff import Colleague, StaffSite, browser, csrf, site_of
from tests.fakes.streams import listening

OPEN_TO_STRANGERS = {"/sign-in", "/health", "/static/{file_path}"}
NEEDED = {
    ("GET", "/"): Permission.OWN_ACCOUNT,
    ("POST", "/sign-out"): Permission.OWN_ACCOUNT,
    ("POST", "/language"): Permission.OWN_ACCOUNT,
    ("GET", "/password"): Permission.OWN_ACCOUNT,
    ("POST", "/password"): Permission.OWN_ACCOUNT,
    ("GET", "/recovery-codes"): Permission.OWN_ACCOUNT,
    ("POST", "/recovery-codes"): Permission.OWN_ACCOUNT,
    ("POST", "/recovery-codes/kept"): Permission.OWN_ACCOUNT,
    ("GET", "/staff"): Permission.MANAGE_STAFF,
    ("POST", "/staff"): Permission.MANAGE_STAFF,
    ("GET", "/staff/{who}"): Permission.MANAGE_STAFF,
    ("POST", "/staff/{who}/roles"): Permission.MANAGE_STAFF,
    ("POST", "/staff/{who}/disable"): Permission.MANAGE_STAFF,
    ("POST", "/staff/{who}/enable"): Permission.MANAGE_STAFF,
    ("POST", "/staff/{who}/reset-password"): Permission.MANAGE_STAFF,
    ("POST", "/staff/{who}/reset-second-factor"): Permission.MANAGE_STAFF,
    ("GET", "/desk"): Permission.SEE_QUEUE,
    ("GET", "/desk/rail"): Permission.SEE_QUEUE,
    ("GET", "/desk/events"): Permission.SEE_QUEUE,
    ("GET", "/desk/guidance"): Permission.REPLY_CHAT,
    ("POST", "/desk/here"): Permission.SEE_QUEUE,
    ("POST", "/desk/duty"): Permission.TAKE_CHAT,
    ("POST", "/desk/off"): Permission.TAKE_CHAT,
    ("GET", "/chats/{conversation}"): Permission.REPLY_CHAT,
    ("GET", "/chats/{conversation}/messages"): Permission.REPLY_CHAT,
    ("GET", "/chats/{conversation}/case"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/take"): Permission.TAKE_CHAT,
    ("POST", "/chats/{conversation}/messages"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/typing"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/seen"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/notes"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/labels"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/transfer"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/requeue"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/help"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/hand-back"): Permission.REPLY_CHAT,
    ("POST", "/chats/{conversation}/close"): Permission.REPLY_CHAT,
    ("GET", "/supervise"): Permission.SUPERVISE,
    ("GET", "/supervise/now"): Permission.SUPERVISE,
    ("GET", "/supervise/events"): Permission.SUPERVISE,
    ("GET", "/supervise/chats/{conversation}"): Permission.SUPERVISE,
    ("POST", "/supervise/chats/{conversation}"): Permission.SUPERVISE,
    ("GET", "/supervise/chats/{conversation}/events"): Permission.SUPERVISE,
    ("POST", "/supervise/chats/{conversation}/whisper"): Permission.SUPERVISE,
    ("POST", "/supervise/chats/{conversation}/assign"): Permission.SUPERVISE,
    ("GET", "/statistics"): Permission.SEE_STATISTICS,
    ("GET", "/statistics/table.csv"): Permission.SEE_STATISTICS,
    ("GET", "/hours"): Permission.SEE_QUEUE,
    ("POST", "/hours/closed"): Permission.SUPERVISE,
    ("POST", "/hours/opened"): Permission.SUPERVISE,
    ("GET", "/guidance"): Permission.APPROVE_GUIDANCE,
    ("GET", "/guidance/review"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/publish"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/looked"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/publish-now"): Permission.PUBLISH_EMERGENCY,
    ("POST", "/guidance/check"): Permission.EDIT_GUIDANCE,
    ("GET", "/guidance/{part}/{key}"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/{part}/{key}"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/withdraw"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/discard"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/keep-ours"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/take-shipped"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/return"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/comments"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/roll-back"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/checked"): Permission.APPROVE_GUIDANCE,
    ("POST", "/guidance/{part}/{key}/retire"): Permission.APPROVE_GUIDANCE,
    ("GET", "/guidance/work"): Permission.EDIT_GUIDANCE,
    ("GET", "/guidance/gaps"): Permission.EDIT_GUIDANCE,
    ("GET", "/statistics/gaps"): Permission.SEE_STATISTICS,
    ("GET", "/guidance/exchange"): Permission.EDIT_GUIDANCE,
    ("POST", "/guidance/exchange"): Permission.EDIT_GUIDANCE,
    ("GET", "/guidance/exchange/{name}"): Permission.EDIT_GUIDANCE,
    ("GET", "/guidance/play"): Permission.EDIT_GUIDANCE,
    ("GET", "/log"): Permission.READ_ACTION_LOG,
    ("POST", "/log/verify"): Permission.READ_ACTION_LOG,
}
NEEDED |= {
    (method, f"/practice{path}"): needed
    for (method, path), needed in NEEDED.items()
    if path.startswith(("/desk", "/chats"))
}
"""The console once more, for practice."""
NEEDED |= {
    ("GET", "/practice"): Permission.REPLY_CHAT,
    ("POST", "/practice/enter"): Permission.REPLY_CHAT,
    ("POST", "/practice/leave"): Permission.REPLY_CHAT,
    ("GET", "/practice/really-waiting"): Permission.REPLY_CHAT,
}
"""Every route that is not open. A new one belongs here, so that somebody else reads who may go there."""


def routes(site: StaffSite) -> list[tuple[str, str, HTTPRouteHandler]]:
    """Return method, path and handler of every route, but the answers to OPTIONS that the framework adds."""
    return [
        (str(method), route.path_format, handler)
        for route in site.app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        for method in handler.http_methods
        if method not in ("OPTIONS", "HEAD")
    ]


def closed(site: StaffSite) -> list[tuple[str, str, HTTPRouteHandler]]:
    return [found for found in routes(site) if found[1] not in {"/sign-in", "/health", "/static/{file_path}"}]


async def knock(http: httpx.AsyncClient, method: str, path: str) -> httpx.Response:
    data = {"_csrf_token": await csrf(http)} if method == "POST" else None
    there = path.replace("{who}", "0" * 32).replace("{conversation}", "0" * 32)
    if there.endswith("/events"):  # it has no end: whether it begins is enough
        async with listening(site_of(http), there, http) as stream:
            return httpx.Response(stream.status, headers=stream.headers)
    return await http.request(method, there, data=data)


def test_the_list_of_open_routes_is_short() -> None:
    assert OPEN == OPEN_TO_STRANGERS


def test_every_closed_route_names_the_permission_that_is_written_down_here(site: StaffSite) -> None:
    assert {(method, path): needed_by(handler) for method, path, handler in closed(site)} == NEEDED


async def test_a_stranger_is_led_to_sign_in_from_everywhere_else(site: StaffSite) -> None:
    async with site.stranger() as http:
        for method, path, _ in closed(site):
            answer = await knock(http, method, path)
            assert (answer.status_code, answer.headers.get("location")) == (303, "/sign-in"), (method, path)
            assert "h1" not in answer.text
        options = await http.options("/staff")
        assert options.headers.get("location") == "/sign-in"
        head = await http.head("/staff")
        assert head.status_code in (303, 405)


async def test_what_is_open_is_open(site: StaffSite) -> None:
    async with site.stranger() as http:
        for path in ("/sign-in", "/health", "/static/base.css", "/static/page.js"):
            assert (await http.get(path)).status_code == 200


@pytest.mark.parametrize("role", Role)
async def test_a_role_comes_in_exactly_where_its_permissions_say(site: StaffSite, role: Role) -> None:
    colleague = await site.settled("somebody", role)
    ending = {"/sign-out"}
    for method, path, handler in sorted(closed(site), key=lambda found: found[1] in ending):
        answer = await knock(colleague.http, method, path)
        entered = answer.status_code != 403 and answer.headers.get("location") != "/sign-in"
        if path in ending:
            assert answer.status_code == 303
            continue
        assert entered == (needed_by(handler) in PERMISSIONS[role]), (method, path, answer.status_code)


async def test_somebody_new_comes_in_nowhere_before_choosing_a_password_and_keeping_codes(site: StaffSite) -> None:
    colleague = Colleague(site, await site.adds("neu", *Role))
    await colleague.signs_in()
    for expected in ("/password", "/recovery-codes"):
        for path in ("/", "/staff", "/log"):
            assert (await colleague.opens(path)).headers["location"] == expected
        await colleague.sends("/password", new="a lantern on a quiet pier", again="a lantern on a quiet pier")
    await colleague.sends("/recovery-codes/kept", kept="yes")
    assert (await colleague.opens("/staff")).status_code == 200


async def test_a_form_without_its_token_is_refused(site: StaffSite) -> None:
    colleague = await site.settled("somebody", *Role)
    for method, path, _ in routes(site):
        if method == "POST":
            for fields in ({}, {"_csrf_token": "0" * 128}):
                answer = await colleague.http.post(path, data={"name": "x", **fields})
                assert answer.status_code == 403, path
    assert (await colleague.opens("/")).status_code == 200


async def test_only_the_text_of_forms_is_taken(site: StaffSite) -> None:
    colleague = await site.settled("somebody", *Role)
    answer = await colleague.http.post("/staff", files={"name": b"GIF89a"})
    assert answer.status_code == 415


async def test_every_answer_carries_the_rules_for_the_browser(site: StaffSite) -> None:
    colleague = await site.settled("somebody", *Role)
    for path in ("/", "/staff", "/log", "/sign-in", "/nothing", "/static/base.css", "/health", "/staff/none"):
        headers = (await colleague.opens(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "form-action 'self';" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-frame-options"] == "DENY"


async def test_a_route_that_names_no_permission_is_closed_to_everybody(site: StaffSite) -> None:
    @get("/forgotten")
    async def forgotten() -> str:
        return "open"

    colleague = await site.settled("somebody", *Role)
    app = staff_site(
        site.staff,
        csrf_secret="c" * 64,
        routes=[forgotten],
        console=site.console,
        editor=site.editor,
        rooms=site.rooms,
    )
    async with browser(app) as http:
        http.cookies.update(colleague.http.cookies)
        assert (await http.get("/forgotten")).status_code == 403
