-- The account of prometheus-mysqld-exporter: the Unix user `prometheus` of this machine, without a password.
CREATE USER IF NOT EXISTS prometheus@localhost IDENTIFIED VIA unix_socket WITH MAX_USER_CONNECTIONS 3;
GRANT PROCESS, SLAVE MONITOR ON *.* TO prometheus@localhost;
GRANT SELECT ON performance_schema.* TO prometheus@localhost;
