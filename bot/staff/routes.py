"""Every route of the private site."""

from bot.staff import account_pages, action_log_pages, own_account_pages, sign_in_pages
from bot.staff.console.practice_pages import PRACTICE_ROUTES
from bot.staff.console.routes import console_routes
from bot.staff.console.supervisor_routes import SUPERVISOR_ROUTES
from bot.staff.editor.routes import EDITOR_ROUTES
from bot.staff.editor.worklist_routes import WORK_ROUTES

ROUTES = (
    sign_in_pages.ask_to_sign_in, sign_in_pages.sign_in, sign_in_pages.sign_out, sign_in_pages.choose_language, sign_in_pages.services,
    own_account_pages.ask_for_password, own_account_pages.set_password,
    own_account_pages.recovery_codes, own_account_pages.make_codes, own_account_pages.keep_codes,
    account_pages.staff_list, account_pages.add, account_pages.one, account_pages.change_roles, account_pages.disable, account_pages.enable,
    account_pages.reset_password, account_pages.reset_second_factor,
    action_log_pages.read, action_log_pages.verify,
    console_routes(),
    *SUPERVISOR_ROUTES,
    *EDITOR_ROUTES,
    *WORK_ROUTES,
    PRACTICE_ROUTES,
)  # fmt: skip
