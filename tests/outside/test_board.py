"""The board in a real browser: what a chairman asks of it, on a laptop, a phone and paper."""

from __future__ import annotations

import json
import shutil

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from cchc.cli.app import run
from tests.outputs.test_board import HOSTILE, hostile

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture
def browser():
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def written(tmp_path, plans, monkeypatch):
    shutil.copytree(plans, tmp_path / "plans")
    (tmp_path / "plans" / "phu-thinh.yaml").write_text(hostile(plans), "utf-8")
    (tmp_path / "cchc.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "vi")
    assert run(["board", "--today", "2026-06-30", "-o", "b.html"]) == 0
    return (tmp_path / "b.html").as_uri()


def _tile(browser, kind):
    return browser.find_element(By.CSS_SELECTOR, f"[data-tile={kind}] b").text


def _count(browser):
    return int(browser.find_element(By.ID, "count").text)


def _asked_for(browser):
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [one for one in events if one["method"] == "Network.requestWillBeSent"]
    return {one["params"]["request"]["url"].split(":")[0] for one in sent}


def test_who_is_late_what_is_due_and_filters(browser, written):
    browser.get(written)
    assert browser.get_log("browser") == []
    assert _tile(browser, "total") == "111"
    every = _count(browser)
    late = browser.find_elements(By.CSS_SELECTOR, "#late-units button")
    assert late[0].text.startswith("Trung tâm Phục vụ hành chính công")
    late[0].click()
    assert 0 < _count(browser) < every
    browser.find_element(By.ID, "clear").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert _count(browser) == every
    browser.find_element(By.ID, "words").send_keys("thu tuc hanh chinh")
    assert 0 < _count(browser) < every
    assert _asked_for(browser) <= {"file", "data"}


def test_quarter_state_and_commune_narrow_the_list(browser, written):
    browser.get(written)
    Select(browser.find_element(By.ID, "commune")).select_by_visible_text("xã Phú Thịnh")
    of_agency = _count(browser)
    Select(browser.find_element(By.ID, "state")).select_by_value("overdue")
    assert _count(browser) < of_agency
    assert _tile(browser, "total").isdigit()


def test_the_list_is_sorted_by_day_state_and_unit(browser, written):
    browser.get(written)

    def first(order):
        Select(browser.find_element(By.ID, "sort")).select_by_value(order)
        return browser.find_elements(By.CSS_SELECTOR, "#list summary")

    assert "Quá hạn" in first("state")[0].text
    assert "Quá hạn" in first("last_day")[0].text  # the oldest open day is long past
    assert first("by_plan")[0].text != first("unit")[0].text


def test_the_keyboard_opens_a_task(browser, written):
    browser.get(written)
    summary = browser.find_element(By.CSS_SELECTOR, "#list summary")
    summary.send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "#list details[open] dl").is_displayed()


def test_a_hostile_title_is_shown_as_it_is(browser, written):
    browser.get(written)
    browser.find_element(By.ID, "words").send_keys("onerror")
    assert _count(browser) == 1
    assert HOSTILE in browser.find_element(By.CSS_SELECTOR, "#list summary").text
    assert not browser.find_elements(By.CSS_SELECTOR, "img")


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser, written, width):
    sizes = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", sizes)
    browser.get(written)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_it_prints_on_a4(browser, written):
    browser.get(written)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    assert len(printed["data"]) > 10_000
