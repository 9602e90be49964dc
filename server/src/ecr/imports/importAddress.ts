import { literalText } from '../../module/declarations/literals.ts';
import { isResourceType, RESOURCE_ROOT } from '../../syntax/referenceRoots.ts';
import type { Expression } from '../../syntax/tree/tree.ts';

/** `module.NAME` in an address, with the key of one of its instances. */
export interface ModuleStep {
  readonly name: string;
  readonly key: Expression | null;
}

/** The address of a managed resource, or of one of its instances. */
export interface ImportAddress {
  readonly kind: 'address';
  readonly modules: readonly ModuleStep[];
  readonly type: string;
  readonly name: string;
  /** The key as written, null without one. */
  readonly key: Expression | null;
  /** The address without its key. */
  readonly object: Expression;
  /** True when `resource.` precedes the type, which OpenTofu does not accept. */
  readonly hasRoot: boolean;
}

/** The expression in place of a resource address. */
export type WrongAddress =
  | { readonly kind: 'data-source' | 'ephemeral' | 'module' | 'value' | 'parentheses' | 'splat' | 'keys' }
  /** `resource` is the part that can be imported into. */
  | { readonly kind: 'attribute'; readonly resource: ImportAddress; readonly expression: Expression };

type Link =
  | { readonly kind: 'name'; readonly text: string; readonly until: Expression }
  | { readonly kind: 'key'; readonly key: Expression; readonly until: Expression };

/** Reads the target of an import block; null while it is being typed. */
export function readAddress(expression: Expression): ImportAddress | WrongAddress | null {
  const links: Link[] = [];
  const flaw = collect(expression, links);
  if (flaw === 'unfinished') return null;
  return flaw === null ? new LinkReader(links).read() : { kind: flaw };
}

/** The calls that the address of a whole module names, as in `module.a["x"].module.b`; null for another expression. */
export function readWholeModule(expression: Expression): readonly ModuleStep[] | null {
  const links: Link[] = [];
  return collect(expression, links) === null ? new LinkReader(links).readModules() : null;
}

/** Collects the links of a chain from its root; returns the reason when it is not a chain, else null. */
function collect(expression: Expression, links: Link[]): 'unfinished' | 'parentheses' | 'splat' | 'value' | null {
  switch (expression.kind) {
    case 'Variable':
      links.push({ kind: 'name', text: expression.name.text, until: expression });
      return null;
    case 'AttributeAccess': {
      const flaw = collect(expression.object, links);
      links.push({ kind: 'name', text: expression.name.text, until: expression });
      return flaw ?? (expression.name.text === '' ? 'unfinished' : null);
    }
    case 'IndexAccess': {
      const flaw = collect(expression.object, links);
      links.push({ kind: 'key', key: expression.key, until: expression });
      return flaw ?? (expression.key.kind === 'MissingExpression' ? 'unfinished' : null);
    }
    case 'Splat':
      return 'splat';
    case 'Parenthesized':
      return collect(expression.expression, []) === 'unfinished' ? 'unfinished' : 'parentheses';
    case 'MissingExpression':
    case 'InvalidExpression':
      return 'unfinished';
    default:
      return 'value';
  }
}

class LinkReader {
  readonly #links: readonly Link[];
  #at = 0;

  constructor(links: readonly Link[]) {
    this.#links = links;
  }

  read(): ImportAddress | WrongAddress | null {
    const modules = this.#modules();
    if (modules === 'unfinished') return null;
    if (modules === 'keys') return { kind: 'keys' };
    const hasRoot = this.#name() === RESOURCE_ROOT;
    if (hasRoot) this.#at += 1;
    const root = this.#name();
    if (root === null) return hasRoot ? null : { kind: modules.length > 0 ? 'module' : 'value' };
    if (!isResourceType(root)) return this.#otherRoot(root, modules.length > 0);
    const rest = this.#links.slice(this.#at);
    if (rest[1] === undefined) return modules.length > 0 && !hasRoot ? { kind: 'module' } : null;
    if (rest[1].kind === 'key') return { kind: 'value' };
    return this.#resource({ modules, type: root, hasRoot }, rest);
  }

  /** The calls, if nothing follows them; else null. */
  readModules(): readonly ModuleStep[] | null {
    const modules = this.#modules();
    const isWhole = typeof modules !== 'string' && modules.length > 0 && this.#at === this.#links.length;
    return isWhole ? modules : null;
  }

  #name(): string | null {
    const link = this.#links[this.#at];
    return link?.kind === 'name' ? link.text : null;
  }

  #modules(): ModuleStep[] | 'unfinished' | 'keys' {
    const steps: ModuleStep[] = [];
    while (this.#name() === 'module') {
      const name = this.#links[this.#at + 1];
      if (name === undefined) return 'unfinished';
      if (name.kind === 'key') return 'keys';
      const key = this.#links[this.#at + 2];
      steps.push({ name: name.text, key: key?.kind === 'key' ? key.key : null });
      this.#at += key?.kind === 'key' ? 3 : 2;
      if (key?.kind === 'key' && this.#links[this.#at]?.kind === 'key') return 'keys';
    }
    return steps;
  }

  #otherRoot(root: string, isInModule: boolean): WrongAddress | null {
    const isAlone = this.#links.length === this.#at + 1;
    if (root === 'data' || root === 'ephemeral') {
      if (isAlone) return isInModule ? { kind: 'module' } : null;
      return { kind: root === 'data' ? 'data-source' : 'ephemeral' };
    }
    if (isInModule) return { kind: 'module' };
    return isAlone ? null : { kind: 'value' };
  }

  #resource(
    head: Pick<ImportAddress, 'modules' | 'type' | 'hasRoot'>,
    [, name, next, ...others]: readonly Link[],
  ): ImportAddress | WrongAddress | null {
    if (name?.kind !== 'name') return null;
    const key = next?.kind === 'key' ? next.key : null;
    const address: ImportAddress = { kind: 'address', ...head, name: name.text, key, object: name.until };
    const rest = next?.kind === 'name' ? [next, ...others] : others;
    if (rest.length === 0) return address;
    if (rest[0]?.kind === 'key') return { kind: 'keys' };
    return { kind: 'attribute', resource: address, expression: next?.kind === 'key' ? next.until : name.until };
  }
}

/** The address of the one intended instance in a normal form; null when a key is computed. */
export function spellAddress({ modules, type, name, key }: ImportAddress): string | null {
  return spellSteps([...moduleSteps(modules), { text: `${type}.${name}`, key }]);
}

/** The address of a whole module in the same form. */
export function spellModules(modules: readonly ModuleStep[]): string | null {
  return spellSteps(moduleSteps(modules));
}

interface SpelledStep {
  readonly text: string;
  readonly key: Expression | null;
}

function moduleSteps(modules: readonly ModuleStep[]): readonly SpelledStep[] {
  return modules.map(({ name, key }) => ({ text: `module.${name}`, key }));
}

function spellSteps(steps: readonly SpelledStep[]): string | null {
  const keys = steps.map(({ key }) => spellKey(key));
  return keys.includes(null) ? null : steps.map(({ text }, index) => `${text}${keys[index] ?? ''}`).join('.');
}

function spellKey(key: Expression | null): string | null {
  if (key === null) return '';
  if (key.kind === 'NumberLiteral') return `[${key.text}]`;
  const text = literalText(key);
  return text === null ? null : `[${JSON.stringify(text)}]`;
}

const NAME = '[A-Za-z_][A-Za-z0-9_-]*';
const KEY = '\\[(?:[0-9]+|"[^"\\\\\\]$%]*")\\]';
const MODULES = new RegExp(`^(?:module\\.${NAME}(?:${KEY})?\\.)*(?:resource\\.(?=${NAME}\\.))?`);
const RESOURCE = new RegExp(`^${NAME}\\.${NAME}(?:${KEY})?$`);

/** The text if it is the address of a managed resource, else null. */
export function resourceAddressIn(text: string): string | null {
  const rest = text.replace(MODULES, '');
  const [root = ''] = rest.split('.');
  return isResourceType(root) && RESOURCE.test(rest) ? text : null;
}
