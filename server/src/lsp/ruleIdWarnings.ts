import { CHECKS } from '../checks/registry.ts';
import { nearestName } from '../ecr/nearestName.ts';
import { renamedRule } from '../facts/product/renamedRules.ts';

/** Reports each renamed rule in the editor's settings once; the server's log is easily overlooked. */
export class RenamedIds {
  readonly #told = new Set<string>();

  /** A sentence for each id not reported yet: the rule's new name, and that the setting has no effect. */
  untold(ids: readonly string[]): readonly string[] {
    return ids.flatMap((id) => {
      const renamed = renamedRule(id);
      if (renamed === undefined || this.#told.has(id)) return [];
      this.#told.add(id);
      return [
        `The rule ${id} is now called ${renamed}. Rename it in the setting terraform-ecr.rules, where it has no effect.`,
      ];
    });
  }
}

/** A sentence for each id in the editor's settings that names no rule; it has no effect. */
export function ruleIdWarnings(ids: readonly string[]): readonly string[] {
  const known = CHECKS.map(({ id }) => id);
  return ids.filter((id) => !known.includes(id)).map((id) => warning(id, known));
}

function warning(id: string, known: readonly string[]): string {
  const renamed = renamedRule(id);
  if (renamed !== undefined) return `Settings, terraform-ecr.rules: ${id} is now called ${renamed}.`;
  const near = nearestName(id, known);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return `Settings, terraform-ecr.rules: There is no rule "${id}".${hint}`;
}
