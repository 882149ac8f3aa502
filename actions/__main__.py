"""`python -m actions`: serve the actions to Rasa on this machine's loopback (ACTIONS_PORT, 5055 by default).

It is a single process: rasa-sdk's own start leaves workers behind when it is killed, and they hold its port.
"""

import os

from rasa_sdk import utils
from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor


def main() -> None:
    """Start the action server."""
    utils.configure_colored_logging(os.environ.get("LOG_LEVEL", "INFO"))
    utils.update_sanic_log_level()
    executor = ActionExecutor()
    executor.register_package("actions.decisions")
    port = int(os.environ.get("ACTIONS_PORT") or "5055")
    create_app(executor).run(host="127.0.0.1", port=port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
