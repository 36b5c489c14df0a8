// Keeps what is being written on the server, a few seconds after the last key. The button does the same without script.
(() => {
  "use strict";
  const wait = 4000;
  for (const form of document.querySelectorAll("form[data-cw-draft]")) {
    const line = form.querySelector("[data-cw-draft-line]");
    let timer = 0, version = 0, kept = 0;
    const keep = async () => {
      const now = version;
      try {
        const answer = await fetch(form.dataset.cwDraft, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
        if (!answer.ok) throw new Error(String(answer.status));
        kept = now;
        if (line) line.textContent = line.dataset.kept + " " + new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
      } catch {
        if (line) line.textContent = line.dataset.lost;
      }
    };
    form.addEventListener("input", () => { version++; clearTimeout(timer); timer = setTimeout(keep, wait); });
    form.addEventListener("submit", () => clearTimeout(timer));
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && version > kept) { clearTimeout(timer); keep(); } });
  }
})();
