# SPDX-License-Identifier: MIT
"""nginx as an ordinary process on free ports of loopback, over HTTP and TLS with HTTP/2, for a folder of files; its log is read back."""
import json
import os
import shutil
import signal
import socket
import subprocess
import time

from listener import Request

CONFIG = """{user}daemon off;
master_process on;
worker_processes 1;
pid "{run}/nginx.pid";
error_log "{run}/error.log" warn;
events {{ worker_connections 512; }}
http {{
    log_format asked escape=json '{{"time":$msec,"took":$request_time,"method":"$request_method","path":"$request_uri","status":$status,'
        '"version":"$server_protocol","host":"$http_host","user-agent":"$http_user_agent","if-none-match":"$http_if_none_match",'
        '"if-modified-since":"$http_if_modified_since","accept-encoding":"$http_accept_encoding","cookie":"$http_cookie","from":"$http_from"}}';
    access_log "{run}/access.log" asked{buffer};
    client_body_temp_path "{run}/body";
    proxy_temp_path "{run}/proxy";
    fastcgi_temp_path "{run}/fastcgi";
    uwsgi_temp_path "{run}/uwsgi";
    scgi_temp_path "{run}/scgi";
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 65;
    keepalive_requests 100000;
    etag on;
    gzip on;
    gzip_comp_level 1;
    gzip_types application/rss+xml application/atom+xml text/xml text/plain;
    server_tokens off;
    types {{ text/html html; text/xml xml; application/gzip gz; text/plain txt; }}
    default_type text/html;
    charset utf-8;
    server {{
        {listens}
        root "{folder}";
        location = /feed {{ default_type application/rss+xml; }}
        location = /atom.xml {{ types {{ }} default_type application/atom+xml; }}
    }}
}}
"""


def is_there():
    return program() is not None


def program():
    return shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")


def free_port(host="127.0.0.1"):
    with socket.socket() as s:
        s.bind((host, 0))
        return s.getsockname()[1]


class WebServer:
    """root and secure are addresses without a slash at the end; secure is None without a certificate (paths of certificate and key)."""

    def __init__(self, run, folder, host="127.0.0.1", certificate=None, buffer=False):
        self.run, self.folder, self.host = run, folder, host
        os.makedirs(run, exist_ok=True)
        self.port, self.tls_port = free_port(host), free_port(host) if certificate else None
        self.root, self.secure = f"http://{host}:{self.port}", f"https://{host}:{self.tls_port}" if certificate else None
        listens = f"listen {host}:{self.port};"
        if certificate:
            listens += f' listen {host}:{self.tls_port} ssl http2; ssl_certificate "{certificate[0]}"; ssl_certificate_key "{certificate[1]}";'
        with open(os.path.join(run, "nginx.conf"), "w", encoding="utf-8") as f:
            # As root, the workers would give up its rights, and with them those to a folder of ours.
            f.write(CONFIG.format(user="user root;\n" if os.geteuid() == 0 else "", run=run, folder=folder, listens=listens,
                                  buffer=" buffer=256k flush=1s" if buffer else ""))
        self.start()

    def start(self):
        self.process = subprocess.Popen([program(), "-e", os.path.join(self.run, "error.log"), "-c", os.path.join(self.run, "nginx.conf"), "-p", self.run],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection((self.host, self.port), timeout=1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise RuntimeError("nginx does not start: " + self.errors())

    def errors(self):
        try:
            with open(os.path.join(self.run, "error.log"), encoding="utf-8", errors="replace") as f:
                return f.read()[-2000:]
        except OSError:
            return "no word from it"

    def requests(self, since=0.0):
        """All requests answered since (time.time), as listener.Request has them, in the order of their ends."""
        found = []
        with open(os.path.join(self.run, "access.log"), encoding="utf-8", errors="replace") as f:
            for line in f:
                row = json.loads(line)
                request = Request(row["method"], row["path"], {k: v for k, v in row.items() if isinstance(v, str) and v}, row["version"])
                # $msec is the end of the answer.
                request.time, request.ended, request.status = row["time"] - row["took"], row["time"], row["status"]
                if request.ended >= since:
                    found.append(request)
        return found

    def close(self):
        """Ends it; the CPU seconds that it and its worker used."""
        self.process.send_signal(signal.SIGQUIT)
        _, _, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = 0
        return usage.ru_utime + usage.ru_stime

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.returncode is None:
            self.close()
