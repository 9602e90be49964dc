import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, getNodeValue } from 'jsonc-parser';
import type { PlannedProvider } from './plannedProvider.ts';
import { blockAddress, plannedProvider } from './plannedProvider.ts';

/** The configuration of the provider of each resource in the code of a plan; null for a resource that is not there. */
export function configurationsIn(plan: Node): (address: string) => PlannedProvider | null {
  const root = findNodeAtLocation(plan, ['configuration', 'root_module']);
  const names = new Map(root === undefined ? [] : namesIn(root, ''));
  const configurations = new Map<string, PlannedProvider | null>();
  return (address) => {
    const name = names.get(blockAddress(address));
    if (name === undefined) return null;
    const known = configurations.get(name);
    if (known !== undefined) return known;
    const node = findNodeAtLocation(plan, ['configuration', 'provider_config', name]);
    const configuration = node === undefined ? null : plannedProvider(getNodeValue(node));
    configurations.set(name, configuration);
    return configuration;
  };
}

/** The provider's name in the plan for each block of a module and of those that it calls, by address. */
function namesIn(module: Node, calls: string): [string, string][] {
  const resources = findNodeAtLocation(module, ['resources'])?.children ?? [];
  const own = resources.flatMap((resource): [string, string][] => {
    const [address, name] = ['address', 'provider_config_key'].map(
      (key) => findNodeAtLocation(resource, [key])?.value as unknown,
    );
    return typeof address === 'string' && typeof name === 'string' ? [[calls + address, name]] : [];
  });
  const called = findNodeAtLocation(module, ['module_calls'])?.children ?? [];
  return [
    ...own,
    ...called.flatMap((call) => {
      const [key, value] = call.children ?? [];
      const inner = value && findNodeAtLocation(value, ['module']);
      return inner === undefined ? [] : namesIn(inner, `${calls}module.${String(key?.value)}.`);
    }),
  ];
}
