"""The state of the service's parts, for monitoring."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, get


def health_route(report: Callable[[], Awaitable[dict[str, Any]]]) -> Any:
    """Return the `/health` route over a report of the parts; its status is 503 if the service is down, 200 otherwise."""

    @get("/health")
    async def health() -> Response[dict[str, Any]]:
        state = await report()
        return Response(state, status_code=200 if state["status"] != "down" else 503)

    return health
