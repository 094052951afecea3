/* The search field: Ctrl+K and "/" lead to it, and suggestions stand below it while one types (the combobox pattern of
   WAI-ARIA). Without this file the form is sent as any other. */
"use strict";
(() => {
  const field = document.getElementById("q");
  const form = field && field.closest("form[data-suggest]");
  if (!form) return;
  const WAIT = 120; // milliseconds after a key: typing goes on faster than that
  let timer = 0, asked = null, active = -1;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  form.append(list);
  const states = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", "aria-keyshortcuts": "Control+K Meta+K /" };
  for (const [name, value] of Object.entries(states)) field.setAttribute(name, value);

  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    window.clearTimeout(timer);
    if (asked) asked.abort();
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    const held = options();
    active = held.length ? (at + held.length) % held.length : -1;
    held.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    if (active < 0) return;
    field.setAttribute("aria-activedescendant", held[active].id);
    held[active].scrollIntoView({ block: "nearest" });
  }

  async function suggest() {
    const typed = field.value.trim();
    if (!typed) return close();
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok || document.activeElement !== field) return close();
      list.innerHTML = await answer.text(); // a part of our own, where every text is escaped
    } catch {
      return; // asked anew meanwhile, or no connection: the form works all the same
    }
    const held = options();
    held.forEach((option, place) => { option.id = `suggestion-${place}`; option.setAttribute("aria-selected", "false"); });
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = held.length === 0;
    field.setAttribute("aria-expanded", String(held.length > 0));
  }

  const go = (option) => window.location.assign(option.dataset.to);

  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(suggest, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) choose(event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1);
      else suggest();
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });

  document.addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    const stroke = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writing;
    if (!control && !stroke) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
