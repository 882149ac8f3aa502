"""The state of the parts, for whoever watches over the service."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, get


def health_route(report: Callable[[], Awaitable[dict[str, Any]]]) -> Any:
    """Return the `/health` route over a report of the parts; 200 when people can be served."""

    @get("/health")
    async def health() -> Response[dict[str, Any]]:
        state = await report()
        return Response(state, status_code=200 if state["status"] != "down" else 503)

    return health
