// Small comforts. Every page works without them.
(() => {
  "use strict";
  document.documentElement.setAttribute("data-cw-script", "");

  // Print
  document.addEventListener("click", event => {
    if (event.target.closest("[data-cw-print]")) window.print();
  });

  // File fields: a highlight while something hangs over them, then names and sizes
  const drop = event => event.target instanceof Element ? event.target.closest("[data-cw-drop]") : null;
  const over = (event, on) => drop(event)?.classList.toggle("cw-over", on);
  document.addEventListener("dragenter", event => over(event, true));
  document.addEventListener("dragover", event => {
    if (drop(event)) { event.preventDefault(); over(event, true); }
  });
  document.addEventListener("dragleave", event => {
    const area = drop(event);
    if (area && !area.contains(event.relatedTarget)) area.classList.remove("cw-over");
  });
  document.addEventListener("drop", event => {
    const area = drop(event);
    if (!area) return;
    event.preventDefault();
    area.classList.remove("cw-over");
    const input = area.querySelector("input[type=file]");
    const files = new DataTransfer();
    for (const file of event.dataTransfer.files) {
      files.items.add(file);
      if (!input.multiple) break;
    }
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", event => {
    const list = drop(event)?.querySelector("[data-cw-dropped]");
    if (!list || event.target.type !== "file") return;
    list.replaceChildren(...[...event.target.files].map(file => {
      const line = document.createElement("li");
      const size = file.size < 1048576 ? [Math.ceil(file.size / 1024), "kilobyte"] : [file.size / 1048576, "megabyte"];
      const words = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: size[1], maximumFractionDigits: 1 });
      line.textContent = `${file.name} (${words.format(size[0])})`;
      return line;
    }));
  });

  // Unsaved words: ask before they are lost. Sending the form is not leaving.
  const dirty = new WeakSet();
  let leaving = false;
  const touch = event => {
    const form = event.target.closest?.("form[data-cw-guard]");
    if (form) dirty.add(form);
  };
  document.addEventListener("input", touch);
  document.addEventListener("change", touch);
  document.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", event => {
    if (!leaving && [...document.querySelectorAll("form[data-cw-guard]")].some(form => dirty.has(form))) event.preventDefault();
  });

  // Single keys: only after the reader switched them on, never while typing, never with another key held
  const setting = "cw-keys";
  const isOn = () => { try { return localStorage.getItem(setting) === "on"; } catch { return false; } };
  const box = document.querySelector("[data-cw-keys] input");
  if (box) {
    box.checked = isOn();
    box.addEventListener("change", () => { try { localStorage.setItem(setting, box.checked ? "on" : "off"); } catch { /* a browser without storage forgets */ } });
  }
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || !box || !isOn()) return;
    if (event.target.closest("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]")) return;
    const wanted = event.key.toLowerCase();
    const target = [...document.querySelectorAll("[data-cw-key]")].find(e => e.dataset.cwKey.toLowerCase() === wanted);
    if (target) { event.preventDefault(); target.click(); }
  });
})();
