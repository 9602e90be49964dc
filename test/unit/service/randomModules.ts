import type { Files } from '../support/checkProblems.ts';

/** Mistakes of a rule, as parts of its text. */
interface Draft {
  readonly key: string;
  readonly priority: string;
  readonly selection: readonly (readonly [string, string])[];
  readonly action: string;
}

/**
 * Modules with policies that share locals, modules, documents and files; some of them wrong. The same for each seed.
 */
export class Generator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761;
  }

  files(): Files {
    const shared = Array.from({ length: 1 + this.#below(2) }, (_, index) => `  keep${index} = ${this.#rule('  ')}`);
    const list = `  rules = [\n    ${this.#items(shared.length)}\n  ]`;
    const whole = `  text = jsonencode({ rules = [${this.#items(0)}] })`;
    const policies = Array.from({ length: 2 + this.#below(2) }, (_, index) => this.#policy(index, shared.length));
    const module = `variable "rules" {\n  type = any\n}\n\nvariable "number" {\n  type    = number\n  default = 3\n}\n\n${resource(
      'inner',
      `jsonencode({ rules = concat(var.rules, [${this.#rule('')}]) })`,
    )}`;
    return {
      'main.tf': `${policies.join('\n')}`,
      'locals.tf': `locals {\n${[...shared, list, whole].join('\n')}\n}\n`,
      'm/main.tf': module,
      'p.json': `{ "rules": [${Array.from({ length: 1 + this.#below(2) }, () => this.#jsonRule()).join(', ')}] }\n`,
      'other/main.tf': resource('reader', 'file("../p.json")'),
    };
  }

  #policy(index: number, shared: number): string {
    const name = `p${index}`;
    switch (this.#below(8)) {
      case 0:
        return resource(name, 'local.text');
      case 1:
        return resource(name, 'jsonencode({ rules = local.rules })');
      case 2:
        return `module "${name}" {\n  source = "./m"\n  rules  = [${this.#items(shared)}]\n}\n`;
      case 3:
        return resource(name, 'file("${path.module}/p.json")');
      case 4:
        return resource(name, `<<-EOF\n    { "rules": [${this.#jsonRule()}, \${jsonencode(local.keep0)}] }\n  EOF`);
      case 5:
        return `${this.#document(name)}\n${resource(`${name}a`, `data.aws_ecr_lifecycle_policy_document.${name}.json`)}`;
      default:
        return resource(name, `jsonencode({ rules = [${this.#items(shared)}] })`);
    }
  }

  /** Rules of a list, written out or named. */
  #items(shared: number): string {
    const items = Array.from({ length: 1 + this.#below(3) }, () =>
      shared > 0 && this.#below(2) === 0 ? `local.keep${this.#below(shared)}` : this.#rule('    '),
    );
    return [...new Set(items)].join(', ');
  }

  #rule(indentation: string): string {
    const { key, priority, selection, action } = this.#draft();
    const members = selection.map(([name, value]) => `${name} = ${value}`);
    const parts = [`${key} = ${priority}`, `selection = { ${members.join(', ')} }`, `action = { type = ${action} }`];
    return this.#below(2) === 0
      ? `{ ${parts.join(', ')} }`
      : `{\n${parts.map((part) => `${indentation}  ${part}\n`).join('')}${indentation}}`;
  }

  #jsonRule(): string {
    const { key, priority, selection, action } = this.#draft();
    const members = selection.map(([name, value]) => `"${name}": ${value}`);
    return `{ "${key}": ${priority}, "selection": { ${members.join(', ')} }, "action": { "type": ${action} } }`;
  }

  #document(name: string): string {
    const { priority, selection, action } = this.#draft();
    const words = selection.map(
      ([key, value]) => `    ${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} = ${value}\n`,
    );
    return `data "aws_ecr_lifecycle_policy_document" "${name}" {\n  rule {\n    priority = ${priority}\n    selection {\n${words.join('')}    }\n    action {\n      type = ${action}\n    }\n  }\n}\n`;
  }

  #draft(): Draft {
    const tagged = `["${this.#pick(['v*', 'v1*', 'w*', '*'])}"]`;
    const status = this.#pick(['tagged', 'tagged', 'tagged', 'untagged', 'any', 'ANY', 'untaged', 'Tagged']);
    const isTagged = status.toLowerCase() === 'tagged';
    const type = this.#pick([
      'imageCountMoreThan',
      'imageCountMoreThan',
      'sinceImagePushed',
      'sinceImagePushed',
      'imageCountMoreThen',
      'sinceImagePulled',
    ]);
    const hasUnit = type.startsWith('since') ? this.#below(4) > 0 : this.#below(6) === 0;
    const selection: (readonly [string, string])[] = [
      [this.#pick(['tagStatus', 'tagStatus', 'tagStatus', 'tagStatus', 'tag_status', 'tagstatus']), `"${status}"`],
    ];
    if (isTagged ? this.#below(12) > 0 : this.#below(14) === 0) selection.push(['tagPatternList', tagged]);
    else if (this.#below(10) === 0) selection.push(['tagPrefixList', '[]']);
    if (this.#below(12) === 0) selection.push(['storageClass', this.#pick(['"Archive"', '"standard"', '"archive"'])]);
    selection.push(['countType', `"${type}"`]);
    if (hasUnit) selection.push(['countUnit', this.#pick(['"days"', '"days"', '"days"', '"day"', 'null'])]);
    selection.push(['countNumber', this.#pick(['1', '5', '14', '14', '"14"', '0', '"0"'])]);
    return {
      key: this.#below(14) === 0 ? 'rule_priority' : 'rulePriority',
      priority: this.#pick(['1', '2', '3', '4', '5', '6', '5', '"2"', '0']),
      selection,
      action: this.#pick([
        '"expire"',
        '"expire"',
        '"expire"',
        '"expire"',
        '"expire"',
        '"Expire"',
        '"transition"',
        '"delete"',
      ]),
    };
  }

  #pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('there is nothing to pick');
    return item;
  }

  /** A number from 0 up to a limit. */
  #below(limit: number): number {
    this.#state = (Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(this.#state ^ (this.#state >>> 13), 0x5bd1e995);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  }
}

function resource(name: string, policy: string): string {
  return `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy     = ${policy}\n}\n`;
}
