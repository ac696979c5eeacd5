// The quiz in a browser. The engine, compiled to WebAssembly, knows the questions and makes
// every result; this shows them, takes the answers, and asks for nothing from anywhere.
// Checked by tsc --checkJs.
'use strict';

/** @typedef {{id: string, seen: string, answer: number | null}} Put */
/** @typedef {{form: unknown, asked: Put[], matters?: string[], starting_point?: string | null}} Sitting */
/** @typedef {{id: string, seen: string, text: string}} Question */
/** @typedef {{
 *   fingerprint: string, language: string, title: string | null, introduction: string | null,
 *   stem: string | null, labels: string[], questions: Question[],
 *   interests: {id: string, name: string}[], starting_points: {word: string, meaning: string}[],
 *   longest: number, may_end_sooner: boolean, blank: Sitting
 * }} Questionnaire */
/** @typedef {{page: string, roles: {name: string, chance: string}[], code: string | null,
 *   answered: number, sheet: string}} Result */
/** @typedef {{question: number | null, settled: number | null, sitting: Sitting}} Next */
/** @typedef {{memory: WebAssembly.Memory, room(length: number): number, load(): void,
 *   answer(): number, reply(): number}} Engine */
/** @typedef {{form: unknown, return_to: string | null, has_result: boolean, needs_files: boolean}} Settings */
/** @typedef {Node | string | null | false} Child */

/** Seconds that a question takes, about. */
const PACE = 7;
/** A second tap within so many milliseconds is of the same finger. */
const DOUBLE_TAP = 350;

/** @param {string} id @returns {HTMLElement} */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has lost a part of it (${id}): get it again`);
  return found;
}

/** An element with these attributes and this content: text is never read as HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {Record<string, string | boolean | ((event: Event) => void)>} [attributes]
 * @param {...Child} content @returns {HTMLElementTagNameMap[T]} */
function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, value);
  }
  for (const child of content) if (child) made.append(child);
  return made;
}

/** What a text of the questionnaire needs: its language, and the direction of its letters.
 * @param {string} language */
const own = (language) => ({ lang: language, dir: 'auto' });

/** @param {string} text @param {() => void} does @param {string} [kind] */
function button(text, does, kind = '') {
  return make('button', { type: 'button', class: kind, click: does }, text);
}

/** The bytes that a part of the page holds. @param {string} id @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function unpacked(id) {
  const text = (element(id).textContent ?? '').trim();
  try {
    const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new Error(`its ${id} is not whole`);
  }
}

/** Puts bytes where the engine reads them: its memory may grow for that, and be another one.
 * @param {Engine} engine @param {Uint8Array} bytes */
function hand(engine, bytes) {
  const room = engine.room(bytes.length);
  new Uint8Array(engine.memory.buffer, room, bytes.length).set(bytes);
}

/** Copies a text; true if that could be done. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make('textarea', { class: 'aside' });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

/** @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** How the quiz goes, as the page says it. @returns {Settings} */
function settingsOfPage() {
  const settings = JSON.parse(element('settings').textContent ?? '');
  const isRight = typeof settings.has_result === 'boolean' && typeof settings.needs_files === 'boolean'
    && (settings.return_to === null || typeof settings.return_to === 'string');
  if (!isRight) throw new Error('its settings are not whole');
  return settings;
}

class Quiz {
  /** @param {Engine} engine @param {Settings} settings @param {string} norms */
  constructor(engine, settings, norms) {
    this.engine = engine;
    this.settings = settings;
    this.main = element('quiz');
    /** What is done with keys on the screen that is shown. @type {(key: string) => boolean} */
    this.onKey = () => false;
    this.quietUntil = 0;
    /** Whether another tab has changed what is kept: then it is that tab's. */
    this.isElsewhere = false;
    this.asked = /** @type {Questionnaire} */ (
      this.ask({ open: { form: settings.form, norms, needs_files: settings.needs_files } }));
    this.places = new Map(this.asked.questions.map(({ id }, place) => [id, place]));
    this.store = `rolefit ${this.asked.fingerprint} ${JSON.stringify([settings.form, settings.has_result])}`;
    this.isKept = false;
    this.isDone = false;
    /** @type {Sitting} */
    this.sitting = structuredClone(this.asked.blank);
    /** What the result was of before an answer was changed. @type {Sitting | null} */
    this.before = null;
  }

  /** Asks the engine. @param {unknown} request @returns {unknown} */
  ask(request) {
    const { engine } = this;
    hand(engine, new TextEncoder().encode(JSON.stringify(request)));
    const length = engine.answer();
    const reply = new Uint8Array(engine.memory.buffer, engine.reply(), length);
    const told = JSON.parse(new TextDecoder().decode(reply));
    if (told.error !== undefined) throw new Error(told.error);
    return told.ok;
  }

  // What is kept.

  /** Keeps the sitting; false if the browser does not. */
  keep() {
    const text = JSON.stringify({ sitting: this.sitting, isDone: this.isDone, at: Date.now() });
    try {
      sessionStorage.setItem(this.store, text);
      if (this.isKept && !this.isElsewhere) localStorage.setItem(this.store, text);
      return true;
    } catch {
      // Where a browser stores nothing, the page says so at the start.
      return false;
    }
  }

  /** Keeps nothing any more beyond this tab. */
  keepNoLonger() {
    this.isKept = false;
    try {
      localStorage.removeItem(this.store);
    } catch {
      // There is nothing where nothing can be stored.
    }
  }

  /** The box that asks to keep the answers. */
  keepBox() {
    const box = make('input', { type: 'checkbox', id: 'keep' });
    box.checked = this.isKept;
    box.addEventListener('change', () => {
      if (!box.checked) this.keepNoLonger();
      this.isKept = box.checked;
      // Whoever asks for it here wants these answers, whatever another tab has kept.
      this.isElsewhere = false;
      if (this.isKept && !this.keep()) {
        this.keepNoLonger();
        box.checked = false;
        this.say('This browser does not keep them.');
      }
    });
    return make('p', { class: 'aside-of-print' }, box, make('label', { for: 'keep' }, ' Keep my answers in this browser after I close it. Leave this off on a computer that others use.'));
  }

  /** Another tab has written. @param {StorageEvent} event */
  changedElsewhere({ key, newValue }) {
    if (key !== this.store && key !== null) return;
    this.isElsewhere = newValue !== null;
    if (newValue === null) this.isKept = false;
    this.say(newValue === null
      ? 'Another tab keeps the answers no longer. They are still in this tab.'
      : 'Your answers were changed in another tab. Load this page again to go on from there.');
  }

  /** What was stored, if anything; a browser may refuse either place.
   * @param {() => Storage} place @returns {{sitting: Sitting, isDone: boolean, at?: number} | null} */
  stored(place) {
    try {
      return JSON.parse(place().getItem(this.store) ?? 'null');
    } catch {
      return null;
    }
  }

  /** Takes up what was kept last; what no longer fits the questions is left out. */
  resume() {
    const [kept, here] = [this.stored(() => localStorage), this.stored(() => sessionStorage)];
    this.isKept = kept !== null;
    const newest = here && kept ? ((kept.at ?? 0) > (here.at ?? 0) ? kept : here) : here ?? kept;
    if (!newest) return;
    try {
      const { sitting, isDone } = newest;
      this.sitting = /** @type {Next} */ (this.ask({ next: sitting })).sitting;
      this.isDone = isDone === true && this.sitting.asked.length > 0;
    } catch {
      this.sitting = structuredClone(this.asked.blank);
    }
  }

  forget() {
    this.keepNoLonger();
    this.sitting = structuredClone(this.asked.blank);
    this.isDone = false;
    this.before = null;
    this.keep();
  }

  stores() {
    try {
      sessionStorage.setItem('rolefit', '');
      sessionStorage.removeItem('rolefit');
      return true;
    } catch {
      return false;
    }
  }

  // Screens.

  /** Shows these, and tells a screen reader where it is. @param {...Child} content */
  show(...content) {
    this.onKey = () => false;
    this.say('');
    this.main.replaceChildren();
    this.main.lang = 'en-GB';
    for (const child of content) if (child) this.main.append(child);
    const heading = this.main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** Says something without taking the screen. @param {string} text */
  say(text) {
    const told = element('told');
    told.className = text ? '' : 'hidden';
    told.textContent = text;
  }

  start() {
    const { asked, sitting } = this;
    const many = asked.longest === 1 ? 'One question' : `${asked.may_end_sooner ? 'At most ' : ''}${asked.longest} questions`;
    const minutes = Math.max(1, Math.round(PACE * asked.longest / 60));
    const put = sitting.asked.length;
    const begin = () => {
      if (put === 0) this.questions(0);
      else if (this.agreesToForget()) this.start();
    };
    this.show(
      asked.title ? make('h1', own(asked.language), asked.title) : make('h1', {}, 'Quiz'),
      asked.introduction && make('p', { class: 'lead', ...own(asked.language) }, asked.introduction),
      make('p', {}, `${many}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. You can skip any of them.`),
      make('p', {}, 'This is for exploring, never for selecting people. Your answers stay in this browser: the page sends nothing.'),
      make('p', {}, this.stores()
        ? 'They are there if you load the page again in this tab. Once you close it they are gone, unless you ask for them to be kept.'
        : 'This browser stores nothing for this page: if you load it again, your answers are gone.'),
      this.settings.return_to && make('p', {}, 'At the end you get an answer code. ', this.settings.return_to),
      put === 0
        ? make('div', { class: 'keys' }, button('Start', begin, 'main'))
        : make('div', { class: 'keys' },
          button(this.isDone ? 'Show my result again' : `Go on (${put} of ${asked.longest} done)`, () => this.goOn(), 'main'),
          button('Begin anew', begin)),
      this.stores() && this.keepBox(),
    );
  }

  /** Removes the answers if the person agrees; whether that was done. */
  agreesToForget() {
    if (!confirm('Your answers are removed. Begin anew?')) return false;
    this.forget();
    return true;
  }

  goOn() {
    if (this.isDone) this.result();
    else this.questions(this.sitting.asked.length);
  }

  /** Asks from this place on. @param {number} place */
  questions(place) {
    const put = this.sitting.asked[place];
    const next = /** @type {Next} */ (this.ask({ next: this.sitting }));
    if (put) this.question(place, this.places.get(put.id) ?? 0, next.settled, () => this.questions(place + 1));
    else if (next.question === null) this.review();
    else this.question(place, next.question, next.settled, () => this.questions(place + 1));
  }

  /** Puts a question. @param {number} place in the order in which they are put
   * @param {number} which among all @param {number | null} settled @param {() => void} then
   * @param {() => void} [back] */
  question(place, which, settled, then, back = () => (place > 0 ? this.questions(place - 1) : this.start())) {
    const { asked } = this;
    const question = asked.questions[which];
    if (!question) throw new Error('the page has lost a question: get it again');
    const before = this.sitting.asked.find(({ id }) => id === question.id);
    const number = place + 1;
    const left = asked.longest - place;
    const minutes = Math.round(PACE * left / 60);
    const time = minutes < 1 ? 'less than a minute left' : `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
    const isReview = before !== undefined && place < this.sitting.asked.length - 1;
    const where = asked.may_end_sooner ? `Question ${number}, at most ${left - 1} more` : `Question ${number} of ${asked.longest}`;
    const done = Math.min(0.95, Math.max(this.sitting.asked.length / asked.longest, settled ?? 0));
    const block = place > 0 && place % 10 === 0 && !before ? ` ${place} done.` : '';
    /** @param {number | null} answer */
    const take = (answer) => {
      const put = { id: question.id, seen: question.seen, answer };
      if (before) this.sitting.asked.splice(this.sitting.asked.indexOf(before), 1, put);
      else this.sitting.asked.push(put);
      this.keep();
      then();
    };
    const answers = asked.labels.map((label, at) => make('button', {
      type: 'button', class: 'answer', 'aria-pressed': String(before?.answer === at + 1),
      click: () => take(at + 1),
    }, make('kbd', { 'aria-hidden': 'true' }, String(at + 1)), ` ${label}`));
    this.show(
      make('p', { class: 'small' }, `${where}, ${time}.${block}`),
      make('progress', { max: '1', value: String(done), 'aria-label': 'How far you are' }),
      make('h1', { class: 'question', ...own(asked.language) },
        asked.stem && make('span', { class: 'stem' }, `${asked.stem} `), question.text),
      make('div', { class: 'answers-to-choose', role: 'group', 'aria-label': 'Your answer', ...own(asked.language) }, ...answers),
      make('div', { class: 'keys' },
        button('Back', back),
        button(before?.answer === null ? 'Skipped: leave it so' : 'Skip', () => take(null)),
        before !== undefined && before.answer !== null && button('Keep', then),
        (isReview || this.before !== null) && button('All answers', () => this.review())),
      make('details', { id: 'help' }, make('summary', {}, 'Keys'),
        make('p', {}, `A number from 1 to ${asked.labels.length} answers, s skips, b or the left arrow goes back, the right arrow keeps what you said before, the up and down arrows move between the answers and Enter takes one. A skipped question is left out; that is not a middle answer.`)),
    );
    this.onKey = (key) => {
      const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
      const at = answers.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      if (digit >= 1 && digit <= answers.length) take(digit);
      else if (key === 's') take(null);
      else if (key === 'b' || key === 'ArrowLeft') back();
      else if (key === 'ArrowRight' && before) then();
      else if (key === '?') element('help').toggleAttribute('open');
      else if (step !== 0) answers[at < 0 ? (step > 0 ? 0 : answers.length - 1) : (at + step + answers.length) % answers.length]?.focus();
      else return false;
      return true;
    };
  }

  /** All answers, each to be changed. @param {number} [changed] the place of the one just seen */
  review(changed) {
    const { asked, sitting } = this;
    // An adaptive quiz may be less settled now, and ask on if the person agrees.
    const next = /** @type {Next} */ (this.ask({ next: sitting }));
    const go = () => (this.before ? this.result() : this.matters());
    const goes = () => make('div', { class: 'keys' },
      next.question !== null && button(asked.may_end_sooner ? 'Answer more, to be surer' : 'Go on with the questions', () => this.questions(sitting.asked.length), 'main'),
      button(this.before ? this.resultName() : 'Go on', go, next.question === null ? 'main' : ''),
      this.before && button('What matters most', () => this.matters()),
      button('Back', () => (this.before ? this.result() : this.questions(sitting.asked.length - 1))));
    const rows = sitting.asked.map((put, place) => {
      const which = this.places.get(put.id) ?? 0;
      const toList = () => this.review(place);
      const change = () => this.question(place, which, null, toList, toList);
      const label = put.answer === null ? 'skipped' : asked.labels[put.answer - 1] ?? '';
      return make('li', {}, make('button', { type: 'button', class: 'row', click: change },
        make('span', {}, asked.questions[which]?.text ?? ''), ' ', make('strong', {}, label)));
    });
    this.show(
      make('h1', {}, 'Your answers'),
      make('p', {}, 'Choose one to change it.'),
      next.question !== null && make('p', { class: 'notice' }, asked.may_end_sooner ? 'Your answers leave it less clear now: more of them would make it surer.' : 'These are not all questions yet.'),
      goes(),
      make('ol', { class: 'review', ...own(asked.language) }, ...rows),
      goes(),
    );
    if (changed !== undefined) this.main.querySelectorAll('button.row').forEach((row, place) => {
      if (place === changed && row instanceof HTMLElement) row.focus();
    });
  }

  /** What matters most, and where the person starts from. */
  matters() {
    const { asked, sitting } = this;
    const marked = new Set(sitting.matters ?? []);
    const boxes = asked.interests.map(({ id, name }) => {
      const box = make('input', { type: 'checkbox' });
      box.checked = marked.has(id);
      box.addEventListener('change', () => {
        if (box.checked) marked.add(id); else marked.delete(id);
        const matters = asked.interests.map((of) => of.id).filter((of) => marked.has(of));
        if (matters.length > 0) sitting.matters = matters; else delete sitting.matters;
        this.keep();
      });
      return make('label', { class: 'choice', ...own(asked.language) }, box, ` ${name}`);
    });
    /** @param {string | null} word @param {string} meaning */
    const start = (word, meaning) => {
      const radio = make('input', { type: 'radio', name: 'start' });
      radio.checked = (sitting.starting_point ?? null) === word;
      radio.addEventListener('change', () => {
        if (word === null) delete sitting.starting_point; else sitting.starting_point = word;
        this.keep();
      });
      return make('label', { class: 'choice' }, radio, ` ${meaning}`);
    };
    const done = () => { this.isDone = true; this.keep(); this.result(); };
    this.show(
      make('h1', {}, 'Before your result'),
      make('fieldset', {}, make('legend', {}, 'Does anything here matter most to you? It will count as if you had liked it more.'), ...boxes),
      asked.starting_points.length > 0 && make('fieldset', {},
        make('legend', {}, 'Where do you start from? It changes no score; the way in from there comes first.'),
        ...asked.starting_points.map(({ word, meaning }) => start(word, meaning)),
        start(null, 'I would rather not say.')),
      make('div', { class: 'keys' },
        button(this.resultName(), done, 'main'),
        button('Back', () => this.review())),
    );
  }

  resultName() {
    return this.settings.has_result ? 'Show my result' : 'Show my answer code';
  }

  result() {
    const told = /** @type {Result} */ (this.ask({ result: this.sitting }));
    const box = this.codeBox(told);
    const files = make('div', { class: 'keys aside-of-print' },
      button('Save my answers (JSON)', () => save('rolefit-answers.json', 'application/json', told.sheet)),
      button('Change an answer or a mark', () => this.change()),
      button('Begin anew', () => { if (this.agreesToForget()) this.start(); }));
    const kept = this.stores() && this.keepBox();
    if (!this.settings.has_result) {
      this.show(make('h1', {}, 'Thank you'), make('p', {}, `You answered ${told.answered} of ${this.asked.questions.length} questions.`), box, files, kept);
      return;
    }
    const whole = new DOMParser().parseFromString(told.page, 'text/html');
    const page = whole.querySelector('main');
    if (!page) throw new Error('the result has no page');
    page.querySelectorAll('section.code').forEach((section) => section.remove());
    page.querySelectorAll('a[href^="http"]').forEach((link) => {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    });
    // With large letters the table is wider than a phone.
    page.querySelectorAll('table.roles').forEach((table) => {
      const wide = make('div', { class: 'wide' });
      table.replaceWith(wide);
      wide.append(table);
    });
    this.show(...page.children);
    this.main.lang = whole.documentElement.lang;
    files.prepend(button('Print', () => print()),
      button('Save this result (a page)', () => save('rolefit-result.html', 'text/html', told.page)));
    const summary = this.main.querySelector('.summary');
    /** What moves a result; where a person starts from does not. @param {Sitting} of */
    const moves = ({ asked, matters = [] }) => JSON.stringify([asked, matters]);
    const moved = this.before && moves(this.before) !== moves(this.sitting)
      ? this.part({ moves: [this.before, this.sitting] }, 'moves notice') : null;
    this.before = null;
    if (moved) moved.prepend(make('h2', {}, 'Changed'));
    summary?.before(...(moved ? [moved] : []));
    summary?.after(box, files, ...(kept ? [kept] : []), ...(told.roles.length > 1 ? [this.pairs(told.roles)] : []));
    this.openRoles();
  }

  /** To the answers and what matters, and back to the result with what that moves. */
  change() {
    this.before = structuredClone(this.sitting);
    this.review();
  }

  /** A part that the engine writes: what it holds is escaped there. @param {unknown} request
   * @param {string} kind */
  part(request, kind) {
    const html = /** @type {string} */ (this.ask(request));
    const part = new DOMParser().parseFromString(html, 'text/html').body;
    return make('div', { class: kind }, ...part.childNodes);
  }

  /** Each role of the table opens in place. */
  openRoles() {
    this.main.querySelectorAll('table.roles tbody tr').forEach((row, place) => {
      const cell = row.querySelector('th');
      const name = cell?.firstChild;
      if (!cell || !name) return;
      const opens = button((name.textContent ?? '').trim(), () => {
        const isOpen = opens.getAttribute('aria-expanded') === 'true';
        opens.setAttribute('aria-expanded', String(!isOpen));
        if (isOpen) row.nextElementSibling?.remove();
        else row.after(make('tr', { class: 'opened' }, make('td', { colspan: String(row.children.length) }, this.part({ role: [this.sitting, place] }, 'role'))));
      }, 'opens');
      opens.setAttribute('aria-expanded', 'false');
      name.replaceWith(opens, ' ');
    });
  }

  /** Two roles to compare. @param {{name: string, chance: string}[]} roles */
  pairs(roles) {
    const told = make('div', { class: 'pair-told', 'aria-live': 'polite' });
    const choice = (/** @type {number} */ at, /** @type {string} */ label) => {
      const list = make('select', { 'aria-label': label }, ...roles.map(({ name, chance }, place) => make('option', { value: String(place) }, `${name} (${chance})`)));
      list.value = String(at);
      list.addEventListener('change', show);
      return list;
    };
    const show = () => {
      const places = [Number(one.value), Number(other.value)];
      if (places[0] === places[1]) told.replaceChildren('Choose two different roles.');
      else told.replaceChildren(this.part({ pair: [this.sitting, places] }, 'pair-of-roles'));
    };
    const one = choice(0, 'One role');
    const other = choice(1, 'The other role');
    const box = make('details', { class: 'compare aside-of-print' }, make('summary', {}, 'Compare two roles'), make('p', {}, one, ' ', other), told);
    box.addEventListener('toggle', () => { if (box.open) show(); });
    return box;
  }

  /** The answer code, and what to do with it. @param {Result} told */
  codeBox({ code }) {
    if (code === null) return make('p', {}, 'There is no answer code, as nothing was answered.');
    const copy = button('Copy the code', async () => this.say(await copied(code) ? 'Copied.' : 'Mark the code and copy it by hand.'));
    return make('section', { class: 'your-code' }, make('h2', {}, 'Your answer code'),
      make('p', {}, 'It holds your answers, what you marked and where you start from, and nothing else of you: not your name.', this.settings.return_to ? ` ${this.settings.return_to}` : ''),
      make('p', { class: 'code-line' }, make('code', {}, code), ' ', copy));
  }
}

/** Says in words what cannot go on; what was answered is kept. @param {unknown} error */
function fault(error) {
  const why = error instanceof Error ? error.message : String(error);
  const told = element('told');
  told.className = 'fault';
  told.textContent = `This cannot go on: ${why}. What you answered is kept while this tab is open: load the page again.`;
}

async function run() {
  element('paper').hidden = true;
  if (typeof DecompressionStream === 'undefined' || typeof WebAssembly === 'undefined') {
    element('paper').hidden = false;
    element('why-paper').textContent = 'This browser cannot run the quiz: it is too old for it, or WebAssembly is switched off. Try another one. Or answer here without it: write a number for each question, a hyphen (-) where you skip one, on paper or in the box below the questions.';
    return;
  }
  /** @type {Quiz} */
  let quiz;
  try {
    const settings = settingsOfPage();
    const { instance } = await WebAssembly.instantiate(await unpacked('engine'), {});
    const engine = /** @type {Engine} */ (/** @type {unknown} */ (instance.exports));
    const catalogue = await unpacked('catalogue');
    hand(engine, catalogue);
    engine.load();
    quiz = new Quiz(engine, settings, new TextDecoder().decode(await unpacked('norms')));
  } catch (error) {
    element('paper').hidden = false;
    element('why-paper').textContent = `This page is damaged or was changed, or this browser does not run WebAssembly (${error instanceof Error ? error.message : error}). Get the page again, or try another browser. Or answer here without it: write a number for each question, a hyphen (-) where you skip one, on paper or in the box below the questions.`;
    return;
  }
  addEventListener('storage', (event) => quiz.changedElsewhere(event));
  // A second tap of the same finger is for what was there before.
  quiz.main.addEventListener('click', (event) => {
    if (event.detail === 0 || !(event.target instanceof Element) || !event.target.closest('button')) return;
    if (performance.now() < quiz.quietUntil) event.stopPropagation();
    else quiz.quietUntil = performance.now() + DOUBLE_TAP;
  }, { capture: true });
  addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement;
    if (event.ctrlKey || event.altKey || event.metaKey || inField) return;
    // A key that is held answers once.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.repeat ? key.length === 1 : quiz.onKey(key)) event.preventDefault();
  });
  quiz.resume();
  if (quiz.isDone || quiz.sitting.asked.length > 0) quiz.goOn(); else quiz.start();
}

addEventListener('error', (event) => fault(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => fault(event.reason));
run();
