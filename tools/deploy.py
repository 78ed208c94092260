"""Write the files of one machine of a cluster: `python -m tools.deploy cluster.toml --machine a --to out/a`.

The directory mirrors the machine's root: `rsync -rlp --chmod=D755 --chown=root:root out/a/ root@a:/`
(deploy/README.md). The first run makes secrets.toml beside cluster.toml, with new passwords and keys: keep it as safe
as they are.
"""

import argparse
import base64
import re
import secrets
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError, model_validator

from tools import command
from tools.cluster.layout import DEPLOY, Context, Machine, Secrets, render
from tools.deploy_files import BACKUP_FILES, FILES, MONITOR_FILES, File
from utils import crypto

_PASSWORD = re.compile(r"[A-Za-z0-9_-]{16,}")
_PASSWORDS = ("database", "migrate", "backup", "redis")
_FOREIGN = (
    "ALIYUN_ACCESS_KEY_ID",
    "ALIYUN_ACCESS_KEY_SECRET",
    "ALIYUN_SMS_SIGN_NAME",
    "ALIYUN_SMS_TEMPLATE_REGISTER",
    "ALIYUN_SMS_TEMPLATE_LOGIN",
    "ALIYUN_SMS_TEMPLATE_RESET",
    "ALIYUN_SMS_TEMPLATES",
    "SMTP_URL",
    "SMTP_FROM",
    "OSS_ACCESS_KEY_ID",
    "OSS_ACCESS_KEY_SECRET",
    "OSS_ENDPOINT",
    "OSS_BUCKET",
    "ALIPAY_APP_ID",
    "ALIPAY_SELLER_ID",
    "ALIPAY_PRIVATE_KEY",
    "ALIPAY_PUBLIC_KEY",
)
"""What other companies hand out: the operator fills these in."""


class Cluster(BaseModel, extra="forbid"):
    """cluster.toml; deploy/cluster.toml is an example."""

    site: str
    network: IPv4Network
    edges: list[IPv4Address] = []
    media_url: str
    processes: int = Field(default=2, ge=1, le=16)
    memory: int = Field(default=1024, ge=128)
    monitor: IPv4Address
    backup: str
    machines: dict[str, IPv4Address] = Field(min_length=3, max_length=3)

    @model_validator(mode="after")
    def _fits(self) -> "Cluster":
        if outside := [name for name, address in self.machines.items() if address not in self.network]:
            raise ValueError(f"{', '.join(outside)}: no address of {self.network}")
        if self.backup not in self.machines:
            raise ValueError(f"backup: {self.backup} is none of the machines")
        return self


class AllSecrets(BaseModel, extra="forbid"):
    """secrets.toml: the passwords inside the cluster, and settings of ihome without their prefix."""

    passwords: Secrets
    ihome: dict[str, str]

    @model_validator(mode="after")
    def _fits(self) -> "AllSecrets":
        """They stand in URLs, SQL and configuration files, whose rules for quoting differ."""
        if wrong := [name for name, value in vars(self.passwords).items() if not _PASSWORD.fullmatch(value)]:
            raise ValueError(f"passwords: {', '.join(wrong)}: 16 letters, digits, - and _ at least, and nothing else")
        return self


M = TypeVar("M", bound=BaseModel)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cluster", type=Path, metavar="cluster.toml")
    parser.add_argument("--machine", required=True, help="its name in cluster.toml, or `monitor`")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a new directory")
    arguments = parser.parse_args()
    cluster = _read(arguments.cluster, Cluster)
    secret = _read(_secrets_file(arguments.cluster.with_name("secrets.toml")), AllSecrets)
    context = context_of(cluster, secret.passwords)
    if arguments.machine == "monitor":
        written = write(MONITOR_FILES, context, arguments.to)
    else:
        written = write_machine(arguments.machine, cluster, context, secret.ihome, arguments.to)
    print(f"{written} files in {arguments.to}")
    return 0


def context_of(cluster: Cluster, passwords: Secrets) -> Context:
    """What the templates know, for the first machine."""
    machines = tuple(Machine.real(name, str(address)) for name, address in cluster.machines.items())
    return Context(
        site=cluster.site,
        machines=machines,
        me=machines[0],
        network=str(cluster.network),
        secrets=passwords,
        edges=tuple(str(edge) for edge in cluster.edges),
        processes=cluster.processes,
        memory=cluster.memory,
        media_url=cluster.media_url,
        monitor=str(cluster.monitor),
    )


def write_machine(name: str, cluster: Cluster, context: Context, own: dict[str, str], to: Path) -> int:
    """Write the files of the machine `name`; returns how many. Raises Problem if there is no such machine."""
    me = next((machine for machine in context.machines if machine.name == name), None)
    if me is None:
        raise command.Problem(f"cluster.toml has no machine {name}")
    context = replace(context, me=me)
    files = [*FILES, *(BACKUP_FILES if cluster.backup == name else ())]
    units = [str(path.relative_to(DEPLOY)) for path in (DEPLOY / "systemd").rglob("*") if path.is_file()]
    files += [File(unit, f"etc/systemd/system/{unit.removeprefix('systemd/')}") for unit in sorted(units)]
    written = write(files, context, to)
    _put(to / "etc/ihome/secrets.env", "".join(_env_lines(own)), secret=True)
    return written + 1


def write(files: Sequence[File], context: Context, to: Path) -> int:
    """Render `files` below `to`, with the modes that they need; returns how many."""
    for file in files:
        own = replace(context, data=file.data, run=file.run, logs=file.logs, user=file.user)
        text = render(file.source, own) if file.is_template else (DEPLOY / file.source).read_text()
        _put(to / file.target, text, secret=file.secret)
    return len(files)


def _put(path: Path, text: str, *, secret: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(text)
    path.chmod(0o600 if secret else 0o644)


def _env_lines(own: dict[str, str]) -> Iterator[str]:
    """For systemd's EnvironmentFile= and for a shell. Raises Problem for a value that neither could read."""
    for name, value in own.items():
        if "'" in value or "\\" in value:
            raise command.Problem(f"secrets.toml: {name}: neither ' nor \\ may be in it")
        yield f"IHOME_{name}='{value}'\n"


def _read(path: Path, kind: type[M]) -> M:
    """Raises Problem for a file that cannot be read, or does not fit."""
    try:
        return kind.model_validate(tomllib.loads(path.read_text()))
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors(include_input=False)]
        raise command.Problem(f"{path}: {'; '.join(wrong)}") from None
    except (OSError, ValueError) as error:
        raise command.Problem(f"{path}: {error}") from None


def _secrets_file(path: Path) -> Path:
    """The file of the secrets, made with new ones if there is none."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text("".join(_new_secrets()))
        print(f"made {path}: keep it safe, and fill in what Aliyun, Alipay and the mail server's operator handed out")
    return path


def _new_secrets() -> Iterator[str]:
    yield "# Passwords inside the cluster\n[passwords]\n"
    yield from (f'{name} = "{secrets.token_urlsafe(24)}"\n' for name in _PASSWORDS)
    yield "\n# ihome's own settings (docs/operating.md, Secrets): the pepper and the index key can never be changed\n"
    yield "[ihome]\n"
    yield from (f'{name} = "{secrets.token_urlsafe(48)}"\n' for name in ("SECRET_KEY", "PASSWORD_PEPPER"))
    yield f'IDCARD_KEYS = "first:{base64.b64encode(secrets.token_bytes(32)).decode()}"\n'
    yield f'IDCARD_INDEX_KEY = "{secrets.token_urlsafe(48)}"\n'
    yield f'VAPID_PRIVATE_KEY = "{base64.urlsafe_b64encode(crypto.p256_key()).decode()}"\n'
    yield from (f'{name} = ""\n' for name in _FOREIGN)


if __name__ == "__main__":
    sys.exit(command.run(main))
