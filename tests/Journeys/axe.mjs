// axe, at WCAG 2.2 AA.
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it is now: one line for each rule. */
export async function axeFindings(page, complaints, rules) {
  complaints.deaf = true;
  await page.evaluate(axe.source);
  const found = await page.evaluate(async ({ tags, rules }) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.map(v => `${v.id}: ${v.help} (${v.nodes.length})\n    `
      + v.nodes.slice(0, 3).map(n => `${n.target.join(' ')}  ${n.html.slice(0, 160)}\n      ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''}`).join('\n    '));
  }, { tags, rules });
  complaints.deaf = false;
  return found;
}
