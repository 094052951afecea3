"use strict";
/* Keys for what a page offers anyway: an element with data-key="y" is pressed, followed or opened by the key y. A group
   (data-key on what is no button, link or fold) takes the next key for itself. Whoever has no use for it turns it off. */
(() => {
  const STORE = "stemma-keys";
  const on = () => localStorage.getItem(STORE) !== "off";
  const typing = (e) => e.closest && e.closest("input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [contenteditable]");
  const seen = (e) => e.getClientRects().length > 0;
  let armed = null;
  /* Keys inside a group are its own until it is chosen. */
  const free = (e) => { const group = e.parentElement.closest("[data-group]"); return seen(e) && (!group || group === armed); };

  function arm(group) {
    if (armed) armed.removeAttribute("data-armed");
    armed = group;
    if (!group) return;
    group.setAttribute("data-armed", "");
    const first = group.querySelector("button, input, select, textarea");
    if (first) first.focus();
  }

  function press(e) {
    if (e.matches("summary")) { e.parentElement.open = !e.parentElement.open; e.focus(); }
    else if (e.matches("button, a, input")) { e.focus(); e.click(); }
    else arm(e);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !on()) return;
    if (event.key === "Escape" && armed) { document.activeElement.blur(); arm(null); return; }
    if (typing(event.target)) return;
    const named = CSS.escape(event.key);
    const inside = armed && seen(armed) ? [...armed.querySelectorAll(`[data-key="${named}"]`)].find(seen) : null;
    const found = inside || [...document.querySelectorAll(`[data-key="${named}"]`)].find(free);
    if (!found) return;
    event.preventDefault();
    press(found);
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("[data-keys-switch]")) {
      const button = box.querySelector("button");
      const tell = () => {
        button.setAttribute("aria-pressed", String(on()));
        document.documentElement.toggleAttribute("data-keys-off", !on());
      };
      button.addEventListener("click", () => { localStorage.setItem(STORE, on() ? "off" : "on"); tell(); });
      tell();
      box.hidden = false;
    }
  });
})();
