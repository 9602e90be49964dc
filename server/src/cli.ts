import { argv } from 'node:process';
import { compileLate } from './command/compileLate.ts';
import { loadEngine } from './command/loadEngine.ts';
import { serveStdio } from './lsp/stdioServer.ts';

const [command, option, ...others] = argv.slice(2);

// The first answer to an editor needs little code; the engine handles everything else.
if (command === 'lsp' && option === '--stdio' && others.length === 0) {
  serveStdio((connection, parameters) => loadEngine().serveFromDisk(connection, parameters));
} else {
  if (command === 'check') compileLate();
  loadEngine().runProcess();
}
