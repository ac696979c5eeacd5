// Takes the quiz of a page as people on many devices do, and hands back what they would: the
// answer code of each, a line each on standard output, and the file of answers of each.
// Usage: node sittings.mjs FOLDER PAGE ANSWERS... (a digit a question, - where it is skipped)
import { join } from 'node:path';
import { launched } from './chromium.mjs';

const [folder, path, ...all] = process.argv.slice(2);
const browser = await launched();
const devices = [
  { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  { viewport: { width: 768, height: 1024 }, hasTouch: true },
  { viewport: { width: 1920, height: 1080 } },
];
const locales = ['en-GB', 'de-DE', 'ar-EG', 'fr-FR', 'hi-IN'];
for (const [person, answers] of all.entries()) {
  const device = devices[person % devices.length];
  const context = await browser.newContext({ ...device, locale: locales[person % locales.length] });
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  // Nobody is faster: a second tap so soon is of the same finger.
  const pause = () => page.waitForTimeout(360);
  await page.getByRole('button', { name: 'Start' }).click();
  await pause();
  for (const answer of answers) {
    if (answer === '-') await page.getByRole('button', { name: 'Skip' }).click();
    else if (device.hasTouch) await page.locator('button.answer').nth(Number(answer) - 1).tap();
    else await page.keyboard.press(answer);
    if (device.hasTouch || answer === '-') await pause();
  }
  await page.getByRole('button', { name: 'Go on' }).first().click();
  await pause();
  await page.getByRole('button', { name: 'Show my' }).first().click();
  await pause();
  console.log(await page.textContent('.code-line code'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save my answers' }).click()]);
  await file.saveAs(join(folder, `person-${String(person + 1).padStart(2, '0')}.json`));
  await context.close();
}
await browser.close();
