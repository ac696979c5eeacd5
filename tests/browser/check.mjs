// Opens pages in a real browser, light and dark, narrow and wide, and prints them.
// Usage: node check.mjs SCREENSHOT-FOLDER MOST-SHEETS PAGE...
// Needs chromium, and axe-core and playwright-core in the folder NODE_PATH names.
import { basename, join } from 'node:path';
import { axe, launched } from './chromium.mjs';

const [folder, most, ...pages] = process.argv.slice(2);
const mostSheets = Number(most);
const browser = await launched();
let checks = 0;
const failures = [];
function check(holds, what) {
  checks += 1;
  if (!holds) failures.push(what);
}

for (const path of pages) {
  for (const colorScheme of ['light', 'dark']) {
    // 320 px without a scroll bar, and with one of 15 px; a wide window.
    for (const width of [305, 320, 800]) {
      const where = `${basename(path)}, ${colorScheme}, ${width} px`;
      const context = await browser.newContext({
        colorScheme, viewport: { width, height: 900 }, bypassCSP: true,
      });
      const page = await context.newPage();
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`file://${path}`);
      await page.evaluate(axe());
      const result = await page.evaluate(() => globalThis.axe.run(document));
      for (const violation of result.violations) {
        check(false, `${where}: ${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
      }
      check(result.passes.length > 10, `${where}: axe looked at next to nothing`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(overflow <= 0, `${where}: ${overflow} px wider than the window`);
      check(requests.length === 1, `${where}: asked for ${requests.slice(1)}`);
      const untold = await page.evaluate(() => [...document.querySelectorAll('svg')].filter((svg) => {
        if (svg.querySelector('title')?.textContent && svg.querySelector('desc')?.textContent) return false;
        const told = svg.closest('li')?.textContent ?? '';
        const figures = told.match(/[+-]?\d\.\d\d/g) ?? [];
        const shown = svg.querySelectorAll('.bar, .mark').length;
        return svg.getAttribute('aria-hidden') !== 'true' || figures.length < shown;
      }).length);
      check(untold === 0, `${where}: drawings that no text tells: ${untold}`);
      check(await page.evaluate(() => document.querySelector('svg, .answers') !== null),
        `${where}: neither a drawing nor answers`);
      const broken = await page.evaluate(() => [...document.querySelectorAll('.number, .figure')]
        .filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const tops = [...range.getClientRects()].filter((line) => line.width > 0);
          return tops.some((line) => Math.abs(line.top - tops[0].top) > 8);
        }).map((cell) => cell.textContent));
      check(broken.length === 0, `${where}: figures broken over lines: ${broken}`);
      const cut = await page.evaluate(() => [...document.querySelectorAll('th, td')].filter((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const { left, right } = cell.getBoundingClientRect();
        return [...range.getClientRects()].some((line) => line.left < left - 1 || line.right > right + 1)
          || right > document.documentElement.clientWidth;
      }).map((cell) => cell.textContent.trim()));
      check(cut.length === 0, `${where}: cells that overflow: ${cut}`);
      const split = await page.evaluate(() => [...document.querySelectorAll('.roles thead th')]
        .filter((heading) => {
          const range = document.createRange();
          range.selectNodeContents(heading);
          return range.getClientRects().length > 1;
        }).map((heading) => heading.textContent));
      check(split.length === 0, `${where}: headings broken over lines: ${split}`);
      const unseen = await page.evaluate(() => [...document.querySelectorAll('span.bar')]
        .filter((bar) => bar.getBoundingClientRect().width < 30).length);
      check(unseen === 0, `${where}: bars that are not shown: ${unseen}`);
      const scales = await page.evaluate(() => new Set([...document.querySelectorAll('.chart svg')]
        .map((svg) => Math.round(svg.getBoundingClientRect().width))).size);
      check(scales <= 1, `${where}: scales of ${scales} lengths under one axis`);
      await page.screenshot({ path: join(folder, `${basename(path, '.html')}-${colorScheme}-${width}.png`), fullPage: true });
      if (colorScheme === 'light' && width === 800) {
        const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
        const sheets = pdf.match(/\/Type\s*\/Page[^s]/g).length;
        check(sheets <= mostSheets, `${where}: prints on ${sheets} pages`);
        // What is not for the first sheet begins on the second: the first stands alone.
        const second = await page.evaluate(() => document.querySelectorAll('.rest').length);
        check(second === 0 || sheets === 2, `${where}: ${sheets} sheets`);
      }
      await context.close();
    }
  }
}
await browser.close();
for (const failure of failures) console.log(failure);
console.log(`${checks - failures.length} of ${checks} checks hold on ${pages.length} pages`);
process.exit(failures.length === 0 && checks > 0 ? 0 : 1);
