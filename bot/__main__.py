"""`python -m bot`: the commands of this process."""

import argparse
import asyncio
import logging
import os
import sys
from pathlib import Path

import uvloop
from dotenv import dotenv_values

from bot.guidance.errors import GuidanceError
from bot.language import Language
from bot.permissions import Role
from bot.settings import Settings, SettingsError

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Run one command and return its exit code; a wrong setting or guidance file is one sentence on standard error."""
    arguments = _parser().parse_args()
    os.umask(0o077)  # files written by this process are readable by its account only
    try:
        return int(arguments.run(arguments))
    except (SettingsError, GuidanceError) as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def load_settings() -> Settings:
    """Return the settings from the environment, then `.env`, then the secrets that scripts/run made."""
    files = (ROOT / "var" / "secrets.env", ROOT / ".env")
    read = {name: value for file in files for name, value in dotenv_values(file).items() if value is not None}
    return Settings.from_env({**read, **os.environ})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Tomoshibi: the process that faces people.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="run the public and the staff site")
    serve.set_defaults(run=_serve)
    telegram = commands.add_parser(
        "telegram", help="run the Telegram channel alone, beside a `serve` on the same database"
    )
    telegram.set_defaults(run=_telegram)
    talk = commands.add_parser("talk", help="hold one conversation here, one turn a line")
    talk.add_argument("--language", type=Language, choices=list(Language), default=Language.JA, help="ja or en")
    talk.add_argument("--scripted", action="store_true", help="without Rasa")
    talk.add_argument("--json", action="store_true", help="one JSON object a turn")
    talk.set_defaults(run=_talk)
    nlu = commands.add_parser("nlu", help="measure understanding on sentences with known intents")
    nlu.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE.tsv",
        help="columns lang, label, text, and if known secondary, question, danger, style",
    )
    nlu.add_argument("--json", action="store_true", help="one JSON object")
    nlu.add_argument("--rows", type=Path, metavar="FILE", help="write what was understood of each row, without words")
    nlu.set_defaults(run=_nlu)
    dialogues = commands.add_parser("dialogues", help="measure whole conversations through the running Rasa")
    dialogues.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files, or folders of files, in ja/ or en/"
    )
    dialogues.add_argument("--json", action="store_true", help="one JSON object")
    dialogues.set_defaults(run=_dialogues)
    _add_guidance(commands.add_parser("guidance", help="look after the guidance"))
    _add_staff(commands.add_parser("staff", help="look after the accounts of counsellors, editors and the others"))
    migrate = commands.add_parser("migrate", help="bring the database to the newest shape")
    migrate.set_defaults(run=_migrate)
    return parser


def _add_guidance(guidance: argparse.ArgumentParser) -> None:
    jobs = guidance.add_subparsers(required=True, metavar="JOB", dest="what")
    jobs.add_parser("check", help="name every problem; exit 1 if there is one")
    jobs.add_parser("questions", help="list the questions that have an answer")
    read = jobs.add_parser("read", help="show entries in both languages and note that you compared them")
    read.add_argument("keys", nargs="+", metavar="KEY")
    export = jobs.add_parser("export", help="write what is published into the files of the guidance")
    export.add_argument("--into", type=Path, default=ROOT, metavar="FOLDER", help="this repository without it")
    site = jobs.add_parser("export-site", help="write the help pages as a folder that opens without a server")
    site.add_argument("folder", type=Path, metavar="FOLDER")
    site.add_argument("--url", default="", help="where the folder is served, for its sitemap; no sitemap without it")
    words = jobs.add_parser("import", help="make drafts of what a translator changed; exit 1 if anything was left out")
    words.add_argument("file", type=Path, metavar="FILE.po")
    words.add_argument("--language", type=Language, choices=list(Language), required=True, help="ja or en")
    words.add_argument(
        "--by", required=True, metavar="NAME", help="the sign-in name of the editor whose drafts they are"
    )
    guidance.set_defaults(run=_guidance)


def _add_staff(staff: argparse.ArgumentParser) -> None:
    jobs = staff.add_subparsers(required=True, metavar="JOB", dest="job")
    add = jobs.add_parser("add", help="add somebody; prints what they sign in with, once")
    add.add_argument("name", metavar="NAME", help="the sign-in name")
    add.add_argument("--role", action="append", type=Role, choices=list(Role), required=True, help="may be repeated")
    add.add_argument("--display", default="", metavar="NAME", help="what people read; the sign-in name without it")
    jobs.add_parser("list", help="list everybody")
    jobs.add_parser("disable", help="close an account").add_argument("name", metavar="NAME")
    reset = jobs.add_parser("reset", help="new one-time password and second factor; prints them, once")
    reset.add_argument("name", metavar="NAME")
    jobs.add_parser("verify-log", help="check the action log; exit 1 and name the first entry that is not as written")
    staff.set_defaults(run=_staff)


def _serve(_arguments: argparse.Namespace) -> int:
    from bot.app import serve  # noqa: PLC0415 (each command loads only what it needs)
    from bot.logs import set_up_logs  # noqa: PLC0415

    settings = load_settings()
    set_up_logs(settings.log_level)
    uvloop.run(serve(settings))
    return 0


def _telegram(_arguments: argparse.Namespace) -> int:
    from bot.app import serve_telegram  # noqa: PLC0415
    from bot.logs import set_up_logs  # noqa: PLC0415

    settings = load_settings()
    set_up_logs(settings.log_level)
    uvloop.run(serve_telegram(settings))
    return 0


def _talk(arguments: argparse.Namespace) -> int:
    from bot.talk import talk  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    _utf8()
    job = talk(
        load_settings(),
        language=arguments.language,
        scripted=arguments.scripted,
        as_json=arguments.json,
        lines=sys.stdin,
    )
    return asyncio.run(job)


def _nlu(arguments: argparse.Namespace) -> int:
    from bot.nlu import measure  # noqa: PLC0415

    _utf8()
    return measure(arguments.files, settings=load_settings(), as_json=arguments.json, rows=arguments.rows)


def _dialogues(arguments: argparse.Namespace) -> int:
    from bot.dialogues import run  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    _utf8()
    return asyncio.run(run(arguments.paths, settings=load_settings(), as_json=arguments.json))


def _guidance(arguments: argparse.Namespace) -> int:
    from bot.guidance_command import check, questions, read, run  # noqa: PLC0415

    _utf8()
    without_database = {"check": check, "questions": questions}
    if arguments.what == "read":
        return read(arguments.keys)
    if arguments.what in without_database:
        return without_database[arguments.what]()
    return run(arguments, load_settings())


def _staff(arguments: argparse.Namespace) -> int:
    from bot.staff_command import staff  # noqa: PLC0415

    _utf8()
    return asyncio.run(staff(load_settings(), arguments))


def _migrate(_arguments: argparse.Namespace) -> int:
    from bot.store.migrate import migrate  # noqa: PLC0415

    migrate(load_settings().database_url)
    return 0


def _utf8() -> None:
    """Read and write UTF-8 whatever the locale; invalid bytes become replacement characters."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


if __name__ == "__main__":
    sys.exit(main())
