"""Settings: what refuses to start, and that .env.example names them all."""

import base64
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

import config
from config import DEVELOPMENT_KEY, DEVELOPMENT_SECRET, Config, Unsafe, answer_times

ROOT = Path(__file__).parents[2]
SAFE = {
    "IHOME_DATABASE_URL": "mysql://ihome:secret@db.example/ihome",
    "IHOME_REDIS_URL": "redis://redis.example/0",
    "IHOME_SECRET_KEY": secrets.token_urlsafe(48),
    "IHOME_PASSWORD_PEPPER": secrets.token_urlsafe(48),
    "IHOME_IDCARD_INDEX_KEY": secrets.token_urlsafe(48),
    "IHOME_IDCARD_KEYS": "2026:" + base64.b64encode(secrets.token_bytes(32)).decode(),
    "IHOME_ALIYUN_ACCESS_KEY_ID": "LTAI0000000000000000",
    "IHOME_ALIYUN_ACCESS_KEY_SECRET": "x",
    "IHOME_ALIYUN_SMS_SIGN_NAME": "爱家",
    "IHOME_ALIYUN_SMS_TEMPLATE_REGISTER": "SMS_1",
    "IHOME_ALIYUN_SMS_TEMPLATE_LOGIN": "SMS_2",
    "IHOME_ALIYUN_SMS_TEMPLATE_RESET": "SMS_3",
    "IHOME_OSS_ACCESS_KEY_ID": "LTAI0000000000000000",
    "IHOME_OSS_ACCESS_KEY_SECRET": "x",
    "IHOME_OSS_ENDPOINT": "https://oss-cn-beijing.aliyuncs.com",
    "IHOME_OSS_BUCKET": "ihome",
    "IHOME_MEDIA_URL": "https://media.ihome.example",
    "IHOME_SITE_URL": "https://ihome.example",
    "IHOME_ALIPAY_APP_ID": "2021000000000000",
    "IHOME_ALIPAY_SELLER_ID": "2088000000000000",
    "IHOME_ALIPAY_PRIVATE_KEY": "x",
    "IHOME_ALIPAY_PUBLIC_KEY": "x",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in [name for name in os.environ if name.startswith("IHOME_")]:
        monkeypatch.delenv(name)
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def problems() -> list[str]:
    with pytest.raises(Unsafe) as refused:
        config.load()
    return refused.value.problems


def test_safe_settings_load_and_production_is_the_default(environment: pytest.MonkeyPatch) -> None:
    loaded = config.load()
    assert loaded.production
    assert loaded.sms_sender == "aliyun"
    assert loaded.bcrypt_cost == 12


@pytest.mark.parametrize("missing", SAFE)
def test_production_needs_every_one_of_these(environment: pytest.MonkeyPatch, missing: str) -> None:
    environment.delenv(missing)
    [line] = problems()
    assert line.startswith(missing)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("IHOME_SECRET_KEY", DEVELOPMENT_SECRET),
        ("IHOME_SECRET_KEY", "short"),
        ("IHOME_PASSWORD_PEPPER", "a" * 64),
        ("IHOME_IDCARD_INDEX_KEY", "changeme-changeme-changeme-changeme"),
        ("IHOME_IDCARD_KEYS", "dev:" + DEVELOPMENT_KEY),
        ("IHOME_IDCARD_KEYS", "a:" + base64.b64encode(b"x" * 16).decode()),
        ("IHOME_IDCARD_KEYS", "not a key"),
        ("IHOME_DEBUG", "true"),
        ("IHOME_ALIYUN_SMS_ENDPOINT", "http://dysmsapi.aliyuncs.com"),
        ("IHOME_ALIPAY_GATEWAY", "http://openapi.alipay.com/gateway.do"),
        ("IHOME_SESSION_ABSOLUTE_SECONDS", "100000000"),
        ("IHOME_BCRYPT_COST", "11"),
        ("IHOME_OUTBOX", "/tmp"),  # noqa: S108
        ("IHOME_FEED_PRIVATE", "true"),
        ("IHOME_CORS_ORIGINS", "*"),
        ("IHOME_MAP_TILES", "https://tiles.example/{z}/{x}.png"),
        ("IHOME_MAP_TILES", "https://tiles.example/{z}/{x}/{y}.png https://{s}.tiles.example/{z}/{x}/{y}.png"),
        ("IHOME_MAP_TILES", "//tiles.example/{z}/{x}/{y}.png"),
        ("IHOME_MAP_TILES", "https://tiles.example; script-src */{z}/{x}/{y}.png"),
        ("IHOME_MAP_DATUM", "bd09"),
        ("IHOME_CORS_ORIGINS", "https://m.ihome.example/"),
        ("IHOME_CORS_ORIGINS", "https://m.ihome.example http://m.ihome.example"),
        ("IHOME_TRUSTED_ORIGINS", "http://m.ihome.example"),
        ("IHOME_MEDIA_URL", "http://media.ihome.example"),
        ("IHOME_MEDIA_URL", "//media.ihome.example"),
        ("IHOME_SITE_URL", "http://ihome.example"),
        ("IHOME_PORT", "eighty"),
        ("IHOME_LIMIT_SMS_PER_MOBILE", "many"),
        ("IHOME_TRUSTED_PROXIES", "everyone"),
        ("IHOME_ENV", "staging"),
        ("IHOME_SESSION_IDLE_SECONDS", "-1"),
        ("IHOME_ALIYUN_SMS_TEMPLATES", "accepted"),
        ("IHOME_ALIYUN_SMS_TEMPLATES", "accepted=SMS 1"),
        ("IHOME_VAPID_PRIVATE_KEY", "secret-secret"),
        ("IHOME_VAPID_PRIVATE_KEY", "A" * 43),
    ],
)
def test_production_refuses_an_unsafe_value_in_one_line_that_names_it(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)
    [line] = problems()
    assert line.startswith(name)
    assert "\n" not in line
    if len(value) > 6 and name.endswith(("KEY", "KEYS", "PEPPER")):
        assert value.removeprefix("dev:").removeprefix("a:") not in line


def test_production_refuses_a_local_sms_sender(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_SMS", "local")
    environment.setenv("IHOME_OUTBOX", "/nowhere")
    assert [line.split("=")[0].split()[0] for line in problems()] == ["IHOME_SMS", "IHOME_OUTBOX"]


@pytest.mark.parametrize(
    ("url", "sender", "refused"),
    [
        ("smtps://u:p%40ss@mail.example", "爱家租房 <notice@ihome.example>", []),
        ("smtp://mail.example", "notice@ihome.example", []),
        ("smtp+insecure://127.0.0.1", "notice@ihome.example", []),
        ("smtp+insecure://mail.example", "notice@ihome.example", ["IHOME_SMTP_URL"]),
        ("smtp+insecure://127.0.0.1.mail.example", "notice@ihome.example", ["IHOME_SMTP_URL"]),
        ("http://u:secret@mail.example", "notice@ihome.example", ["IHOME_SMTP_URL"]),
        ("smtp://u:secret@mail.example:port", "notice@ihome.example", ["IHOME_SMTP_URL"]),
        ("smtps://mail.example", "", ["IHOME_SMTP_FROM"]),
        ("smtps://mail.example", "爱家租房", ["IHOME_SMTP_FROM"]),
    ],
)
def test_mails_leave_protected_and_with_a_sender(
    environment: pytest.MonkeyPatch, url: str, sender: str, refused: list[str]
) -> None:
    environment.setenv("IHOME_SMTP_URL", url)
    environment.setenv("IHOME_SMTP_FROM", sender)
    lines = problems() if refused else config.load().problems()
    assert [line.split()[0] for line in lines] == refused
    assert not [line for line in lines if "secret" in line]


def test_without_a_mail_server_and_a_key_production_has_neither_mail_nor_push(environment: pytest.MonkeyPatch) -> None:
    loaded = config.load()
    assert (loaded.mail_sender, loaded.vapid_key) == ("", None)
    environment.setenv("IHOME_VAPID_PRIVATE_KEY", "fJ3JK24k-583TLjrbwywJa_uunuP811HwBRNmXeXXnE")
    key = config.load().vapid_key
    assert key is not None
    assert len(key) == 32


def test_production_refuses_local_payments(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_PAYMENTS", "local")
    environment.setenv("IHOME_OUTBOX", "/nowhere")
    assert [line.split("=")[0].split()[0] for line in problems()] == ["IHOME_PAYMENTS", "IHOME_OUTBOX"]


def test_the_server_prints_the_problems_and_exits() -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("IHOME_")}
    done = subprocess.run(
        [sys.executable, "server.py"], cwd=ROOT, env=inherited, capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert all(line.startswith("ihome cannot start: IHOME_") for line in lines)
    assert len(lines) == len(SAFE)


def test_a_default_domain_of_oss_is_warned_of(environment: pytest.MonkeyPatch) -> None:
    assert config.load().warnings() == []
    environment.setenv("IHOME_MEDIA_URL", "https://ihome.oss-cn-beijing.aliyuncs.com")
    [line] = config.load().warnings()
    assert line.startswith("IHOME_MEDIA_URL")


def test_a_proxy_may_serve_the_bucket_under_a_path(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_MEDIA_URL", "/media")
    assert config.load().media_url == "/media"


def test_a_setting_that_is_none_is_warned_of(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_ORDER_PAY_SECONDS", "900")
    assert config.load().warnings() == ["IHOME_ORDER_PAY_SECONDS is no setting of ihome: .env.example names them all"]


def test_a_wait_for_a_writer_that_is_cut_short_is_warned_of(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_DATABASE_FAILOVER_SECONDS", "2.4")
    assert config.load().warnings() == []
    environment.setenv("IHOME_DATABASE_FAILOVER_SECONDS", "5")
    [line] = config.load().warnings()
    assert line.startswith("IHOME_DATABASE_FAILOVER_SECONDS")


def test_the_readers_url_is_read_as_the_writers(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IHOME_DATABASE_READ_URL", "mysql://ihome:x@10.0.0.1:13307/ihome")
    assert config.load().database_read_url == "mysql://ihome:x@10.0.0.1:13307/ihome"
    environment.setenv("IHOME_DATABASE_READ_URL", "10.0.0.1:13307")
    with pytest.raises(Unsafe, match="IHOME_DATABASE_READ_URL"):
        config.load()


def test_secrets_do_not_show(environment: pytest.MonkeyPatch) -> None:
    loaded = config.load()
    shown = repr(loaded) + str(loaded.model_dump())
    for name in ("SECRET_KEY", "PASSWORD_PEPPER", "IDCARD_INDEX_KEY", "IDCARD_KEYS"):
        assert SAFE[f"IHOME_{name}"] not in shown


def test_env_example_names_every_setting_with_its_default() -> None:
    described = dict(re.findall(r"^#?(IHOME_[A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
    fields = Config.model_fields
    assert set(described) == {f"IHOME_{name.upper()}" for name in fields}
    for name, field in fields.items():
        if isinstance(field.default, int | float) and not isinstance(field.default, bool):
            assert float(described[f"IHOME_{name.upper()}"]) == field.default, name
        elif isinstance(field.default, str):
            assert described[f"IHOME_{name.upper()}"].strip('"') == field.default, name


@pytest.mark.parametrize(
    "times", ["", "24h", "7d/24h", "0d/0h", "0d/2x", "-1d/2h 0d/2h", "1.5d/2h 0d/2h", "0d/2h 0d/3h"]
)
def test_what_is_no_time_to_answer_is_refused(times: str) -> None:
    with pytest.raises(ValueError, match="time"):
        answer_times(times)


def test_times_to_answer_are_sorted_by_how_far_a_stay_is_ahead() -> None:
    assert answer_times("0d/30s 7d/24h 2d/90m") == ((7, 86400), (2, 5400), (0, 30))


def test_an_attempt_to_deliver_a_webhook_ends_before_its_lease_does() -> None:
    assert Config(webhook_timeout=10).webhook_timeout == 10
    with pytest.raises(ValueError, match="webhook_timeout"):
        Config(webhook_timeout=15)
