// The list as a spreadsheet: keys, saving by itself, pasting a block, two people in one cell, undo; and the list on paper.
import { demand, press, same } from '../checks.mjs';

const grid = '/directory/listings/grid?place=Inside';

export default async function ({ site, check, step }) {
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const { page } = lead;
  const cell = (row, column) => page.locator(`tr[data-row="${row}"] input[data-column="${column}"]`);
  const saved = () => page.locator('[data-cw-sheet-state]').filter({ hasText: 'Saved.' }).waitFor();

  await step('The table opens', async () => { await page.goto(grid); await cell(0, 'Phone').waitFor(); }, page);

  await check('a line is saved when it is left, and is there after a reload', async () => {
    await cell(0, 'Days').fill('Monday');
    const began = performance.now();
    await page.keyboard.press('Enter');
    await saved();
    console.log(`         from Enter to saved: ${Math.round(performance.now() - began)} ms`);
    same(await page.evaluate(() => document.activeElement.closest('tr').dataset.row), '1', 'the focus is in line');
    await page.reload();
    same(await cell(0, 'Days').inputValue(), 'Monday', 'after a reload');
  }, page);

  await check('arrows move, and Escape puts back what is saved', async () => {
    await cell(0, 'Phone').focus();
    await page.keyboard.press('ArrowDown');
    same(await page.evaluate(() => document.activeElement.dataset.column + document.activeElement.closest('tr').dataset.row), 'Phone1', 'down leads to');
    await page.keyboard.press('ArrowUp');
    const before = await cell(0, 'Phone').inputValue();
    await cell(0, 'Phone').fill('nonsense');
    await page.keyboard.press('Escape');
    same(await cell(0, 'Phone').inputValue(), before, 'after Escape');
  }, page);

  const there = await page.locator('tr[data-row]').count() - 3;
  const missing = 25 - there;
  await check('a block pasted from a spreadsheet becomes new lines', async () => {
    const block = Array.from({ length: missing }, (_, i) =>
      [`Pasted Person${String.fromCharCode(65 + i)}`, 'Class teacher', `555 07${10 + i}`, `pasted.${i}@lanternhill.example`, 'homework, friendships and changing schools', 'English; Korean (native)', 'Mon-Fri', 'Mara Lindqvist', '1 September 2026'].join('\t')).join('\n');
    await cell(there, 'PersonName').focus();
    await page.evaluate(text => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, block);
    await page.waitForFunction(lines => [...document.querySelectorAll('tr[data-row]')].filter(r => r.querySelector('input[name$=".Id"]').value).length >= lines, 25);
    await page.goto(`${grid}&q=pasted`);
    same(await page.locator('tr[data-row]').count() - 3, missing, 'pasted lines found');
    same(await cell(0, 'Languages').inputValue(), 'English; Korean (native)', 'languages as pasted');
  }, page);

  await check('what cannot be read stays and is marked', async () => {
    await cell(0, 'Languages').fill('Klingon');
    await page.keyboard.press('Enter');
    await saved();
    same(await cell(0, 'Languages').inputValue(), 'Klingon', 'the cell says');
    demand(await cell(0, 'Languages').evaluate(e => e.closest('td').classList.contains('cw-sheet-odd')), 'it is not marked');
  }, page);

  await check('where two people typed in one cell the later one is told and decides', async () => {
    const other = await site.open(site.someone('Counsellor', 'lantern-hill'));
    await other.page.goto(`${grid}&q=pasted`);
    const theirs = other.page.locator('tr[data-row="1"] input[data-column="Days"]');
    await theirs.fill('Tuesday');
    await other.page.keyboard.press('Enter');
    await other.page.locator('[data-cw-sheet-state]').filter({ hasText: 'Saved.' }).waitFor();
    await cell(1, 'Days').fill('Friday');
    await page.keyboard.press('Enter');
    await page.locator('td.cw-sheet-wrong').waitFor();
    same(await cell(1, 'Days').inputValue(), 'Friday', 'what I typed');
    await cell(1, 'Days').focus();
    await page.keyboard.press('Escape');
    same(await cell(1, 'Days').inputValue(), 'Tuesday', 'after Escape');
    await other.context.close();
  }, page);

  await check('undo takes the last change back', async () => {
    await page.goto(`${grid}&q=pasted`);
    await press(page.getByRole('button', { name: 'Undo' }));
    same(await cell(0, 'Languages').inputValue(), 'English; Korean (native)', 'languages after undo');
  }, page);

  await check('the list of 25 people inside fits one sheet of paper', async () => {
    await page.goto('/directory/print/inside');
    const people = await page.locator('tbody tr').count();
    demand(people >= 24, `${people} people are on the list`);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    same(paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, 'sheets');
  }, page);

  await check('nothing was refused or thrown on the way', async () => lead.complaints);
}
