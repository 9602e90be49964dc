import { Script } from 'node:vm';
import text from 'engine-text';

type Engine = typeof import('./engine.ts');

/** What the engine shares with the file that loads it: one copy of the connection library for both. */
const SHARED: Readonly<Record<string, () => unknown>> = {
  'vscode-languageserver': () => require('vscode-languageserver'),
  'vscode-languageserver/node': () => require('vscode-languageserver/node'),
};

/** Compiles everything except the answer to `initialize`; as a text it costs nothing until then. */
export function loadEngine(): Engine {
  const load: unknown = new Script(text, { filename: __filename }).runInThisContext();
  const module: { exports: unknown } = { exports: {} };
  if (typeof load !== 'function') throw new TypeError('the engine is not a function');
  const resolve = (name: string): unknown => (Object.hasOwn(SHARED, name) ? SHARED[name]?.() : require(name));
  load(module.exports, resolve, module, __filename, __dirname);
  return module.exports as Engine;
}
