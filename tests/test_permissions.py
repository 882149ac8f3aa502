"""The table of permissions, as somebody outside programming should read it."""

from bot.permissions import PERMISSIONS, Permission, Role, granted

CHATS = {Permission.SEE_QUEUE, Permission.TAKE_CHAT, Permission.REPLY_CHAT}


def test_every_role_has_its_row_and_everybody_their_own_account() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert all(Permission.OWN_ACCOUNT in granted([role]) for role in Role)


def test_every_permission_is_somebodys() -> None:
    assert granted(Role) == set(Permission)


def test_chats_are_read_by_counsellors_and_supervisors_only() -> None:
    assert {role for role in Role if CHATS & granted([role])} == {Role.COUNSELLOR, Role.SUPERVISOR}


def test_who_manages_the_staff_neither_reads_chats_nor_the_log() -> None:
    assert {role for role in Role if Permission.MANAGE_STAFF in granted([role])} == {Role.ADMINISTRATOR}
    assert not granted([Role.ADMINISTRATOR]) & (CHATS | {Permission.READ_ACTION_LOG, Permission.SUPERVISE})


def test_several_roles_add_up_and_none_is_nothing() -> None:
    both = granted([Role.COUNSELLOR, Role.EDITOR])
    assert both == granted([Role.COUNSELLOR]) | granted([Role.EDITOR])
    assert granted([]) == frozenset()
