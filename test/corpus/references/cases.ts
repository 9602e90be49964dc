import { readFileSync } from 'node:fs';

/** A module that is right or wrong by its references, instances, meta-arguments or calls; Terraform says which. */
export interface ReferenceCase {
  readonly kind: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Cases are headed by `=== kind`, their further files by `--- path`; what stands before is `main.tf`. */
export const REFERENCE_CASES: readonly ReferenceCase[] = readFileSync(new URL('cases.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((text) => {
    const [kind = ''] = text.split('\n', 1);
    const [main = '', ...others] = text.slice(kind.length + 1).split(/^--- /m);
    const files = others.map((part): [string, string] => {
      const [path = ''] = part.split('\n', 1);
      return [path, part.slice(path.length + 1)];
    });
    return { kind, files: { ...(main.trim() !== '' && { 'main.tf': main }), ...Object.fromEntries(files) } };
  });
