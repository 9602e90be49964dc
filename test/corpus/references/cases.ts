import { readFileSync } from 'node:fs';

/** A module, and what it is an example of. */
export interface ReferenceCase {
  readonly kind: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Modules that are right or wrong by their references, instances, meta-arguments or calls; Terraform says which. */
export const REFERENCE_CASES = readCases('cases.txt');

/** Modules in which everything is right, in shapes that are found in public code. */
export const RIGHT_MODULES = readCases('right.txt');

/** Modules are headed by `=== kind`, their further files by `--- path`; what stands before is `main.tf`. */
function readCases(name: string): readonly ReferenceCase[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text.split(/^=== /m).slice(1).map(readCase);
}

function readCase(text: string): ReferenceCase {
  const [kind = ''] = text.split('\n', 1);
  const [main = '', ...others] = text.slice(kind.length + 1).split(/^--- /m);
  const files = others.map((part): [string, string] => {
    const [path = ''] = part.split('\n', 1);
    return [path, part.slice(path.length + 1)];
  });
  return { kind, files: { ...(main.trim() !== '' && { 'main.tf': main }), ...Object.fromEntries(files) } };
}
