// The review queue by keyboard: a key presses the button that bears it, and the next claim takes the place of this one.
// Without this file every button, link and form does the same by itself.
"use strict";
(() => {
  const SWITCH = "stemma-keys-off";
  const queue = document.getElementById("queue");
  let busy = false;
  let waiting = 0; // Undoings pressed while one was under way. Verdicts are not kept: nobody has seen what they would be on.

  const off = () => localStorage.getItem(SWITCH) === "1";
  const keyed = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Words that a screen reader says: put into the line that was there before, or it keeps silent.
  const say = (text) => { document.getElementById("queue-said").textContent = text; };

  const put = (html, address, focus) => {
    const made = new DOMParser().parseFromString(html, "text/html");
    if (!made.getElementById("queue-item")) return false;
    for (const part of ["queue-head", "queue-item", "undo"]) {
      document.getElementById(part).replaceWith(document.adoptNode(made.getElementById(part)));
    }
    const said = made.getElementById("queue-said");
    document.getElementById("queue-said").replaceChildren(...document.adoptNode(said).childNodes);
    document.title = made.title;
    if (address) history.pushState(null, "", address);
    if (focus) {
      const target = document.querySelector("#queue-item [role=alert], #claim-h");
      target.tabIndex = -1;
      target.focus();
      scrollTo(0, 0);
    }
    load();
    return true;
  };

  const ask = async (address, options) => {
    if (busy) return;
    busy = true;
    queue.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, options);
      const shown = answer.redirected || !options.body ? answer.url : "";
      if (!put(await answer.text(), shown, true)) location.assign(answer.url);
    } catch {
      say(queue.dataset.failed);
    } finally {
      busy = false;
      queue.removeAttribute("aria-busy");
    }
    if (waiting > 0) {
      waiting -= 1;
      press("z");
    }
  };

  // The effect on the account where it takes long.
  const load = async () => {
    const place = document.querySelector("[data-load]");
    if (!place) return;
    const answer = await fetch(place.dataset.load);
    if (!answer.ok || !place.isConnected) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...document.adoptNode(made.body).childNodes);
  };

  const open = (panel) => {
    panel.open = true;
    const first = panel.querySelector("form button, form input:not([type=hidden]), form select");
    if (first) first.focus();
  };

  const shut = () => {
    const panel = document.querySelector("[data-panel][open]");
    if (!panel) return false;
    panel.open = false;
    panel.querySelector("summary").focus();
    return true;
  };

  const reason = (key) => {
    const panel = document.getElementById("reject");
    if (!panel || !panel.open) return false;
    if (key === "o" || key === "0") {
      document.getElementById("other-reason").focus();
      return true;
    }
    const button = panel.querySelector(`[data-digit="${CSS.escape(key)}"]`);
    if (button) button.click();
    return Boolean(button);
  };

  const press = (key) => {
    const place = keyed({ j: "s", G: "g" }[key] || key);
    if (!place) return false;
    const panel = place.closest("[data-panel]");
    if (panel && place.matches("summary")) open(panel);
    else place.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !queue) return;
    if (event.key === "Escape") {
      if (shut()) event.preventDefault();
      return;
    }
    if (off() || event.repeat || event.key.length !== 1 || typing(event.target)) return;
    if (busy) waiting += event.key === "z" ? 1 : 0;
    if (busy || reason(event.key) || press(event.key)) event.preventDefault();
  });

  if (queue) {
    queue.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
    });
    queue.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-part]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(link.href, {});
    });
    addEventListener("popstate", () => location.reload());
    const box = document.getElementById("keys-on");
    box.checked = !off();
    box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "0" : "1"));
    load();
  }

  // The list: all at once, and from one tick to another with shift.
  const list = document.getElementById("together");
  if (list) {
    const boxes = [...list.querySelectorAll("input[name=claim]")];
    const all = list.querySelector("[data-all]");
    let last = null;
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
    list.addEventListener("click", (event) => {
      const at = boxes.indexOf(event.target);
      if (at < 0) return;
      if (event.shiftKey && last !== null) {
        const [from, to] = [Math.min(at, last), Math.max(at, last)];
        boxes.slice(from, to + 1).forEach((box) => { box.checked = event.target.checked; });
      }
      last = at;
      all.checked = boxes.every((box) => box.checked);
    });
  }
})();
