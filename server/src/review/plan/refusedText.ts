import { printable } from '../../syntax/shown/printable.ts';
import type { PlanReading } from './plan.ts';
import type { PlanError } from './planError.ts';

type Refused = PlanReading & { readonly kind: 'refused' };

/** The major version of the format that is supported. */
const MAJOR_VERSION = '1';

const PLAN_AND_SHOW = ['terraform plan -out=tfplan', 'terraform show -json tfplan > plan.json'];

/** Why a text with this beginning is not JSON of a plan; null when it may be. */
export function refusalOfStart(start: string, name: string): Refused | null {
  if (start.startsWith('PK\u0003\u0004')) {
    return refused('is a binary plan; print it as JSON first:', [
      `terraform show -json ${shellWord(name)} > plan.json`,
    ]);
  }
  if (/^\s*\{"@level"/.test(start)) {
    return refused('is the log of terraform plan -json, which holds no values; print the saved plan:', PLAN_AND_SHOW);
  }
  const isText = /^\s*(?:Terraform (?:used|will)|OpenTofu (?:used|will)|[\w."[\]]+: (?:Refreshing|Reading))/.test(
    start,
  );
  if (isText || start.startsWith('\u001b['))
    return refused('is a plan in human-readable form; print the saved plan as JSON:', PLAN_AND_SHOW);
  if (start.includes('\u0000'))
    return refused('is a binary file, not the JSON of a plan; make that with:', PLAN_AND_SHOW);
  return null;
}

/** Why a text with these members is not a plan; null for a plan. */
export function refusalOfMembers(
  scalars: ReadonlyMap<string, string>,
  structures: ReadonlySet<string>,
  name: string,
): Refused | null {
  const version = unquoted(scalars.get('format_version'));
  const isPlan = structures.has('resource_changes') || structures.has('planned_values');
  if (scalars.has('lineage') || (scalars.has('serial') && structures.has('resources'))) {
    return refused('is a state, not a plan; make a plan:', PLAN_AND_SHOW);
  }
  if (version !== null && !isPlan && (structures.has('values') || scalars.size <= 2)) {
    return refused('is the JSON of a state, not of a plan; make a plan:', PLAN_AND_SHOW);
  }
  if (version === null || !isPlan) {
    return refused(`is JSON, but not of a plan; ${printable(name)} must be what this prints:`, PLAN_AND_SHOW);
  }
  if (version.split('.')[0] !== MAJOR_VERSION && !/^0\.\d/.test(version)) {
    return refused(`has format version ${printable(version)}; only version ${MAJOR_VERSION} is read`, []);
  }
  return null;
}

/** Why reading a text failed. */
export function refusalOfFault({ fault, message }: PlanError, structures: ReadonlySet<string>, name: string): Refused {
  const isPlan = structures.has('resource_changes') || structures.has('planned_values');
  switch (fault) {
    case 'truncated':
      return refused(`${message}; print it again:`, [`terraform show -json tfplan > ${shellWord(name)}`]);
    case 'empty':
      return refused('is empty; print the saved plan:', PLAN_AND_SHOW);
    case 'broken':
    case 'second':
      return refused(`${message}; ${isPlan ? 'print it again' : 'give what this prints'}:`, PLAN_AND_SHOW);
    case 'deep':
    case 'large':
      return refused(message, []);
  }
}

function refused(because: string, commands: readonly string[]): Refused {
  return { kind: 'refused', because, commands };
}

function unquoted(json: string | undefined): string | null {
  return json?.startsWith('"') ? json.slice(1, -1) : null;
}

/** A file's name as a shell accepts it; standard input and names that need quotes get a plain name. */
function shellWord(name: string): string {
  return /^[\w./@%+=,:-]+$/.test(name) && !name.startsWith('-') ? name : 'tfplan';
}
