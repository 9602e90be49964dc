// The simulator's view in a page of its own, as the editor's frame shows it: what it is sent, and what it says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGES } from './simulatorView.mjs';

const root = join(import.meta.dirname, '..', '..');
const built = (name) => readFileSync(join(root, 'dist', name), 'utf8');

/** The translations of a language, by the English template. */
export const GERMAN = JSON.parse(readFileSync(join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8'));

const tagged = (text) => ({ kind: 'tagged', entries: [{ kind: 'pattern', text }] });
const rule = (priority, requirement, countType, countNumber, action = 'expire') => ({
  priority,
  requirement,
  storageClass: countType === 'sinceImageTransitioned' ? 'archive' : 'standard',
  countType,
  countNumber,
  action,
});

const RULES = [
  rule(1, tagged('v*'), 'imageCountMoreThan', 1),
  rule(2, tagged('sha-*'), 'sinceImagePushed', 14),
  rule(3, tagged('v1*'), 'sinceImagePushed', 30),
  rule(4, { kind: 'untagged' }, 'sinceImagePulled', 2, 'archive'),
  rule(5, { kind: 'any' }, 'sinceImageTransitioned', 90),
];

const promise = (text, newest) => ({ covered: [tagged(text)], newest, days: null, forbidsArchive: false });
const witness = {
  images: ['v1', 'v2'].map((tag, index) => ({
    digest: `made-up:witness-${index + 1}`,
    tags: [tag],
    state: 'standard',
    bytes: null,
    pushedAt: Date.UTC(2026, 0, index + 1),
    pulledAt: null,
    archivedAt: null,
    activatedAt: null,
    subject: null,
    children: [],
  })),
  now: Date.UTC(2026, 0, 3),
  verdict: 'expire',
  age: 1,
};

const guarantee = (index, tag, newest, holds) => ({
  index,
  title: `the ${newest} newest images tagged ${tag}`,
  tags: [tag],
  reason: null,
  holds,
  because: 'A sentence in English.',
  promise: promise(tag, newest),
  witness: holds === false ? witness : null,
  rule: holds === false ? 1 : null,
});

/** A policy with guarantees of each kind and an image that runs. */
export const POLICY_MESSAGE = {
  type: 'policy',
  subject: { uri: 'file:///main.tf', line: 0, character: 0 },
  policy: {
    kind: 'rules',
    address: 'aws_ecr_lifecycle_policy.app',
    rules: RULES,
    note: '',
    repository: 'team/app',
    surroundings: {
      guarantees: [guarantee(0, 'v*', 2, false), guarantee(1, 'sha-*', 1, true), guarantee(2, 'latest', 1, null)],
      running: [{ address: 'aws_lambda_function.f', tag: 'v2' }],
    },
  },
};

/** Shows the view in a page, in English or with translations; what it sends to its editor is kept in `window.sent`. */
export async function openView(page, { words = {}, tag = 'en', theme = 'vscode-light' } = {}) {
  const language = JSON.stringify({ tag, words }).replaceAll('<', '\\u003c');
  await page.setContent(`<!DOCTYPE html><html lang="${tag}"><head><title>view</title><style>${built('simulator.css')}</style></head>
<body class="${theme}"><main></main><script type="application/json" id="words">${language}</script></body></html>`);
  await page.evaluate(() => {
    window.sent = [];
    window.acquireVsCodeApi = () => ({
      getState: () => undefined,
      setState: () => {},
      postMessage: (message) => window.sent.push(message),
    });
  });
  await page.addScriptTag({ content: built('simulator.js') });
  await send(page, POLICY_MESSAGE);
}

/** Hands a message to the view as the editor does. */
export async function send(page, message) {
  await page.evaluate((data) => {
    window.dispatchEvent(new MessageEvent('message', { data }));
  }, message);
}

/** Hands a text to the view as a file of images. */
export async function giveImages(page, name, text) {
  await page.evaluate(
    ([file, content]) => {
      const data = { type: 'images', name: file, bytes: new TextEncoder().encode(content) };
      window.dispatchEvent(new MessageEvent('message', { data }));
    },
    [name, text],
  );
}

/** Shows every part of the view that has words, and collects them: texts, names, titles and hints. */
export async function wordsOfEveryState(page) {
  const found = new Map();
  const collect = async (state) => found.set(state, await page.evaluate(collectWords));
  await collect('made-up images');
  await page.locator('.pushes summary').click();
  await collect('pushes');
  await giveImages(page, 'images.json', IMAGES);
  await page.locator('.source-words', { hasText: '6 ' }).waitFor();
  await send(page, {
    type: 'baseline',
    choice: 'opened',
    baseline: { kind: 'rules', address: 'x', rules: RULES.slice(1), note: '' },
  });
  await collect('images, compared');
  await page.locator('.frame').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.locator('.frame').press(key);
  await collect('a chosen image');
  await page.locator('input[type=range]').fill('40');
  await page.locator('button.lane').nth(1).click();
  await collect('another day, one lane');
  await page.locator('input[type=range]').fill('0');
  await page.locator('button.lane').nth(1).click();
  await giveImages(
    page,
    'wrong.json',
    '{"imageDetails":[{},{"imageDigest":"sha256:1","imagePushedAt":"x"},{"imageDigest":5}]}',
  );
  await page.locator('.source .problem li').first().waitFor();
  await collect('a wrong file');
  await page.locator('.guarantees button').first().click();
  await collect('a witness');
  return found;
}

function collectWords() {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement.tagName !== 'SCRIPT' && node.parentElement.tagName !== 'CODE')
        words.push(node.textContent);
    } else
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        if (node.hasAttribute(name)) words.push(node.getAttribute(name));
  }
  return [...new Set(words.map((text) => text.trim()).filter((text) => text !== ''))];
}
