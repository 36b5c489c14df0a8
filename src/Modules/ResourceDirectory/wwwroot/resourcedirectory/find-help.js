// A filter acts when it is changed: the results are fetched and put in place, and the address follows. Without this file the
// button below the filters does the same.
(() => {
  "use strict";
  const form = document.querySelector("form[data-cw-find]");
  if (!form || !window.htmx) return;
  const address = () => {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") values.append(name, value);
    const query = values.toString();
    return form.action.split("?")[0] + (query ? "?" + query : "");
  };
  let latest = 0;
  const show = async () => {
    const mine = ++latest, url = address();
    await window.htmx.ajax("GET", url, { target: "#found", select: "#found", swap: "outerHTML" });
    if (mine === latest) history.replaceState(null, "", url);
  };
  form.addEventListener("change", show);
})();
