// Keeps of Tabler's style sheet what these pages use: base, grid, buttons, fields, tables, spacing and text utilities.
// Whole components we never draw (cards, modals, carousels, date pickers, flags ...) and pictures in data: addresses,
// which our content security policy would block, are left out.
//   npm install postcss @tabler/core@1.6.1   (in a folder outside this repository)
//   node trim-tabler.mjs <folder of @tabler/core> <folder of wwwroot/lib/tabler>
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, target] = process.argv.slice(2);
const postcss = createRequire(join(process.cwd(), "x.js"))("postcss");

const sides = "[tbsexy]?";
const wide = "(-sm|-md|-lg|-xl)?";
const keep = [
  "container(-fluid)?", `row`, `col${wide}(-auto|-\\d+)?`, `g[xy]?${wide}-[0-4]`,
  `[mp]${sides}${wide}-(auto|[0-5])`, `(row-|column-)?gap${wide}-[0-5]`,
  `d${wide}-(none|inline|inline-block|block|grid|flex|inline-flex)`, "d-print-(none|block)",
  `flex${wide}-(row|column|wrap|nowrap|fill|grow-[01]|shrink-[01])`,
  `(justify-content|align-items|align-self)${wide}-(start|end|center|between|baseline|stretch)`,
  "w-(25|50|75|100|auto)", "h-(100|auto)", "min-w-0",
  "text-(start|end|center|nowrap|wrap|break|truncate|uppercase|decoration-none)", "fw-(normal|medium|semibold|bold)", "fs-[1-6]", "h[1-6]", "small", "lh-(1|sm|base|lg)",
  "order-(first|last)", "overflow-(auto|hidden)", "position-(relative|sticky)", "float-(start|end)",
  "visually-hidden(-focusable)?", "list-unstyled", "btn", "btn-primary", "form-(label|control|select|hint)", "disabled", "active", "show", "was-validated",
  "table", "table-responsive",
].map(k => new RegExp(`^${k}$`));

// Classes that only ever stand inside a component we left out.
const wanted = name => keep.some(k => k.test(name));
const classes = selector => [...selector.replace(/\\(.)/g, "$1").matchAll(/\.([A-Za-z_][\w:/.-]*)/g)].map(m => m[1].replace(/:.*$/, ""));
const isBase = selector => !/\.[A-Za-z_]/.test(selector);

for (const [from, to] of [["tabler.min.css", "tabler.css"], ["tabler.rtl.min.css", "tabler.rtl.css"]]) {
  const root = postcss.parse(readFileSync(join(source, "dist/css", from), "utf8"));
  root.walkRules(rule => {
    if (rule.parent.type === "atrule" && /keyframes$/.test(rule.parent.name)) return;
    const left = rule.selectors.filter(s => (isBase(s) || classes(s).every(wanted)) && !/::-webkit-date|data-bs-theme-|\[data-bs-popper|tabler-brand/.test(s));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  root.walkDecls(decl => { if (/url\(\s*["']?data:/.test(decl.value)) decl.remove(); });
  root.walkComments(comment => { if (!/^!/.test(comment.text)) comment.remove(); });

  // Variables nobody reads any more go, and those read only by them, until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    const read = new Set([...root.toString().matchAll(/var\((--[\w-]+)/g)].map(m => m[1]));
    const own = /^--tblr-(font-sans-serif|body-|bg-surface|bg-forms|border-color|primary|link-|secondary)/;
    root.walkDecls(/^--/, decl => { if (!read.has(decl.prop) && !own.test(decl.prop)) { decl.remove(); changed = true; } });
  }
  root.walkRules(rule => { if (rule.nodes.length === 0) rule.remove(); });
  const animations = root.toString();
  root.walkAtRules(/keyframes$/, at => { if (!new RegExp(`animation[^;}]*\\b${at.params}\\b`).test(animations)) at.remove(); });
  for (let i = 0; i < 3; i++) root.walkAtRules(at => { if (at.nodes && at.nodes.length === 0) at.remove(); });
  writeFileSync(join(target, to), root.toString() + "\n");
}
