import { argv } from 'node:process';
import { compileLate, saveMemory } from './command/engineFlags.ts';
import { loadEngine } from './command/loadEngine.ts';
import { serveStdio } from './lsp/stdioServer.ts';

const [command, option, ...others] = argv.slice(2);

// The first answer to an editor needs little code; the engine handles everything else.
if (command === 'lsp' && option === '--stdio' && others.length === 0) {
  saveMemory();
  serveStdio((connection, parameters) => loadEngine().serveFromDisk(connection, parameters));
} else {
  if (command === 'check') {
    compileLate();
    saveMemory();
  }
  loadEngine().runProcess();
}
