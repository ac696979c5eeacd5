// Compares what the engine of a page reports with what the program printed, in Node.js and in
// a browser.
// Usage: node engine.mjs PAGE CASES [ENGINE.wasm.gz]
// CASES has a line a sitting: {"sitting": ..., "report": "..."}. ENGINE is used beside the page's.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { launched } from './chromium.mjs';

const [path, casesPath, ...engines] = process.argv.slice(2);
const html = readFileSync(path, 'utf8');
const part = (id) => html.match(new RegExp(`id="${id}">([^<]*)<`))[1];
const cases = readFileSync(casesPath, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** The digests of the reports on these sittings. It runs in the browser, too. */
async function digests({ engine, catalogue, norms, settings, sittings }) {
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const { instance: { exports } } = await WebAssembly.instantiate(bytes(engine), {});
  const hand = (given) => {
    const room = exports.room(given.length);
    new Uint8Array(exports.memory.buffer, room, given.length).set(given);
  };
  const ask = (request) => {
    hand(new TextEncoder().encode(JSON.stringify(request)));
    const length = exports.answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.reply(), length)));
  };
  hand(bytes(catalogue));
  exports.load();
  const opened = ask({ open: { form: settings.form, norms, needs_files: settings.needs_files } });
  if (opened.error !== undefined) throw new Error(opened.error);
  const found = [];
  for (const sitting of sittings) {
    const { ok, error } = ask({ report: sitting });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ok ?? `error: ${error}`));
    found.push([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return found;
}

const unpacked = (packed) => gunzipSync(packed).toString('base64');
const given = {
  catalogue: unpacked(Buffer.from(part('catalogue'), 'base64')),
  norms: gunzipSync(Buffer.from(part('norms'), 'base64')).toString(),
  settings: JSON.parse(part('settings')),
  sittings: cases.map(({ sitting }) => sitting),
};
const own = unpacked(Buffer.from(part('engine'), 'base64'));
const expected = cases.map(({ report }) => createHash('sha256').update(report).digest('hex'));
let wrong = 0;
function compare(found, where) {
  const differing = expected.filter((digest, at) => digest !== found[at]).length;
  console.log(`${where}: ${expected.length - differing} of ${expected.length} reports are the same`);
  wrong += differing + (found.length === 0 ? 1 : 0);
}
compare(await digests({ ...given, engine: own }), 'Node.js');
for (const other of engines) {
  compare(await digests({ ...given, engine: unpacked(readFileSync(other)) }), `Node.js, ${other}`);
}
const browser = await launched();
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();
await page.goto(`file://${path}`);
compare(await page.evaluate(digests, { ...given, engine: own }), 'Chromium');
await browser.close();
process.exit(wrong === 0 ? 0 : 1);
