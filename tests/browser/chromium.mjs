// Chromium, and axe, from the packages in the folder that NODE_PATH names.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH, 'x'));
const { chromium } = require('playwright-core');

/** What is evaluated in a page to have axe there. */
export const axe = () => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const launched = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
