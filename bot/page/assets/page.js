// What a page is without this file it is all the same; this makes it faster:
// a speaker's words without loading the page again, an answer beside the text,
// and Escape for tooltips.
"use strict";
(() => {
  // One speaker's words: the others lose their colour.
  const text = document.getElementById("text");
  const links = [...document.querySelectorAll(".speakers a[data-n]")];
  if (text && links.length && !links.some((a) => a.hasAttribute("aria-current"))) {
    const choose = (link) => {
      const off = !link || link.hasAttribute("aria-current");
      links.forEach((a) => a.removeAttribute("aria-current"));
      if (!off) link.setAttribute("aria-current", "true");
      text.classList.toggle("one", !off);
      text.querySelectorAll(".on").forEach((e) => e.classList.remove("on"));
      if (off) return;
      const shared = links.filter((a) => a.dataset.who === link.dataset.who).length > 1;
      const name = link.querySelector("bdi").textContent;
      text.querySelectorAll(".who ." + link.dataset.who + ", .who li." + link.dataset.who).forEach((li) => {
        const who = (li.querySelector("bdi") || li).textContent;
        if (!shared || who === name) li.classList.add("on");
      });
      text.querySelectorAll("span." + link.dataset.who).forEach((s) => {
        const par = s.closest(".par");
        if (!shared || (par && par.querySelector(".who .on"))) s.classList.add("on");
      });
    };
    links.forEach((a) => a.addEventListener("click", (e) => {
      if (e.metaKey || e.ctrlKey || e.shiftKey) return;
      e.preventDefault();
      choose(a);
    }));
  }

  // An answer beside what is being read. The question goes in the body.
  const ask = async (form, button) => {
    const place = document.getElementById("answer");
    const body = new URLSearchParams(new FormData(form));
    const sent = await fetch(form.action, { method: "POST", body, referrerPolicy: "no-referrer", credentials: "omit", cache: "no-store" });
    const page = new DOMParser().parseFromString(await sent.text(), "text/html");
    const answer = page.getElementById("answer") || page.getElementById("text");
    place.replaceChildren(...[...answer.childNodes].map((n) => document.importNode(n, true)));
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: false });
    if (button) button.disabled = false;
  };
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (!document.getElementById("answer") || form.method !== "post") return;
    e.preventDefault();
    const button = e.submitter;
    if (button) button.disabled = true;
    ask(form, button).catch(() => HTMLFormElement.prototype.submit.call(form));
  });

  // Escape closes a tooltip; leaving its place lets it come back.
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") document.body.classList.add("quiet");
  });
  for (const back of ["focusout", "mouseout"]) {
    document.addEventListener(back, () => document.body.classList.remove("quiet"));
  }
})();
