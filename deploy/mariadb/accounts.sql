-- The database and its accounts. Run once, as root, on any node; running it again sets the passwords anew.
{% import ipaddress %}{% set net = ipaddress.ip_network(network).with_netmask %}
CREATE DATABASE IF NOT EXISTS ihome CHARACTER SET utf8mb4;

-- root has no password, and comes over the node's own socket only
DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';

-- servers, workers and all tools except tools.migrate
CREATE USER IF NOT EXISTS 'ihome'@'{{ net }}';
ALTER USER 'ihome'@'{{ net }}' IDENTIFIED BY '{{ secrets.database }}';
GRANT SELECT, INSERT, UPDATE, DELETE ON ihome.* TO 'ihome'@'{{ net }}';

-- tools.migrate
CREATE USER IF NOT EXISTS 'ihome_migrate'@'{{ net }}';
ALTER USER 'ihome_migrate'@'{{ net }}' IDENTIFIED BY '{{ secrets.migrate }}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE TEMPORARY TABLES
  ON ihome.* TO 'ihome_migrate'@'{{ net }}';

-- back-ups, on the node itself and over the network; also the copy for a node that joins (mariabackup)
CREATE USER IF NOT EXISTS 'backup'@'localhost', 'backup'@'{{ net }}';
ALTER USER 'backup'@'localhost' IDENTIFIED BY '{{ secrets.backup }}', 'backup'@'{{ net }}' IDENTIFIED BY '{{ secrets.backup }}';
GRANT SELECT, SHOW VIEW, TRIGGER, LOCK TABLES ON ihome.* TO 'backup'@'localhost', 'backup'@'{{ net }}';
GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE ON *.* TO 'backup'@'localhost', 'backup'@'{{ net }}';

-- HAProxy's checks: no password and no right, so all it can do is read the node's state
CREATE USER IF NOT EXISTS 'haproxy'@'{{ net }}' WITH MAX_USER_CONNECTIONS 50;
