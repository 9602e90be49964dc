/**
 * Import blocks as users write them, well and badly. `TYPE` is the placeholder for the resource's type, so that
 * Terraform can judge them without a provider (`terraform_data`); each has a resource `TYPE.app` next to it unless it
 * brings its own.
 */
export const IMPORT_CASES: Readonly<Record<string, string>> = {
  plain: 'import {\n  to = TYPE.app\n  id = "team/app"\n}',
  'id from a local': 'locals {\n  id = "team/app"\n}\nimport {\n  to = TYPE.app\n  id = local.id\n}',
  'id from a variable': 'variable "id" {\n  default = "team/app"\n}\nimport {\n  to = TYPE.app\n  id = var.id\n}',
  'id from a template': 'locals {\n  team = "team"\n}\nimport {\n  to = TYPE.app\n  id = "${local.team}/app"\n}',
  'numeric id': 'import {\n  to = TYPE.app\n  id = 5\n}',
  'quoted to': 'import {\n  to = "TYPE.app"\n  id = "team/app"\n}',
  'interpolated to': 'import {\n  to = "${TYPE.app}"\n  id = "team/app"\n}',
  'to with an attribute': 'import {\n  to = TYPE.app.id\n  id = "team/app"\n}',
  'to a data source': 'import {\n  to = data.TYPE.app\n  id = "team/app"\n}',
  'to a module': 'import {\n  to = module.ecr\n  id = "team/app"\n}',
  'to an undeclared resource': 'import {\n  to = TYPE.none\n  id = "team/app"\n}',
  'no to': 'import {\n  id = "team/app"\n}',
  'no id': 'import {\n  to = TYPE.app\n}',
  'empty id': 'import {\n  to = TYPE.app\n  id = ""\n}',
  'null id': 'import {\n  to = TYPE.app\n  id = null\n}',
  labels: 'import "app" {\n  to = TYPE.app\n  id = "team/app"\n}',
  'same target twice':
    'import {\n  to = TYPE.app\n  id = "team/app"\n}\nimport {\n  to = TYPE.app\n  id = "team/other"\n}',
  'two targets':
    'resource "TYPE" "other" {\n  BODY\n}\nimport {\n  to = TYPE.app\n  id = "team/app"\n}\nimport {\n  to = TYPE.other\n  id = "team/other"\n}',
  'count without a key':
    'resource "TYPE" "many" {\n  count = 2\n  BODY\n}\nimport {\n  to = TYPE.many\n  id = "team/app"\n}',
  'count with a key':
    'resource "TYPE" "many" {\n  count = 2\n  BODY\n}\nimport {\n  to = TYPE.many[0]\n  id = "team/app"\n}',
  'for_each without a key':
    'resource "TYPE" "many" {\n  for_each = toset(["a", "b"])\n  BODY\n}\nimport {\n  to = TYPE.many\n  id = "team/app"\n}',
  'for_each with a key':
    'resource "TYPE" "many" {\n  for_each = toset(["a", "b"])\n  BODY\n}\nimport {\n  to = TYPE.many["a"]\n  id = "team/app"\n}',
  'a key without count': 'import {\n  to = TYPE.app[0]\n  id = "team/app"\n}',
  'for_each in the block':
    'resource "TYPE" "many" {\n  for_each = toset(["a", "b"])\n  BODY\n}\nimport {\n  for_each = toset(["a", "b"])\n  to       = TYPE.many[each.key]\n  id       = "team/${each.key}"\n}',
  'for_each over a map':
    'resource "TYPE" "many" {\n  for_each = { a = "team/a" }\n  BODY\n}\nimport {\n  for_each = { a = "team/a" }\n  to       = TYPE.many[each.key]\n  id       = each.value\n}',
  'inside the resource':
    'resource "TYPE" "inner" {\n  BODY\n  import {\n    to = TYPE.inner\n    id = "team/app"\n  }\n}',
  'computed to': 'locals {\n  target = TYPE.app\n}\nimport {\n  to = local.target\n  id = "team/app"\n}',
  'same id twice':
    'resource "TYPE" "other" {\n  BODY\n}\nimport {\n  to = TYPE.app\n  id = "team/app"\n}\nimport {\n  to = TYPE.other\n  id = "team/app"\n}',
};

const RESOURCE = 'resource "TYPE" "app" {\n  BODY\n}\n';

/** A case as a whole module for one type of resource. */
export function importModule(text: string, type: string, body: string): string {
  return `${RESOURCE}${text}\n`.replaceAll('TYPE', type).replaceAll('BODY', body);
}
