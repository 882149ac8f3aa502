"""The web framework alone, the baseline for scripts/bench: it answers a form with one line of HTML."""

import sys
from typing import Any

import uvicorn
from litestar import Litestar, Request, Response, post
from litestar.enums import MediaType


@post("/", status_code=200)
async def echo(request: Request[Any, Any, Any]) -> Response[str]:
    """Return the text that was sent."""
    form = await request.form()
    return Response(f"<p>{form['text']}</p>", media_type=MediaType.HTML)


if __name__ == "__main__":
    uvicorn.run(Litestar([echo], openapi_config=None, logging_config=None), port=int(sys.argv[1]), log_level="warning")
