import { readFileSync } from 'node:fs';
import hcl from '@shikijs/langs/hcl';
import terraform from '@shikijs/langs/terraform';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';

/** The scope name of the grammar in syntaxes/ that colors Terraform where no other extension does. */
export const OWN_SCOPE = 'source.terraform-ecr';

/** The scope name that the Terraform and OpenTofu extensions give to `.tf` files. */
const TERRAFORM_SCOPE = 'source.hcl.terraform';

/** The scope name of plain HCL. */
const HCL_SCOPE = 'source.hcl';

export const EVERY_SCOPE = [OWN_SCOPE, TERRAFORM_SCOPE, HCL_SCOPE] as const;

const INJECTED_INTO = [HCL_SCOPE, OWN_SCOPE];

type Registry = ReturnType<typeof createRegistryFromGrammars>;

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

function fromSyntaxes(file: string): string {
  return readFileSync(new URL(`../../syntaxes/${file}`, import.meta.url), 'utf8');
}

/** A registry with the grammars of syntaxes/ and those that other extensions bring for the same files. */
export function createGrammarRegistry(): Registry {
  const injections = ['terraform-ecr.policy.injection', 'terraform-ecr.jsonencode.injection'] as const;
  return createRegistryFromGrammars([
    { grammar: { path: 'own.json', scopeName: OWN_SCOPE }, content: fromSyntaxes('terraform.tmLanguage.json') },
    {
      grammar: { path: 'policy.json', scopeName: injections[0], injectTo: INJECTED_INTO },
      content: fromSyntaxes('ecr-injection.tmLanguage.json'),
    },
    {
      grammar: { path: 'jsonencode.json', scopeName: injections[1], injectTo: INJECTED_INTO },
      content: fromSyntaxes('ecr-jsonencode-injection.tmLanguage.json'),
    },
    { grammar: { path: 'terraform.json', scopeName: TERRAFORM_SCOPE }, content: JSON.stringify(terraform.at(-1)) },
    { grammar: { path: 'hcl.json', scopeName: HCL_SCOPE }, content: JSON.stringify(hcl.at(-1)) },
  ]);
}

/** The tokens of each line of a text under a root grammar. */
export async function tokenize(
  registry: Registry,
  scope: string,
  text: string,
): Promise<readonly (readonly Token[])[]> {
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${scope}`);
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}
