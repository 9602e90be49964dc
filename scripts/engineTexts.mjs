import { build } from 'esbuild';

/** The libraries and data that few runs need, with the names that the engine imports from each. */
const LATE = new Map([
  ['re2js', ['RE2JS']],
  ['yaml', ['isMap', 'isScalar', 'isSeq', 'parseAllDocuments']],
  ['rule-pages', ['default']],
  ['simulator-view', ['default']],
]);

const SHARED = ['vscode-languageserver', 'vscode-languageserver/*'];

/**
 * Embeds the engine in the command line's single file as texts, each compiled when it is needed first: the engine
 * itself, and what few runs need. `options` are esbuild's for Node.
 */
export function engineTexts(options) {
  return {
    name: 'engine-texts',
    setup(bundle) {
      bundle.onResolve({ filter: /^engine-texts$/ }, ({ path }) => ({ path, namespace: 'engine-texts' }));
      bundle.onLoad({ filter: /.*/, namespace: 'engine-texts' }, async () => {
        const engine = await textOf({
          ...options,
          entryPoints: ['server/src/command/engine.ts'],
          external: [...SHARED, 'late/*'],
          plugins: [lateModules],
        });
        const late = await Promise.all(
          [...LATE].map(async ([name, names]) => [name, await lateText(name, names, options)]),
        );
        return { contents: JSON.stringify({ engine, late: Object.fromEntries(late) }), loader: 'json' };
      });
    },
  };
}

/** In the engine: reading an import of a late library loads it, not the import itself. */
const lateModules = {
  name: 'late-modules',
  setup(bundle) {
    const filter = new RegExp(`^(?:${[...LATE.keys()].join('|')})$`);
    bundle.onResolve({ filter }, ({ path }) => ({ path, namespace: 'late' }));
    bundle.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => {
      const getters = (LATE.get(path) ?? []).map((name) => `get ${name}() { return require('late/${path}').${name}; }`);
      return { contents: `module.exports = { __esModule: true, ${getters.join(', ')} };`, loader: 'js' };
    });
  },
};

function lateText(name, names, options) {
  const contents = `export { ${names.join(', ')} } from '${name}';`;
  return textOf({ ...options, stdin: { contents, resolveDir: options.absWorkingDir } });
}

/**
 * A bundle as the text of a function of what a module is given. A character outside of Latin-1 would make every start
 * dearer, because Node keeps such a text, and everything in it, in two bytes per character.
 */
async function textOf(options) {
  const { outputFiles } = await build({ ...options, write: false });
  const { text } = outputFiles[0];
  const wide = /.{0,40}[^\0-\xff].{0,40}/.exec(text);
  if (wide !== null) throw new Error(`write this with an escape, so that the text stays Latin-1: ${wide[0]}`);
  return `(function(exports,require,module,__filename,__dirname){${text}\n})`;
}
