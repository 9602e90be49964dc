import { localPages } from '../files/localPages.ts';
import { nodeFiles } from '../files/nodeFiles.ts';
import type { Serve } from './serveLater.ts';
import { startServer } from './server.ts';

/** Serves a client with the files of this machine. */
export const serveFromDisk: Serve = (connection, parameters) =>
  startServer(connection, { files: nodeFiles, pages: localPages() }, parameters);
