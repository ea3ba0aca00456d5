"""Settings: from options, ``PLOEG_*`` variables, or a ``.env`` file in the folder one works in."""

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.model import Role


class Settings(BaseSettings):
    """Everything that can be set. The name of a variable is ``PLOEG_`` and the name of the field."""

    model_config = SettingsConfigDict(env_prefix="PLOEG_", env_file=".env", extra="ignore", frozen=True)

    data: Path = Field(
        default_factory=lambda: user_data_path("ploeg"),
        description="Directory of the embedded store and its secrets.",
    )
    database: str = Field(
        default="embedded",
        description="`embedded`, or the address of a Neo4j: `neo4j://…` or `bolt://…` (+s).",
    )
    database_user: str = Field(default="neo4j", description="User of the Neo4j.")
    database_password: SecretStr = Field(default=SecretStr(""), description="Password of the Neo4j.")
    database_name: str = Field(default="neo4j", description="Name of the database in the Neo4j.")
    heap: str = Field(default="1g", description="Memory of the embedded engine, as Java writes it.")
    city: str = Field(default="antwerpen", description="The city whose network is asked.")
    local_role: Role = Field(
        default=Role.COORDINATOR,
        description="Who asks, on the command line and, until there is sign-in, on loopback: "
        "`public`, `partner`, `researcher`, `coordinator` or `admin`.",
    )
    lang: Literal["nl", "en"] = Field(default="nl", description="Language of the screen: `nl` or `en`.")
    host: str = Field(
        default="127.0.0.1", description="Address to serve on; loopback only until there is sign-in."
    )
    port: int = Field(default=8377, ge=0, le=65535, description="Port to serve on; 0 takes a free one.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning",
        description="What is logged, on standard error: `debug`, `info`, `warning` or `error`.",
    )
    log_form: Literal["plain", "json"] = Field(
        default="plain", description="Form of a line of the log: `plain` or `json`."
    )
