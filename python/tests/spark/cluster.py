# SPDX-License-Identifier: MIT
"""A standalone Spark cluster on loopback: a master, and workers that each have one core and their own executor."""
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pyspark

HOME = os.path.dirname(pyspark.__file__)
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"
#: So that a job starts when both executors are there, as small as they may be.
PROPERTIES = {"spark.executor.memory": "512m", "spark.executor.cores": "1", "spark.driver.memory": "512m", "spark.driver.host": "127.0.0.1",
              "spark.driver.bindAddress": "127.0.0.1", "spark.scheduler.minRegisteredResourcesRatio": "1.0", "spark.cores.max": "2",
              "spark.scheduler.maxRegisteredResourcesWaitingTime": "60s", "spark.ui.showConsoleProgress": "false"}


def clean_environment():
    """Without a Spark of this machine's; workers run the Python that runs the tests."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SPARK_", "PYSPARK_"))}
    return {**kept, "SPARK_HOME": HOME, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_CONF_DIR": os.path.dirname(__file__), "PYSPARK_PYTHON": sys.executable}


class Cluster:
    def __init__(self, folder):
        self.folder, self.running = folder, {}
        self._start("master", MASTER, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self.url = self._wait_for("master", r"Starting Spark master at (spark://\S+)")

    def start_worker(self, name):
        work = os.path.join(self.folder, name)
        self._start(name, WORKER, "--cores", "1", "--memory", "1g", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0", "--work-dir", work,
                    self.url)
        self._wait_for(name, r"Successfully registered with master")

    def kill_worker(self, name):
        """The worker, its executor and their Python processes, at once and unasked."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def has_worker(self, name):
        return name in self.running

    def stop(self):
        for name in list(self.running):
            self.kill_worker(name)

    def _log(self, name):
        return os.path.join(self.folder, name + ".log")

    def _start(self, name, *arguments):
        log = self._log(name)
        with open(log, "w", encoding="utf-8") as f:
            self.running[name] = subprocess.Popen([os.path.join(HOME, "bin", "spark-class"), *arguments], stdout=f, stderr=f, stdin=subprocess.DEVNULL,
                                                  env=clean_environment(), start_new_session=True)

    def _wait_for(self, name, pattern):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with open(self._log(name), encoding="utf-8", errors="replace") as f:
                found = re.search(pattern, f.read())
            if found:
                return found.group(found.lastindex or 0)
            assert self.running[name].poll() is None, f"{name} ended: see {self._log(name)}"
            time.sleep(0.1)
        raise TimeoutError(f"{name}: no {pattern!r} in {self._log(name)}")


def start(folder):
    """A cluster of two workers, with its logs in folder."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    made = Cluster(folder)
    try:
        for name in "one", "two":
            made.start_worker(name)
    except BaseException:
        made.stop()
        raise
    return made


def run_job(cluster, *arguments, properties=(), started=None):
    """The job as a process of its own: its exit status and what it wrote on standard error; started is called while it runs."""
    given = {**PROPERTIES, **dict(properties)}
    command = [sys.executable, "-m", "petik.spark", "--master", cluster.url, *(a for k, v in given.items() for a in ("--conf", f"{k}={v}")), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, errors="replace",
                               env=clean_environment())
    try:
        if started:
            started(process)
        _, said = process.communicate(timeout=300)
    finally:
        process.kill()
    return process.returncode, said
