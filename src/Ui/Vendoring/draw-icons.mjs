// Puts the icons named in icons.txt into one sheet.
//   node draw-icons.mjs <folder of @tabler/icons 3.51.0> <icons.txt> <icons.svg>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, list, target] = process.argv.slice(2);
const names = readFileSync(list, "utf8").split(/\s+/).filter(Boolean).sort();
const symbols = names.map(name => {
  const svg = readFileSync(join(source, "icons/outline", `${name}.svg`), "utf8");
  const shapes = [...svg.matchAll(/<(path|circle|line|rect|polyline)[^>]*\/>/g)].map(m => m[0].replace(/\s*\/>$/, "/>"))
    .filter(s => !/stroke="none"/.test(s));
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`;
});
writeFileSync(target, `<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons 3.51.0, MIT, Copyright (c) Paweł Kuna: lib/tabler-icons/LICENSE.txt -->\n${symbols.join("\n")}\n</svg>\n`);
console.log(`${names.length} icons`);
