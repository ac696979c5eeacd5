// Takes the quiz of a page with very many questions and roles, and says how long what a
// person waits for took, in milliseconds.
// Usage: node largest.mjs PAGE QUESTIONS ROLES
import { launched } from './chromium.mjs';

const [path, questions, roles] = process.argv.slice(2);
const browser = await launched();
const page = await (await browser.newContext()).newPage();
const errors = [];
page.on('pageerror', (error) => errors.push(String(error)));
page.setDefaultTimeout(120_000);
const times = [];
async function timed(what, does) {
  const begun = Date.now();
  await does();
  times.push(`${what} ${Date.now() - begun} ms`);
}
await timed('opening', async () => {
  await page.goto(`file://${path}`);
  await page.waitForSelector('#quiz button');
});
await page.getByRole('button', { name: 'Start' }).click();
// What a key is to the page, without the way through the browser's driver.
await timed('all answers', () => page.evaluate(() => {
  for (let at = 0; document.querySelector('.answers-to-choose'); at += 1) {
    dispatchEvent(new KeyboardEvent('keydown', { key: '45321s'[at % 6] }));
  }
}));
const rows = await page.locator('.review li').count();
if (rows !== Number(questions)) errors.push(`${rows} of ${questions} questions were asked`);
await page.waitForTimeout(360);
await page.getByRole('button', { name: 'Go on' }).first().click();
await page.waitForTimeout(360);
await timed('the result', async () => {
  await page.getByRole('button', { name: 'Show my result' }).click();
  await page.waitForSelector('.your-code');
});
const told = await page.locator('.compare option').count();
if (told !== 2 * Number(roles)) errors.push(`${told} roles to compare, not twice ${roles}`);
await timed('a role', async () => {
  await page.locator('table.roles button.opens').first().click();
  await page.waitForSelector('tr.opened .lead');
});
await browser.close();
console.log(times.join(', '));
for (const error of errors) console.log(error);
process.exit(errors.length === 0 ? 0 : 1);
