import { extensions } from 'vscode';

/** Extensions for Terraform that report syntax and complete arguments themselves. */
const COMPANIONS: readonly string[] = ['hashicorp.terraform', 'opentofu.vscode-opentofu'];

/** True when one of them is installed and enabled. */
export function hasCompanion(): boolean {
  return COMPANIONS.some((id) => extensions.getExtension(id) !== undefined);
}
