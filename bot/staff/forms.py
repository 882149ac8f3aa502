"""What the pages of accounts and signing in receive: one dataclass for each form, every field as it was typed."""

from dataclasses import dataclass, field

from bot.permissions import Role


@dataclass(frozen=True, kw_only=True)
class SignInForm:
    """What somebody signs in with, and the language of the page."""

    name: str = ""
    password: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class SignOutForm:
    """What becomes of the chats that somebody still has: `back` for into the queue."""

    chats: str = ""


@dataclass(frozen=True, kw_only=True)
class PageLanguageForm:
    """The language that somebody chooses, and the page they chose it on."""

    lang: str = ""
    back: str = "/"


@dataclass(frozen=True, kw_only=True)
class PasswordForm:
    """The password of now, and the new one twice."""

    old: str = field(default="", repr=False)
    new: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class ConfirmForm:
    """The password of now, before fresh recovery codes are made."""

    old: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class CodesKeptForm:
    """Whether the recovery codes were kept."""

    kept: str = ""


@dataclass(frozen=True, kw_only=True)
class RolesForm:
    """All roles that an account is to have."""

    role: tuple[str, ...] = ()

    def roles(self) -> frozenset[Role]:
        """Return the roles; other words are left out."""
        return frozenset(Role(role) for role in self.role if role in set(Role))


@dataclass(frozen=True, kw_only=True)
class AccountForm(RolesForm):
    """A new account."""

    name: str = ""
    display_name: str = ""
