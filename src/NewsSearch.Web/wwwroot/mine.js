// Searches of late and searches kept: in this browser alone, nothing of it on the server.
"use strict";
(() => {
  const most = 30;
  const read = name => { try { return JSON.parse(localStorage.getItem("newssearch." + name)) ?? []; } catch { return []; } };
  const write = (name, searches) => { try { localStorage.setItem("newssearch." + name, JSON.stringify(searches)); } catch { /* private windows may refuse: then nothing is kept */ } };
  const here = () => { const url = new URL(location.href); url.searchParams.delete("page"); return url.pathname + url.search; };

  const search = document.querySelector("#search");
  if (search) {
    const now = { url: here(), text: search.dataset.words, total: search.dataset.total };
    write("late", [now, ...read("late").filter(other => other.url !== now.url)].slice(0, most));
    const button = document.querySelector("#keep").content.firstElementChild.cloneNode(true);
    const isKept = () => read("kept").some(other => other.url === now.url);
    const show = () => { button.textContent = isKept() ? button.dataset.drop : button.dataset.keep; button.setAttribute("aria-pressed", String(isKept())); };
    button.addEventListener("click", () => {
      const others = read("kept").filter(other => other.url !== now.url);
      write("kept", isKept() ? others : [now, ...others]);
      show();
    });
    show();
    search.append(button);
  }

  const mine = document.querySelector("#mine");
  const list = (name, part) => {
    const searches = read(name);
    part.hidden = searches.length === 0;
    part.querySelector("ul").replaceChildren(...searches.map(({ url, text, total }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = String(url).startsWith("/?") ? url : "/";
      link.textContent = text;
      link.dir = "auto";
      const count = document.createElement("span");
      count.className = "n";
      count.textContent = total;
      item.append(link, " ", count);
      return item;
    }));
  };
  const showMine = () => {
    for (const part of mine.querySelectorAll("[data-list]")) list(part.dataset.list, part);
    mine.hidden = [...mine.querySelectorAll("[data-list]")].every(part => part.hidden);
  };
  if (mine) {
    for (const part of mine.querySelectorAll("[data-list]")) part.querySelector("button").addEventListener("click", () => { write(part.dataset.list, []); showMine(); });
    showMine();
  }
})();
