// Takes the quiz of a page in a real browser, as people do: with keys, a finger, a mouse, on
// narrow and wide screens, and looks at every screen with axe.
// Usage: node quiz.mjs FOLDER PAGE CODE-PAGE ADAPTIVE-PAGE HOSTILE-PAGE DAMAGED-PAGE...
// PAGE has fifteen questions; CODE-PAGE ends with the code; each DAMAGED-PAGE has to say so.
// Needs chromium, and axe-core and playwright-core in the folder NODE_PATH names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, launched } from './chromium.mjs';

const [folder, whole, codeAlone, adaptive, hostile, ...damaged] = process.argv.slice(2);
/** How many questions PAGE has. */
const middle = 15;
const browser = await launched();
let checks = 0;
const failures = [];
function check(holds, what) {
  checks += 1;
  if (!holds) failures.push(what);
}

/** Opens a page, and takes note of what it asks for and of every error. */
async function opened(path, { bypassCSP = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, bypassCSP, ...options });
  const page = await context.newPage();
  const told = { requests: [], errors: [] };
  page.on('request', (request) => told.requests.push(request.url()));
  page.on('pageerror', (error) => told.errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') told.errors.push(message.text()); });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`file://${path}`);
  await page.waitForSelector('#quiz button, #paper:not([hidden])');
  return { page, context, told };
}

/** That a screen is accessible and fits. */
async function sound(page, where) {
  await page.evaluate(axe());
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
  for (const violation of violations) {
    check(false, `${where}: ${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
  }
  check(passes.length > 5, `${where}: axe looked at next to nothing`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${where}: ${over} px wider than the window`);
}

const heading = (page) => page.textContent('h1');
const press = (page, ...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
/** A second click so soon would be of the same finger. */
const DOUBLE_TAP = 360;
const click = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForTimeout(DOUBLE_TAP);
};
const place = async (page) => Number((await page.textContent('#quiz p.small')).match(/Question (\d+)/)[1]);
const stored = (page) => page.evaluate(() => Object.entries(sessionStorage).concat(Object.entries(localStorage)));

/** Answers what is left by keys, up to the list of all answers. */
async function answerAll(page, keys = '45321s') {
  for (let at = 0; await page.$('.answers-to-choose'); at += 1) {
    await page.keyboard.press(keys[at % keys.length]);
  }
}

/** Every screen, on narrow and wide windows, light and dark. */
async function screens(colorScheme, width) {
  const { page, context } = await opened(whole, { bypassCSP: true, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 700 } });
  const where = (screen) => `${screen}, ${colorScheme}, ${width} px`;
  const shot = async (screen) => {
    await sound(page, where(screen));
    await page.screenshot({ path: join(folder, `quiz-${screen}-${colorScheme}-${width}.png`) });
  };
  await shot('start');
  await click(page, 'Start');
  await shot('question');
  await press(page, '?');
  check(await page.$('#help[open]') !== null, where('? shows no keys'));
  await shot('keys');
  await answerAll(page);
  check(await heading(page) === 'Your answers', where('no list of the answers'));
  await shot('answers');
  await click(page, 'Go on');
  await shot('marks');
  await page.check('fieldset:nth-of-type(1) label:nth-of-type(2) input');
  await click(page, 'Show my result');
  await page.waitForSelector('.your-code');
  await shot('result');
  await page.click('table.roles button.opens >> nth=1');
  check(await page.$('tr.opened .lead') !== null, where('a role does not open in place'));
  await page.click('.compare summary');
  await page.waitForSelector('.pair-of-roles h2');
  await page.selectOption('.compare select >> nth=0', '1');
  check((await page.textContent('.pair-told')).includes('two different'), where('a role compared with itself'));
  await page.selectOption('.compare select >> nth=0', '2');
  await page.waitForSelector('.pair-of-roles h2');
  await shot('opened');
  await context.close();
}

/** With letters twice as large. */
async function enlarged(width) {
  const { page, context } = await opened(whole, { bypassCSP: true, viewport: { width, height: 700 } });
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  const where = (screen) => `${screen}, 200 % text, ${width} px`;
  await sound(page, where('start'));
  await click(page, 'Start');
  await sound(page, where('question'));
  await answerAll(page);
  await sound(page, where('answers'));
  await click(page, 'Go on');
  await sound(page, where('marks'));
  await click(page, 'Show my result');
  await sound(page, where('result'));
  await page.screenshot({ path: join(folder, 'quiz-result-enlarged.png'), fullPage: true });
  await context.close();
}

/** An adaptive quiz that is less settled once an answer is changed. */
async function asking() {
  const { page, context } = await opened(adaptive);
  await click(page, 'Start');
  await answerAll(page, '51');
  await click(page, 'Go on');
  await click(page, 'Show my result');
  await click(page, 'Change an answer or a mark');
  const rows = await page.locator('.review li').count();
  for (let row = 1; row <= rows; row += 1) {
    await page.locator(`.review li:nth-child(${row}) button`).evaluate((button) => button.click());
    await press(page, 's');
  }
  check(await page.getByRole('button', { name: 'Answer more, to be surer' }).count() > 0, 'nothing says that more would be asked');
  await click(page, 'Show my result');
  await page.waitForSelector('.your-code');
  await context.close();
}

/** Keys, a held one, and a double tap. */
async function answering() {
  const { page, context, told } = await opened(whole);
  await click(page, 'Start');
  check(await place(page) === 1, 'the first question is not the first');
  // A key that is held says the same again and again.
  await page.keyboard.down('4');
  for (let time = 0; time < 5; time += 1) await page.keyboard.down('4');
  await page.keyboard.up('4');
  check(await place(page) === 2, `a held key answered ${await place(page) - 1} questions`);
  await press(page, 'b');
  check(await page.getAttribute('button.answer >> nth=3', 'aria-pressed') === 'true', 'what was answered is not shown');
  await press(page, 'ArrowRight', 's');
  check(await place(page) === 3, 'the right arrow or s does not go on');
  await press(page, 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter');
  check(await place(page) === 4, 'the arrows and Enter do not answer');
  await press(page, 'b');
  check(await page.getAttribute('button.answer >> nth=1', 'aria-pressed') === 'true', 'Enter took another answer');
  await press(page, 'ArrowRight', 'x', '9', 'Control+4');
  check(await place(page) === 4, 'a key that means nothing answered');
  await page.dblclick('button.answer >> nth=0');
  check(await place(page) === 5, `a double click answered ${await place(page) - 4} questions`);
  await page.waitForTimeout(DOUBLE_TAP);
  await press(page, 'S');
  await page.getByRole('button', { name: 'Back', exact: true }).dblclick();
  check(await place(page) === 5, `a double click on Back went to question ${await place(page)}`);
  await page.waitForTimeout(DOUBLE_TAP);
  await page.reload();
  await page.waitForSelector('.answers-to-choose');
  check(await place(page) === 6, 'answers do not survive a reload');
  check((await page.evaluate(() => localStorage.length)) === 0, 'something is kept that was not asked for');
  while (await page.$('.answers-to-choose') && await place(page) < middle) await press(page, '4');
  await page.dblclick('button.answer >> nth=2');
  check(await heading(page) === 'Your answers', 'a double click on the last answer opened a question again');
  await page.waitForTimeout(DOUBLE_TAP);
  await click(page, 'Go on');
  await click(page, 'Show my result');
  await page.waitForSelector('.your-code');
  const code = await page.textContent('.code-line code');
  await page.reload();
  await page.waitForSelector('.your-code');
  check(await page.textContent('.code-line code') === code, 'a result does not survive a reload');
  // Another answer, and what it moves.
  await click(page, 'Change an answer or a mark');
  await page.click('.review li:nth-child(2) button');
  await page.waitForTimeout(DOUBLE_TAP);
  await press(page, '5');
  const focused = await page.evaluate(() => document.activeElement?.closest('li')?.matches(':nth-child(2)'));
  check(focused === true, 'the list of answers has lost its place');
  await click(page, 'Show my result');
  await page.waitForSelector('.moves');
  check((await page.textContent('.moves')).includes('now "'), 'a changed answer is not told');
  await click(page, 'Change an answer or a mark');
  await click(page, 'What matters most');
  const box = page.locator('fieldset label input').first();
  await box.check();
  await box.uncheck();
  await click(page, 'Show my result');
  check(await page.$('.moves') === null, 'something moves where nothing has changed');
  check(await page.textContent('.code-line code') !== code, 'a changed answer leaves the code');
  const [sheet] = await Promise.all([page.waitForEvent('download'), click(page, 'Save my answers (JSON)')]);
  const { answers } = JSON.parse(readFileSync(await sheet.path(), 'utf8'));
  const [[, kept]] = await stored(page);
  check(answers[JSON.parse(kept).sitting.asked[1].id] === 5, 'the saved answers are not those');
  const [saved] = await Promise.all([page.waitForEvent('download'), click(page, 'Save this result (a page)')]);
  check(readFileSync(await saved.path(), 'utf8').startsWith('<!doctype html>'), 'the saved result is no page');
  await click(page, 'Begin anew');
  check(await page.getByRole('button', { name: 'Start' }).count() === 1, 'nothing begins anew');
  check(JSON.stringify(await stored(page)).includes('"asked\\":[]'), 'something of the answers is left');
  check(told.requests.filter((url) => !url.startsWith('blob:')).length === 3, `asked for ${told.requests}`);
  check(told.errors.length === 0, `errors: ${told.errors}`);
  await context.close();
}

/** With a finger. */
async function tapping() {
  const { page, context } = await opened(whole, { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
  await page.getByRole('button', { name: 'Start' }).tap();
  await page.waitForTimeout(DOUBLE_TAP);
  const box = await (await page.$('button.answer >> nth=0')).boundingBox();
  check(box.height >= 44 && box.width >= 44, `an answer is ${box.width} by ${box.height} px`);
  await page.touchscreen.tap(box.x + 20, box.y + 10);
  await page.touchscreen.tap(box.x + 20, box.y + 10);
  check(await place(page) === 2, `a double tap answered ${await place(page) - 1} questions`);
  await context.close();
}

/** What is kept, if the person asks for it. */
async function keeping() {
  const { page, context } = await opened(whole);
  await page.check('#keep');
  await click(page, 'Start');
  await press(page, '4', '4');
  const again = await context.newPage();
  await again.goto(`file://${whole}`);
  await again.waitForSelector('.answers-to-choose');
  check(await place(again) === 3, 'what was to be kept is not there in another tab');
  // One tab goes on; what another one knew before it goes to nobody.
  await press(page, '4');
  await again.waitForSelector('#told:has-text("another tab")');
  await press(again, '1');
  const third = await context.newPage();
  await third.goto(`file://${whole}`);
  await third.waitForSelector('.answers-to-choose');
  check(await place(third) === 4, 'a tab wrote over what another one kept');
  // What was kept last is taken up, as the page says.
  const second = await place(again);
  await page.waitForTimeout(5);
  await press(page, '1');
  await again.reload();
  await again.waitForSelector('.answers-to-choose');
  check(await place(again) === 5, `a tab that was loaded again is at question ${await place(again)}, before at ${second}`);
  await answerAll(page);
  await click(page, 'Go on');
  await click(page, 'Show my result');
  check(await page.isChecked('#keep'), 'the result does not say that the answers are kept');
  await page.uncheck('#keep');
  check(await page.evaluate(() => localStorage.length) === 0, 'what was not to be kept is kept');
  await context.close();
  // A browser may refuse one of the two places.
  const half = await opened(whole);
  await half.page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new Error('refused'); } }));
  await half.page.reload();
  await click(half.page, 'Start');
  await press(half.page, '4');
  await half.page.reload();
  await half.page.waitForSelector('.answers-to-choose');
  check(await place(half.page) === 2, 'answers are lost where one storage is refused');
  await half.context.close();
  const other = await opened(whole);
  await other.page.evaluate(() => { Storage.prototype.setItem = () => { throw new Error('full'); }; });
  await other.page.click('#keep');
  check(await other.page.isChecked('#keep') === false, 'a browser that keeps nothing is said to keep');
  await other.context.close();
}

/** A page that ends with the code. */
async function collecting() {
  const { page, context } = await opened(codeAlone, { bypassCSP: true });
  await click(page, 'Start');
  await answerAll(page, '123');
  await click(page, 'Go on');
  await click(page, 'Show my answer code');
  await page.waitForSelector('.your-code');
  await sound(page, 'the code alone');
  await click(page, 'Change an answer or a mark');
  check(await page.getByRole('button', { name: 'Show my result' }).count() === 0, 'a result is promised that is not shown');
  await click(page, 'Show my answer code');
  check(await page.$('.summary, table.roles') === null, 'a result is shown that was not to be');
  check((await page.textContent('.your-code')).includes('Send it to'), 'what to do with the code is not said');
  await context.close();
}

/** Texts made to do harm, and pages that were changed. */
async function harm() {
  const { page, context, told } = await opened(hostile);
  await page.evaluate(() => { globalThis.harmed = 0; });
  await click(page, 'Start');
  await answerAll(page);
  await click(page, 'Go on');
  await click(page, 'Show my result');
  await page.waitForSelector('.your-code');
  await page.$$eval('table.roles button.opens', (all) => all.forEach((opens) => opens.click()));
  const elements = await page.evaluate(() => document.querySelectorAll('main script, main img, main iframe, main [onerror], main a[href^="javascript"]').length);
  check(elements === 0, `${elements} elements came of texts`);
  check(await page.evaluate(() => globalThis.harmed) === 0, 'a text was run as a script');
  check(told.requests.length === 1, `asked for ${told.requests}`);
  await context.close();
  for (const path of damaged) {
    const { page, context } = await opened(path);
    const words = await page.textContent('body > main');
    check(/damaged|cannot/.test(words) && await page.isVisible('#why-paper'), `${path}: ${words.slice(0, 200)}`);
    await context.close();
  }
  const without = await opened(whole, { javaScriptEnabled: false });
  check(await without.page.isVisible('#paper ol li >> nth=0'), 'without scripts there are no questions');
  await without.page.fill('#typed', '4-2');
  check(await without.page.isVisible('#paper label[for="typed"]'), 'without scripts there is no place for the answers');
  await without.context.close();
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 800]) await screens(colorScheme, width);
}
await screens('light', 3840);
for (const width of [320, 800]) await enlarged(width);
for (const part of [asking, answering, tapping, keeping, collecting, harm]) await part();
await browser.close();
for (const failure of failures) console.log(failure);
console.log(`${checks - failures.length} of ${checks} checks hold`);
process.exit(failures.length === 0 && checks > 0 ? 0 : 1);
