"""What a screen reader would say, from Chromium's accessibility tree and the page's live regions."""

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

HEARD = """(() => {
  window.heard = [];
  window.asking = 0;
  const plain = window.fetch;
  window.fetch = async (...given) => {
    window.asking += 1;
    try {
      const answer = await plain(...given);
      await answer.clone().arrayBuffer();
      return answer;
    } finally {
      window.asking -= 1;
    }
  };
  const say = (text) => text.trim() !== "" && window.heard.push(text.replaceAll(/\\s+/g, " ").trim());
  const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const live = (node) => element(node)?.closest("[role=status], [role=alert], [aria-live=polite]");
  new MutationObserver((changes) => {
    const said = new Set();
    for (const { target, addedNodes } of changes) {
      const region = live(target);
      if (region) said.add(region);
      for (const node of addedNodes)
        if (node.nodeType === Node.ELEMENT_NODE)
          for (const one of [node, ...node.querySelectorAll("[role=alert]")])
            if (one.matches("[role=alert]")) said.add(one);
    }
    for (const region of said) say(region.textContent);
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()"""
"""Whatever is put in a live region is kept, as it would be read out; and how many questions are on their way."""

AT = """(() => {
  const at = document.activeElement;
  return document.getElementById(at.getAttribute("aria-activedescendant") ?? "") ?? at;
})()"""

STATES: dict[str, dict[object, str]] = {
    "expanded": {True: "expanded", False: "collapsed"},
    "pressed": {"true": "pressed", "false": "not pressed"},
    "checked": {"true": "checked", "false": "not checked"},
    "selected": {True: "selected"},
    "invalid": {"true": "invalid"},
    "required": {True: "required"},
    "disabled": {True: "disabled"},
}
MOST_STOPS = 150


@dataclass
class Reader:
    """Somebody who goes through a page by keyboard and by ear; `lines` is what they hear."""

    page: Page
    names: dict[str, str] = field(default_factory=dict[str, str])
    """What stands in the lines for a name or a text of the day."""
    lines: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.page.add_init_script(HEARD)
        self._tree = self.page.context.new_cdp_session(self.page)

    def at(self) -> str:
        """Return what is said of what has the focus, or of the option chosen in it; nothing for the page itself."""
        found = self._tree.send("Runtime.evaluate", {"expression": AT})["result"]["objectId"]
        (node, *_) = self._tree.send(
            "Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False}
        )["nodes"]
        return "" if node["ignored"] else said(node)

    def hear(self, act: str, words: str | None = None) -> None:
        """Write down what is said after doing something, and whatever was put in a live region meanwhile."""
        live: list[str] = []
        # Longer than the page waits for another letter; then until nothing is on its way and nothing more is said.
        for _ in range(100):
            self.page.wait_for_timeout(250)
            new, asking = self.page.evaluate("[window.heard.splice(0), window.asking]")
            live += new
            if not new and not asking:
                break
        spoken = [
            words if words is not None else self.at(),
            *(f"says: {text}" for text in dict.fromkeys(live)),
        ]
        self._write(act, spoken)

    def arrive(self, act: str) -> None:
        """Write down that another page is there, by its title, and what has the focus."""
        self.page.wait_for_selector("main:not(:has([aria-busy=true])) h1")
        self._write(act, [f"page: {self.page.title()}"])
        self.hear("")

    def tab_to(self, target: Locator) -> None:
        """Press Tab until something has the focus, and write down how often."""
        target.wait_for()
        for pressed in range(1, MOST_STOPS):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                # How many depends on how much is told on the way.
                self.hear("Tab" if pressed == 1 else "Tab, a few times")
                return
        pytest.fail(f"the keyboard never gets to {target}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.hear(key)

    def write(self, text: str, until: Locator | None = None) -> None:
        """Type something, and wait until what comes of it is there."""
        self.page.keyboard.type(text)
        if until is not None:
            until.wait_for()
        self.hear(f"types “{self._plain(text)}”")

    def _plain(self, text: str) -> str:
        for name, shown in sorted(self.names.items(), key=lambda pair: -len(pair[0])):
            text = text.replace(name, shown)
        text = re.sub(r"\b\d+ (wegen|weg) gevonden", "[n] wegen gevonden", text)
        return re.sub(r"\b\d+ (keuzes?|voorstel(?:len)?)\b", r"[n] \1", text)

    def _write(self, act: str, spoken: list[str]) -> None:
        spoken = [self._plain(each) for each in spoken if each]
        if act:
            self.lines.append(f"- **{self._plain(act)}**")
        self.lines += [f"  - {each}" for each in spoken]


def said(node: dict[str, Any]) -> str:
    """Return what is said of a node of the tree: its name, role, states, value and description."""
    properties = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    role = node["role"]["value"]
    if role == "heading":
        role += f" {properties.get('level', '')}"
    states = [
        words[properties[name]]
        for name, words in STATES.items()
        if name in properties and properties[name] in words
    ]
    value = node.get("value", {}).get("value", "")
    description = node.get("description", {}).get("value", "")
    name = node.get("name", {}).get("value", "")
    parts = [f"“{name}”", role, *states]
    parts += [f"value “{value}”"] if value else []
    parts += [description] if description else []
    return ", ".join(parts)
