import { servePort } from './browser.ts';
import { localPages } from './files/localPages.ts';
import { nodeFiles } from './files/nodeFiles.ts';

// The server as a separate process, which the editor starts and talks to over their channel.
servePort(
  {
    // A failure means that the channel is closed, which ends this process below.
    postMessage: (message) => process.send?.(message, undefined, undefined, () => undefined),
    listen: (listener) => process.on('message', listener),
    close: () => process.exit(0),
  },
  nodeFiles,
  localPages(),
);

// Nobody is left to serve after the editor has ended, in whatever way.
process.on('disconnect', () => process.exit(0));
