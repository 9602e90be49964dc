/** Beyond this number, instances are not named one by one. */
const NAMED_INSTANCES = 3;

/** Instances as messages name them: by their keys, the first few of many. */
export function nameInstances(instances: ReadonlySet<string>): string {
  const names = [...instances].map((key) => key.slice(1, -1));
  const named = names.slice(0, NAMED_INSTANCES).join(', ');
  return names.length > NAMED_INSTANCES ? `${named} and ${names.length - NAMED_INSTANCES} more` : named;
}
