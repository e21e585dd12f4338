# SPDX-License-Identifier: MIT
"""Certificates for loopback, made by openssl: good ones, one of another name, one that is over."""
import os
import shutil
import ssl
import subprocess


def is_there():
    return shutil.which("openssl") is not None


def openssl(*args):
    run = subprocess.run(["openssl", *args], capture_output=True, stdin=subprocess.DEVNULL, text=True, errors="replace")
    if run.returncode:
        raise RuntimeError(f"openssl {' '.join(args)}: {run.stderr}")


def make(folder, name, hosts, over=False):
    """Paths of a self-signed certificate for these names and of its key."""
    certificate, key = os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key")
    names = ",".join(("IP:" if h[0].isdigit() else "DNS:") + h for h in hosts)
    common = ["-subj", f"/CN={hosts[0]}", "-addext", f"subjectAltName={names}"]
    if not over:
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate,
                "-days", "2", *common)
        return certificate, key
    # A span that is over can be given to "openssl ca" alone.
    request, config = os.path.join(folder, name + ".csr"), os.path.join(folder, name + ".cnf")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", request, *common)
    with open(config, "w", encoding="utf-8") as f:
        f.write(f"[ca]\ndefault_ca=own\n[own]\ndatabase={folder}/{name}.index\nserial={folder}/{name}.serial\nnew_certs_dir={folder}\n"
                "default_md=sha256\npolicy=any\ncopy_extensions=copy\n[any]\ncommonName=supplied\n")
    open(os.path.join(folder, name + ".index"), "w", encoding="utf-8").close()
    with open(os.path.join(folder, name + ".serial"), "w", encoding="utf-8") as f:
        f.write("01\n")
    openssl("ca", "-batch", "-selfsign", "-notext", "-config", config, "-in", request, "-keyfile", key, "-out", certificate,
            "-startdate", "20240101000000Z", "-enddate", "20240201000000Z")
    return certificate, key


def context(certificate, key):
    """For a listener."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate, key)
    return made
