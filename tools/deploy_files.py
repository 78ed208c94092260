"""Which files of deploy/ go where on a real machine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """A file of deploy/, and where it goes. `data`, `run`, `logs` and `user` are those of its program."""

    source: str
    target: str
    data: str = ""
    run: str = ""
    logs: str = ""
    user: str = "root"
    secret: bool = False
    is_template: bool = True
    """Whether it is a template; otherwise it is copied as it stands."""


FILES = (
    File("mariadb/galera.cnf", "etc/mysql/mariadb.conf.d/90-ihome.cnf", "/var/lib/mysql", "/run/mysqld",
         "/var/log/mysql", "mysql", secret=True),
    File("mariadb/accounts.sql", "etc/ihome/accounts.sql", secret=True),
    File("redis/redis.conf", "etc/redis/redis.conf", "/var/lib/redis", "/run/redis", user="redis", secret=True),
    File("redis/sentinel.conf", "etc/redis/sentinel.conf", "/var/lib/redis", "/run/sentinel", user="redis",
         secret=True),
    File("haproxy/haproxy.cfg", "etc/haproxy/haproxy.cfg", run="/run/haproxy", user="haproxy", secret=True),
    File("nginx/nginx.conf", "etc/nginx/nginx.conf", "/var/cache/nginx", "/run", "/var/log/nginx", "www-data"),
    File("nftables/nftables.conf", "etc/nftables.conf"),
    File("journald/ihome.conf", "etc/systemd/journald.conf.d/ihome.conf"),
    File("ihome.env", "etc/ihome/ihome.env", secret=True),
    File("migrate.env", "etc/ihome/migrate.env", secret=True),
    File("exporters/accounts.sql", "etc/ihome/exporters.sql"),
    *(File(f"exporters/prometheus-{name}-exporter", f"etc/default/prometheus-{name}-exporter", secret=name == "redis")
      for name in ("mysqld", "redis", "node")),
)  # fmt: skip
BACKUP_FILES = (
    File("mariadb/binlog.cnf", "etc/mysql/mariadb.conf.d/91-ihome-binlog.cnf"),
    File("backup/backup.cnf", "etc/ihome/backup.cnf", secret=True),
    File("backup/backup.env", "etc/ihome/backup.env", secret=True),
)
"""Only for the machine that makes the back-ups."""

MONITOR_FILES = (
    File("prometheus/prometheus.yml", "etc/prometheus/prometheus.yml"),
    File("prometheus/rules.yml", "etc/prometheus/rules.yml", is_template=False),
    File("prometheus/blackbox.yml", "etc/prometheus/blackbox.yml"),
)
"""For the machine of Prometheus."""
