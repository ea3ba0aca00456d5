"""The application: every address, what each request passes first, and how errors are told."""

from typing import Any

from fastapi import Depends, FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api import docs, health, my_data_pages, openid_pages, pages, sign_in_pages
from api.analysing import Analysing
from api.backing_up import BackingUp
from api.callers import Callers
from api.dependencies import known_parameters
from api.guards import Guards
from api.handlers import add_handlers
from api.importing import Importing
from api.own import Residents
from api.state import AppState
from api.tags import ByteTags
from api.v1 import (
    accounts,
    analysis,
    areas,
    audit,
    backups,
    bonds,
    directory,
    duplicates,
    exports,
    import_runs,
    imports,
    informing,
    initiatives,
    maps,
    matches,
    measurements,
    my_data,
    organisations,
    paths,
    people,
    requests,
    runs,
    search,
    sessions,
    set_aside,
    tables,
    teams,
    tokens,
)
from api.v1.examples import BODIES
from api.v1.responses import name_unreadable_bodies
from api.v1.schemas import ProblemOut

__all__ = ["AppState", "create_app"]

TITLE = "Ploeg"
DESCRIPTION = """\
Find, match and connect the people who make a city take part.

Wherever a person or thing is named, its id, its key from an imported table, or its exact name will do. Texts for a
person come in Dutch and in English. Every error is a problem (RFC 9457, `application/problem+json`) whose `detail`
says what to do. Answers carry an `ETag`; sent back as `If-None-Match` it gives 304 until anything in the city
changes or the day does, and to partners and the public until the answer itself does. Consent is always that of the
moment of asking, whatever `as_of` says."""

TAGS = (
    ("search", "Who and what is there?"),
    ("paths", "Through whom do I reach them?"),
    ("matches", "Who fits this request, and why?"),
    ("map", "What does the network look like?"),
    ("analysis", "Is it becoming a learning network?"),
    ("browsing", "Who and what is there, by name, and what to pick from"),
    ("people", "People as they are kept, and what they agreed to"),
    ("duplicates", "People who may stand in the network twice, and what was decided about them"),
    ("organisations", "Organisations as they are kept"),
    ("initiatives", "What people did together"),
    ("requests", "What people ask support for"),
    ("imports", "Tables in, and imports taken back"),
    ("exports", "Tables out"),
    ("signing in", "Who calls, sessions, and tokens for programs"),
    ("my data", "What is kept on somebody, for themselves"),
    ("accounts", "Who has an account, and in which roles"),
    ("log", "Who did what, and when"),
    ("backups", "What is kept to put back"),
    ("health", "Whether it runs"),
)

# Addresses with more after an id come before the id alone, which takes any number of slashes.
ROUTERS = (
    search,
    directory,
    paths,
    matches,
    set_aside,
    teams,
    maps,
    areas,
    analysis,
    runs,
    measurements,
    bonds,
    informing,
    people,
    duplicates,
    organisations,
    initiatives,
    requests,
    tables,
    import_runs,
    imports,
    exports,
    sessions,
    tokens,
    accounts,
    my_data,
    audit,
    backups,
)


def create_app(state: AppState) -> FastAPI:
    """Return the application over an open store.

    It answers on loopback names and on that of `state.sign_in.address`.  As long as there is neither an address nor
    an account, `state.role` is that of every caller.
    """
    app = FastAPI(
        title=TITLE,
        version=state.version,
        description=DESCRIPTION,
        openapi_tags=[{"name": name, "description": says} for name, says in TAGS],
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_name,
    )
    app.state.ploeg = state
    app.state.callers = Callers(state.store, state.city, state.role, state.sign_in)
    app.state.analysing = Analysing(state.store, state.snapshots, patience=state.patience)
    app.state.importing = Importing(state.store)
    app.state.backing_up = BackingUp(state.store, state.backup_days)
    app.state.residents = Residents(state.store, state.city, state.mailer)
    for noun in ROUTERS:
        app.include_router(noun.router, dependencies=[Depends(known_parameters)])
    app.include_router(health.router)
    app.include_router(docs.router)
    app.include_router(pages.router)
    app.include_router(sign_in_pages.router)
    app.include_router(openid_pages.router)
    app.include_router(my_data_pages.router)
    pages.mount_static(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    add_handlers(app)
    app.add_middleware(ByteTags)
    app.add_middleware(Guards, sign_in=state.sign_in)
    return app


def _name(route: APIRoute) -> str:
    return route.name


def _openapi(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            tags=app.openapi_tags,
            routes=app.routes,
        )
        schemas = document["components"]["schemas"]
        for name, example in BODIES.items():
            schemas[name]["examples"] = [example]
        schemas["ProblemOut"] = ProblemOut.model_json_schema()
        document["components"]["schemas"] = dict(sorted(schemas.items()))
        name_unreadable_bodies(document)
        app.openapi_schema = document
    return app.openapi_schema
