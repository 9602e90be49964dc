// Preloaded into the processes that the wire suite starts. Hundreds of them compile the engine of the command line, so
// what V8 made of it is kept in a folder, as Node 22 does for files with NODE_COMPILE_CACHE. The code that runs is the same.
const { createHash } = require('node:crypto');
const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const folder = process.env.TERRAFORM_ECR_CODE_CACHE;

/** Shorter texts are compiled as fast as they are read. */
const LONG = 500_000;

/**
 * The file for a text of a bundle; null for other texts. V8 compares only the length of a text with what it made of it, so
 * a bundle that was built again needs another file. A process with flags of its own is what a test is about, so nothing
 * changes there.
 */
function fileFor(code, bundle) {
  if (code.length < LONG || typeof bundle !== 'string' || process.execArgv.length > 0) return null;
  const found = statSync(bundle, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const key = [found.dev, found.ino, found.size, found.mtimeMs, code.length, process.version].join('\n');
  return join(folder, createHash('sha256').update(key).digest('hex'));
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Other processes read and write the same file at the same time. */
function keep(file, script) {
  try {
    const half = `${file}-${process.pid}`;
    writeFileSync(half, script.createCachedData());
    renameSync(half, file);
  } catch {
    // Then the next process compiles it again.
  }
}

if (folder !== undefined) {
  const { Script } = vm;
  vm.Script = class extends Script {
    constructor(code, options) {
      const file = fileFor(code, options?.filename);
      const cachedData = file === null ? undefined : contentOf(file);
      super(code, cachedData === undefined ? options : { ...options, cachedData });
      if (file !== null && cachedData === undefined) process.once('exit', () => keep(file, this));
    }
  };
}
