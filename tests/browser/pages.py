# SPDX-License-Identifier: MIT
"""A headless Chromium, and what tests ask of a page in it."""
import glob
import os
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

WAIT = 10  # seconds


def axe_script(python):
    """The source of axe-core that lies in the environment."""
    found = glob.glob(os.path.join(os.path.dirname(os.path.dirname(python)), "lib", "python*", "site-packages", "*", "axe.min.js"))
    with open(found[0], encoding="utf-8") as f:
        return f.read()


class Page:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-sandbox", "--disable-dev-shm-usage", "--lang=id"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.size(1280, 900)

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def media(self, scheme="light", medium=""):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                    {"media": medium, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def scripts(self, allowed):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def open(self, address):
        self.driver.get("about:blank")  # so that an address that differs in its fragment only is a new page
        self.driver.get(address)

    def log(self):
        """Errors, warnings and violations of the policy since the last time."""
        return [f"{e['level']} {e['message']}" for e in self.driver.get_log("browser") if "favicon" not in e["message"]]

    def js(self, script, *words):
        return self.driver.execute_script(script, *words)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return self.js("return Array.from(document.querySelectorAll(arguments[0]), e => e.textContent)", selector)

    def until(self, script, *words):
        """Waits until the script returns something true; what it returned last."""
        end = time.monotonic() + WAIT
        while True:
            got = self.js(script, *words)
            if got or time.monotonic() > end:
                return got
            time.sleep(0.03)

    def press(self, *keys):
        """Keys go to what has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def focus(self):
        """What has the focus, as "tag#id text"."""
        return self.js("const e = document.activeElement; return e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + e.textContent.trim().slice(0, 40)")

    def close(self):
        self.driver.quit()


TAB, ENTER, SPACE, ESCAPE, DOWN = Keys.TAB, Keys.ENTER, Keys.SPACE, Keys.ESCAPE, Keys.ARROW_DOWN
