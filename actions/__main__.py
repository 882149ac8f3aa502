"""`python -m actions`: serve the actions to Rasa on this machine's loopback (ACTIONS_PORT, 5055 by default)."""

import os

from rasa_sdk.__main__ import main_from_args
from rasa_sdk.endpoint import create_argument_parser

os.environ["SANIC_HOST"] = "127.0.0.1"


def main() -> None:
    """Start the action server."""
    port = os.environ.get("ACTIONS_PORT", "5055")
    main_from_args(create_argument_parser().parse_args(["--actions", "actions.decisions", "--port", port]))


if __name__ == "__main__":
    main()
