// Keys for those who read with them: they follow links that are on the page, so nothing can be done with them alone. And scrolling that stays where filters are chosen.
"use strict";
(() => {
  const sheet = document.querySelector("#keys");
  const follow = selector => document.querySelector(selector)?.click();

  const step = by => {
    const hits = [...document.querySelectorAll(".hits h3 a")];
    if (hits.length === 0) return;
    const now = hits.indexOf(document.activeElement);
    hits[Math.min(hits.length - 1, Math.max(0, now < 0 ? (by > 0 ? 0 : hits.length - 1) : now + by))].focus();
  };

  const keys = {
    "/": () => { const box = document.querySelector("#q"); box?.focus(); box?.select(); },
    "n": () => follow(".hitbar [rel=next], .results .pages [rel=next]"),
    "p": () => follow(".hitbar [rel=prev], .results .pages [rel=prev]"),
    "j": () => step(1),
    "k": () => step(-1),
    "]": () => follow("#result [rel=next]"),
    "[": () => follow("#result [rel=prev]"),
    "u": () => follow("#back"),
    "?": () => sheet?.showModal(),
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("input, textarea, select, dialog")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const place = "newssearch.scroll";
  const keep = () => sessionStorage.setItem(place, String(scrollY));
  document.querySelector("form.facets")?.addEventListener("submit", keep);
  for (const link of document.querySelectorAll("form.facets .not")) link.addEventListener("click", keep);
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept !== null && document.querySelector("form.facets")) scrollTo(0, Number(kept));
})();
