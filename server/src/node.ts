import { serveNode } from './lsp/nodeServer.ts';

serveNode();
