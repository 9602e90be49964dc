import { argv } from 'node:process';
import { loadEngine } from './command/loadEngine.ts';
import { serveStdio } from './lsp/stdioServer.ts';

const [command, option, ...others] = argv.slice(2);

// An editor waits for the first answer, which needs little; whatever else is said is for the engine to judge.
if (command === 'lsp' && option === '--stdio' && others.length === 0) {
  serveStdio((connection, parameters) => loadEngine().serveFromDisk(connection, parameters));
} else loadEngine().runProcess();
