import type { DocumentSelector } from 'vscode-languageclient';
import { EXAMPLE_SCHEME } from './commands/exampleFiles.ts';

/** The schemes of texts that a person edits; not `git:` and the like, which show old versions. */
const SCHEMES: readonly string[] = [
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-test-web',
  EXAMPLE_SCHEME,
];

const LANGUAGES: readonly string[] = ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars'];

/** The documents that the client sends to the server, whichever extension defines their language. */
export const TERRAFORM_DOCUMENTS: DocumentSelector = SCHEMES.flatMap((scheme) => [
  ...LANGUAGES.map((language) => ({ scheme, language })),
  { scheme, pattern: '**/*.{tf,tofu}' },
  { scheme, pattern: '**/.terraform-ecr.json' },
]);
