// What a screen reader is told on every screen of the quiz, from the browser's own
// accessibility tree; and what of a result is printed.
// Usage: node heard.mjs PAGE (of fifteen questions)
import { launched } from './chromium.mjs';

const [path] = process.argv.slice(2);
const browser = await launched();
const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
const page = await context.newPage();
const session = await context.newCDPSession(page);
await page.goto(`file://${path}`);
await page.waitForSelector('#quiz button');
let checks = 0;
const failures = [];
function check(holds, what) {
  checks += 1;
  if (!holds) failures.push(what);
}

/** The tree without what is hidden: the role, the name and the properties of each node. */
async function heard() {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties = [], value }) => ({
    role: role.value,
    name: (name?.value ?? '').trim(),
    value: value?.value,
    ...Object.fromEntries(properties.map((of) => [of.name, of.value.value])),
  }));
}
const ACTS = ['button', 'checkbox', 'radio', 'combobox', 'link', 'textbox', 'DisclosureTriangle'];
const NAMED = [...ACTS, 'heading', 'progressbar', 'progress', 'table', 'figure'];

/** That all of a screen has a name, one heading of the first level, which is where a reader
 * begins, and a place where things are said. */
async function sound(where, begins = true) {
  const nodes = await heard();
  for (const { role } of nodes.filter((of) => NAMED.includes(of.role) && !of.name)) {
    check(false, `${where}: a ${role} without a name`);
  }
  check(nodes.some(({ role }) => ACTS.includes(role)), `${where}: nothing to do`);
  const first = nodes.filter(({ role, level }) => role === 'heading' && level === 1);
  check(first.length === 1, `${where}: ${first.length} headings of the first level`);
  const focused = nodes.find(({ role, focused }) => focused && role !== 'RootWebArea');
  if (begins) check(focused?.role === 'heading' && focused.level === 1, `${where}: a reader begins at ${focused?.role} "${focused?.name}"`);
  check(nodes.filter(({ role }) => role === 'main').length === 1, `${where}: no main part`);
  // At each level of headings, one comes below the next higher one.
  let before = 1;
  for (const { level } of nodes.filter(({ role }) => role === 'heading')) {
    check(level <= before + 1, `${where}: a heading of level ${level} after ${before}`);
    before = level;
  }
  return nodes;
}
const is = (role, name) => (node) => node.role === role && node.name === name;
const click = async (name) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  // A second click so soon would be of the same finger.
  await page.waitForTimeout(360);
};

await sound('the start', false);
await click('Start');
const labels = await page.$$eval('button.answer', (all) => all.map((of) => of.textContent.trim().slice(1).trim()));
let nodes = await sound('a question');
check(labels.length > 1, 'no answers');
for (const label of labels) {
  check(nodes.some(is('button', label)), `no button is called just "${label}"`);
}
check(nodes.some(({ role, name }) => role === 'group' && name === 'Your answer'), 'the answers are no group');
check(nodes.some(({ name, role }) => role.startsWith('progress') && name === 'How far you are'), 'how far it is, is not told');
await page.keyboard.press('2');
await page.keyboard.press('b');
nodes = await sound('a question that was answered');
const pressed = nodes.filter(({ role, pressed }) => role === 'button' && pressed === 'true').map(({ name }) => name);
check(pressed.join() === labels[1], `pressed: ${pressed}`);
for (let at = 0; await page.$('.answers-to-choose'); at += 1) await page.keyboard.press('45321'[at % 5]);
nodes = await sound('the answers');
check(nodes.filter(({ role, name }) => role === 'button' && labels.some((label) => name.endsWith(label))).length === 15, 'an answer is not told with its question');
await click('Go on');
nodes = await sound('what matters');
check(nodes.filter(({ role, name }) => role === 'group' && name).length >= 1, 'the marks have no question');
await click('Show my result');
await page.waitForSelector('.your-code');
nodes = await sound('the result');
const roles = nodes.filter(({ role, expanded }) => role === 'button' && expanded === false);
check(roles.length > 1, 'no role opens');
await page.locator('table.roles button.opens').first().click();
nodes = await sound('an open role', false);
check(nodes.some(({ role, name, expanded }) => role === 'button' && name === roles[0].name && expanded === true), 'an open role is not told to be open');
await page.waitForTimeout(360);
// What happens without a new screen is said.
await click('Copy the code');
await page.waitForFunction(() => document.getElementById('told')?.textContent);
nodes = await heard();
check(nodes.some(({ role, live }) => role === 'status' && live === 'polite'), 'what is said is in no live region');
check(nodes.some(({ role, name }) => role === 'StaticText' && /^(Copied|Mark the code)/.test(name)), 'that the code was copied is not heard');
await page.click('.compare summary');
await page.waitForSelector('.pair-of-roles h2');
nodes = await sound('two roles', false);
check(nodes.some(({ live, role }) => live === 'polite' && role !== 'status'), 'a comparison is not told when it changes');

// On paper.
await page.emulateMedia({ media: 'print' });
const seen = (selector) => page.$$eval(selector, (all) => all.filter((of) => of.checkVisibility() && of.getBoundingClientRect().height > 0).map((of) => of.textContent.trim()));
const buttons = (await seen('button:not(.opens)')).concat(await seen('input, select, progress, summary'));
check(buttons.length === 0, `printed: ${buttons}`);
check((await seen('.code-line code')).length === 1, 'the code is not printed');
check((await seen('table.roles tbody tr:not(.opened)')).length === roles.length, 'roles are not printed');
check((await seen('h1')).length === 1, 'no heading is printed');
const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
check(wide <= 0, `what is printed is ${wide} px too wide`);
await page.locator('table.roles button.opens').first().evaluate((opens) => opens.click());
const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
const sheets = pdf.match(/\/Type\s*\/Page[^s]/g).length;
check(sheets === 2, `prints on ${sheets} sheets`);
await browser.close();
for (const failure of failures) console.log(failure);
console.log(`${checks - failures.length} of ${checks} checks hold`);
process.exit(failures.length === 0 ? 0 : 1);
