"""The web framework with nothing behind it: takes a form and answers with a line of HTML. For scripts/bench, to compare with."""

import sys

import uvicorn
from litestar import Litestar, Request, Response, post
from litestar.enums import MediaType


@post("/", status_code=200)
async def echo(request: Request) -> Response:
    """Answer with what was sent."""
    form = await request.form()
    return Response(f"<p>{form['text']}</p>", media_type=MediaType.HTML)


if __name__ == "__main__":
    uvicorn.run(Litestar([echo], openapi_config=None, logging_config=None), port=int(sys.argv[1]), log_level="warning")
