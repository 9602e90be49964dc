/** The module that a `source` argument names, in the parts that distinguish modules. */
export interface ModuleSource {
  /** An address in a registry, or the owner and name of a repository on GitHub. */
  readonly kind: 'registry' | 'github';
  /** `NAMESPACE/NAME/PROVIDER`, or `OWNER/NAME`, in lower case. */
  readonly address: string;
  /** The folder below it, without slashes at its ends: empty for the root. */
  readonly folder: string;
  /** The branch, tag or commit for git; null when none is given. */
  readonly ref: string | null;
}

const PUBLIC_REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'];
const PART = '[0-9A-Za-z](?:[0-9A-Za-z_-]*[0-9A-Za-z])?';
const REGISTRY = new RegExp(`^(?:([\\w.-]+\\.[\\w.:-]+)/)?(${PART})/(${PART})/([0-9a-z]+)$`);
/** The part before the owner of a repository on GitHub. */
const GITHUB =
  /^(?:git::)?(?:(?:https?|ssh|git):\/\/(?:[^@/\s]+@)?(?:www\.)?github\.com[:/]|[\w-]+@github\.com:|github\.com\/)/i;

/** Parses a source; null for a path, for another host, and for anything that is not a source. */
export function readModuleSource(text: string): ModuleSource | null {
  const [beforeQuery = '', query = ''] = splitAt(text.trim(), '?');
  const start = GITHUB.exec(beforeQuery)?.[0];
  if (start !== undefined) return gitHubSource(beforeQuery.slice(start.length), query);
  if (query !== '') return null;
  const [address = '', folder = ''] = splitAt(beforeQuery, '//');
  const [, host, namespace, name, provider] = REGISTRY.exec(address) ?? [];
  if (namespace === undefined || (host !== undefined && !PUBLIC_REGISTRIES.includes(host.toLowerCase()))) return null;
  return {
    kind: 'registry',
    address: `${namespace}/${name}/${provider}`.toLowerCase(),
    folder: trimmed(folder),
    ref: null,
  };
}

function gitHubSource(path: string, query: string): ModuleSource | null {
  const [repository = '', folder = ''] = splitAt(path, '//');
  const [, owner, name, below = ''] = /^([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/(.*))?$/.exec(repository) ?? [];
  // A source with a single slash after the host is an archive, or a page.
  if (owner === undefined || trimmed(below) !== '') return null;
  const ref = /(?:^|&)ref=([^&]*)/.exec(query)?.[1] ?? null;
  return {
    kind: 'github',
    address: `${owner}/${name}`.toLowerCase(),
    folder: trimmed(folder),
    ref: ref === '' ? null : ref,
  };
}

/** The text before the first separator and the text after it. */
function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function trimmed(folder: string): string {
  return folder
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
