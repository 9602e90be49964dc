import { Script } from 'node:vm';
import texts from 'engine-texts';

type Engine = typeof import('./engine.ts');

/** What the engine shares with the file that loads it: one copy of the connection library for both. */
const SHARED: Readonly<Record<string, () => unknown>> = {
  'vscode-languageserver': () => require('vscode-languageserver'),
  'vscode-languageserver/node': () => require('vscode-languageserver/node'),
};

const LATE = 'late/';

const loaded = new Map<string, unknown>();

/** Compiles everything except the answer to `initialize`; as a text it costs little until then. */
export function loadEngine(): Engine {
  return load(texts.engine) as Engine;
}

/** What an import of the engine gives: a shared module, one that is compiled when first needed, or a part of Node. */
function resolve(name: string): unknown {
  if (name.startsWith(LATE)) return loadLate(name.slice(LATE.length));
  return Object.hasOwn(SHARED, name) ? SHARED[name]?.() : require(name);
}

function loadLate(name: string): unknown {
  const text = Object.hasOwn(texts.late, name) ? texts.late[name] : undefined;
  if (text === undefined) throw new RangeError(`the build embeds no ${name}`);
  const known = loaded.get(name) ?? load(text);
  loaded.set(name, known);
  return known;
}

function load(text: string): unknown {
  const run: unknown = new Script(text, { filename: __filename }).runInThisContext();
  const module: { exports: unknown } = { exports: {} };
  if (typeof run !== 'function') throw new TypeError('an embedded text is not a function');
  run(module.exports, resolve, module, __filename, __dirname);
  return module.exports;
}
