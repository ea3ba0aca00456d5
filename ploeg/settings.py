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
        description="Who asks, on the command line and, as long as nobody has an account, on the page of this "
        "machine: `public`, `partner`, `researcher`, `coordinator` or `admin`.",
    )
    lang: Literal["nl", "en"] = Field(default="nl", description="Language of the screen: `nl` or `en`.")
    host: str = Field(
        default="127.0.0.1",
        description="Address to serve on; beyond this machine only with an `https://` address in `PLOEG_ADDRESS`.",
    )
    port: int = Field(default=8377, ge=0, le=65535, description="Port to serve on; 0 takes a free one.")
    address: str = Field(
        default="",
        description="Where people reach the page, such as `https://ploeg.voorbeeld.be`; everybody then signs in.",
    )
    proxy: str = Field(
        default="",
        description="Addresses of the proxy in front, with commas between; only those are believed about who asks.",
    )
    secret: SecretStr = Field(
        default=SecretStr(""),
        description="Signs the cookies of sessions; empty for a secret that is made and kept in `PLOEG_DATA`. "
        "Several servers need the same one.",
    )
    session_idle: int = Field(
        default=120, ge=1, le=10080, description="Minutes without use after which one must sign in again."
    )
    session_hours: int = Field(
        default=12, ge=1, le=720, description="Hours after which one must sign in again in any case."
    )
    openid_issuer: str = Field(
        default="",
        description="The OpenID provider at which people can sign in too, such as `https://id.voorbeeld.be/realms/stad`.",
    )
    openid_client: str = Field(default="", description="How that provider knows Ploeg (client id).")
    openid_secret: SecretStr = Field(
        default=SecretStr(""),
        description="What the provider gave Ploeg to prove itself by; empty for a public client.",
    )
    mail: str = Field(
        default="outbox",
        description="Where mail goes: `outbox` keeps letters in a folder in `PLOEG_DATA`; `smtp://user@host:587` "
        "(STARTTLS) or `smtps://user@host:465` (TLS) sends them.",
    )
    mail_password: SecretStr = Field(default=SecretStr(""), description="Password of the mail server.")
    mail_from: str = Field(
        default="", description="The address mails come from, such as `Ploeg <ploeg@voorbeeld.be>`."
    )
    audit_days: int = Field(
        default=730,
        ge=1,
        le=36500,
        description="Days for which the log tells who did something, and to whom.",
    )
    backup_days: int = Field(
        default=30,
        ge=0,
        le=36500,
        description="Days for which backups are kept, by you and by Ploeg; 0 where none are made. Whoever is erased "
        "is told.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning",
        description="What is logged, on standard error: `debug`, `info`, `warning` or `error`.",
    )
    log_form: Literal["plain", "json"] = Field(
        default="plain", description="Form of a line of the log: `plain` or `json`."
    )
