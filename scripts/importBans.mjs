import { isDeepStrictEqual } from 'node:util';

const EDITOR_AND_TRANSPORT = [
  'vscode',
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-languageserver-textdocument',
];

/** The locations of the rooms outside server/src. */
const FOLDERS = { client: 'client/src', view: 'client/src/simulator/view' };

/** The linter's configuration with the import bans that the table of rooms asks for, in place of those it has. */
export function importBans(configuration, { knows, nodeFree }) {
  const parsed = JSON.parse(configuration);
  const others = parsed.overrides.filter(({ linter }) => linter.rules.style?.noRestrictedImports === undefined);
  const rooms = Object.keys(knows).filter((room) => FOLDERS[room] === undefined);
  const bans = rooms.flatMap((room) => {
    const unknown = rooms.filter((other) => other !== room && !knows[room].includes(other));
    return [ban(room, unknown, nodeFree.includes(room))];
  });
  const written = { ...parsed, overrides: [...bans, ...others] };
  // The formatter lays the file out in its own way, so an equivalent one is not rewritten.
  return isDeepStrictEqual(written, parsed) ? configuration : `${JSON.stringify(written, null, 2)}\n`;
}

function ban(room, unknown, isNodeFree) {
  const patterns = [];
  if (unknown.length > 0) {
    const message = `The room ${room} must not know this one (scripts/rooms.json, docs/architecture.md).`;
    patterns.push({ group: unknown.map((other) => `**/${other}/**`), message });
  }
  if (isNodeFree) {
    const message = 'The engine is pure: no Node builtin, no transport, no editor (docs/architecture.md).';
    patterns.push({ group: ['node:*', ...EDITOR_AND_TRANSPORT], message });
  }
  const noRestrictedImports = { level: 'error', options: { patterns } };
  return { includes: [`server/src/${room}/**`], linter: { rules: { style: { noRestrictedImports } } } };
}
