// Takes the quiz of a page in Firefox by keys, loads the page again at the result, and changes
// an answer.
// Usage: node firefox.mjs PAGE
// Needs firefox-esr, and puppeteer-core in the folder NODE_PATH names.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH, 'x'));
const puppeteer = require('puppeteer-core');
const [path] = process.argv.slice(2);
const failures = [];
const check = (holds, what) => { if (!holds) failures.push(what); };
const browser = await puppeteer.launch({
  browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true,
});
const page = await browser.newPage();
page.on('pageerror', (error) => failures.push(String(error)));
await page.setViewport({ width: 360, height: 640 });
await page.goto(`file://${path}`);
/** Presses the button whose name begins so, as a keyboard does. */
const press = (name) => page.evaluate((begin) => {
  [...document.querySelectorAll('button')].find((button) => button.textContent.startsWith(begin)).click();
}, name);
const text = (selector) => page.$eval(selector, (found) => found.textContent);
const fits = async (where) => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${where}: ${over} px wider than the window`);
};
await page.waitForSelector('#quiz button.main');
await press('Start');
await fits('a question');
for (let at = 0; await page.$('.answers-to-choose'); at += 1) await page.keyboard.press('45321s'[at % 6]);
check(await text('h1') === 'Your answers', 'no list of the answers');
await press('Go on');
await press('Show my result');
await page.waitForSelector('.summary h2');
await fits('the result');
const code = await text('.code-line code');
await page.reload();
await page.waitForSelector('.your-code');
check(await text('.code-line code') === code, 'a result does not survive a reload');
await press('Change an answer');
await page.waitForSelector('.review');
await page.$eval('.review li button', (row) => row.click());
await page.keyboard.press('1');
await press('Show my result');
await page.waitForSelector('.moves');
check(await text('.code-line code') !== code, 'a changed answer leaves the code');
await browser.close();
failures.forEach((failure) => console.log(failure));
process.exit(failures.length === 0 ? 0 : 1);
