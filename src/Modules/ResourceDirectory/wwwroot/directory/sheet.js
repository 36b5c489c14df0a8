// The table of listings as a spreadsheet: keys, pasting, and saving each line when it is left. Without it the form saves all.
(() => {
  "use strict";
  const form = document.querySelector(".cw-sheet-form");
  if (!form) return;
  const body = form.querySelector("tbody");
  const state = document.querySelector("[data-cw-sheet-state]");
  const say = text => { if (state) state.textContent = text; };
  const cellsOf = row => [...row.querySelectorAll("input[data-column]")];
  const hidden = (row, name) => row.querySelector(`input[name$=".${name}"]`);
  const wasOf = row => { try { return JSON.parse(hidden(row, "Was").value || "{}"); } catch { return {}; } };
  const saved = (row, input) => wasOf(row)[input.dataset.column] ?? "";
  const isDirty = row => cellsOf(row).some(input => input.value.trim() !== saved(row, input).trim());
  const isBlank = row => !hidden(row, "Id").value && cellsOf(row).every(input => input.value.trim() === "");

  // New lines: one empty line always waits at the end
  const addRow = () => {
    const last = body.rows[body.rows.length - 1];
    const row = last.cloneNode(true);
    const number = body.rows.length;
    row.dataset.row = number;
    for (const part of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "name", "aria-labelledby", "aria-describedby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(/Rows\[\d+\]/, `Rows[${number}]`).replace(/\br-\d+/, `r-${number}`).replace(/\bn-\d+-/, `n-${number}-`));
      }
    }
    hidden(row, "Id").value = "";
    hidden(row, "Was").value = "";
    for (const input of cellsOf(row)) { input.value = ""; mark(input, null); }
    body.append(row);
    return row;
  };
  const keepBlankEnd = () => { if (!isBlank(body.rows[body.rows.length - 1])) addRow(); };

  const mark = (input, remark) => {
    const cell = input.closest("td");
    cell.classList.toggle("cw-sheet-wrong", Boolean(remark?.wrong));
    cell.classList.toggle("cw-sheet-odd", Boolean(remark && !remark.wrong));
    cell.querySelector(".cw-sheet-note").textContent = remark ? remark.text : "";
    if (remark?.wrong) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
  };

  // Saving: one line at a time, in the order they were left
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");
  let line = Promise.resolve();
  const save = row => { line = line.then(() => isDirty(row) ? send(row) : undefined); return line; };
  const send = async row => {
    const sent = new Map(cellsOf(row).map(input => [input, input.value]));
    const data = new URLSearchParams();
    data.set("__RequestVerificationToken", form.querySelector("input[name=__RequestVerificationToken]").value);
    data.set("_key", key());
    data.set("Place", form.querySelector("input[name=Place]").value);
    for (const name of ["Id", "Was"]) data.set(`Rows[0].${name}`, hidden(row, name).value);
    for (const [input, value] of sent) data.set(`Rows[0].Cells[${input.dataset.column}]`, value);
    say(form.dataset.saving);
    try {
      const response = await fetch("/directory/listings/grid?handler=Row", { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!(response.headers.get("Content-Type") || "").startsWith("application/json")) throw new Error(String(response.status));
      take(row, await response.json(), sent);
    } catch {
      say(form.dataset.failed);
    }
  };
  const take = (row, answer, sent) => {
    hidden(row, "Was").value = answer.was;
    if (answer.id) hidden(row, "Id").value = answer.id;
    for (const [input, value] of sent) {
      const column = input.dataset.column;
      if (answer.saved && input.value === value && column in answer.cells) input.value = answer.cells[column];
      mark(input, answer.remarks[column]);
    }
    say(answer.saved === false ? form.dataset.look : form.dataset.saved);
  };

  form.addEventListener("focusout", event => {
    const row = event.target.closest("tr[data-row]");
    if (row && !row.contains(event.relatedTarget)) save(row);
  });
  form.addEventListener("input", event => { if (event.target.dataset.column) keepBlankEnd(); });
  window.addEventListener("beforeunload", event => {
    if (!leaving && [...body.rows].some(isDirty)) event.preventDefault();
  });
  let leaving = false;
  document.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });

  // Keys
  const go = (row, column, select = true) => {
    const input = row && cellsOf(row)[column];
    if (!input) return false;
    input.focus();
    if (select) input.select();
    return true;
  };
  const isAt = (input, end) => input.selectionStart === input.selectionEnd ? input.selectionStart === (end ? input.value.length : 0)
    : input.selectionStart === 0 && input.selectionEnd === input.value.length;
  form.addEventListener("keydown", event => {
    const input = event.target;
    if (!input.dataset.column || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = input.closest("tr");
    const column = cellsOf(row).indexOf(input);
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    let moved = false;
    switch (event.key) {
      case "ArrowUp": moved = go(row.previousElementSibling, column); break;
      case "ArrowDown": moved = go(row.nextElementSibling, column); break;
      case "Enter":
        keepBlankEnd();
        moved = true;
        if (!go(event.shiftKey ? row.previousElementSibling : row.nextElementSibling, column)) save(row);
        break;
      case "Escape": input.value = saved(row, input); mark(input, null); input.select(); moved = true; break;
      case forward: moved = !event.shiftKey && isAt(input, true) && go(row, column + 1); break;
      case back: moved = !event.shiftKey && isAt(input, false) && go(row, column - 1); break;
    }
    if (moved) event.preventDefault();
  });

  // Pasting a block: cells by tabs, lines by breaks, quoted cells may hold both
  const parse = text => {
    const rows = [[]];
    let cell = "", quoted = false;
    const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let i = 0; i < plain.length; i++) {
      const sign = plain[i];
      if (quoted) {
        if (sign !== '"') cell += sign; else if (plain[i + 1] === '"') { cell += sign; i++; } else quoted = false;
      } else if (sign === '"' && cell === "") quoted = true;
      else if (sign === "\t") { rows[rows.length - 1].push(cell); cell = ""; }
      else if (sign === "\n") { rows[rows.length - 1].push(cell); cell = ""; rows.push([]); }
      else cell += sign;
    }
    rows[rows.length - 1].push(cell);
    return rows.map(cells => cells.map(c => c.replace(/\n/g, "; ")));
  };
  form.addEventListener("paste", event => {
    const input = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input.dataset?.column || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    let row = input.closest("tr");
    const column = cellsOf(row).indexOf(input);
    const touched = [];
    for (const cells of parse(text)) {
      const there = cellsOf(row);
      cells.forEach((cell, i) => { if (there[column + i]) there[column + i].value = cell; });
      touched.push(row);
      keepBlankEnd();
      row = row.nextElementSibling;
    }
    touched.forEach(save);
  });
})();
