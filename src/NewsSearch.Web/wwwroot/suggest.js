// Completions below the search box: a listbox in the sense of the ARIA combobox pattern. Without script the box is a plain one.
"use strict";
(() => {
  const box = document.querySelector("#q");
  const words = document.querySelector("#suggest-words");
  if (!box || !words) return;
  const pause = 120; // ms; between two keys of somebody who types
  const shown = 3; // of each group but the phrases
  const names = JSON.parse(words.dataset.groups);
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.dataset.label);
  box.form.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  let timer = 0, asked = 0, at = -1, typed = "";

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const mark = index => {
    const options = list.children;
    at = index >= options.length ? -1 : index; // behind the last comes what was typed
    for (const [i, option] of [...options].entries()) option.setAttribute("aria-selected", String(i === at));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[at].id);
  };

  const choose = option => {
    if (option.dataset.group === "query") {
      box.value = option.dataset.value;
      close();
      box.form.requestSubmit();
    } else {
      location.href = "/?" + new URLSearchParams([[option.dataset.group, option.dataset.value]]);
    }
  };

  const option = (group, { value, count }, number) => {
    const item = document.createElement("li");
    item.id = "suggestion-" + number;
    item.dataset.group = group;
    item.dataset.value = value;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.dir = "auto";
    text.textContent = value;
    const kind = document.createElement("small");
    kind.textContent = `${names[group]} ${count.toLocaleString("en")}`.trim();
    item.append(text, kind);
    item.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus
    item.addEventListener("click", () => choose(item));
    return item;
  };

  const ask = async () => {
    const text = box.value.trim();
    const number = ++asked;
    if (text.length < 2 || /["():~*?]/.test(text)) return close();
    const answer = await fetch("/suggest?q=" + encodeURIComponent(text)).then(reply => reply.ok ? reply.json() : null, () => null);
    if (number !== asked || !answer || document.activeElement !== box) return; // something else was typed meanwhile
    typed = box.value;
    const found = Object.entries(answer.groups).flatMap(([group, values]) => values.slice(0, group === "query" ? 2 * shown : shown).map(value => [group, value]));
    list.replaceChildren(...found.map(([group, value], i) => option(group, value, i)));
    if (found.length === 0) return close();
    list.hidden = false;
    at = -1;
    box.setAttribute("aria-expanded", "true");
  };

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, pause); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", event => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? list.children.length - 1 : at - 1);
    else if (event.key === "Escape") { box.value = typed; close(); }
    else if (event.key === "Enter" && at >= 0) choose(list.children[at]);
    else return;
    event.preventDefault();
  });
})();
