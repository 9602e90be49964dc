/**
 * Import blocks with different targets, for one module with every possible target. `TYPE` is the placeholder for the
 * resources' type, so that Terraform can judge them without a provider (`terraform_data`).
 */
const SURROUNDINGS = `
variable "names" {
  default = ["k"]
}
locals {
  key  = "k"
  keys = ["k", "l"]
  zero = 0
}
resource "TYPE" "one" {
  BODY
}
resource "TYPE" "counted" {
  count = 1
  BODY
}
resource "TYPE" "none" {
  count = 0
  BODY
}
resource "TYPE" "each" {
  for_each = toset(local.keys)
  BODY
}
resource "TYPE" "mapped" {
  for_each = { "a.b" = 1, c = 2 }
  BODY
}
resource "TYPE" "given" {
  for_each = toset(var.names)
  BODY
}
module "m" {
  source = "./m"
}
module "many" {
  source   = "./m"
  for_each = toset(["k"])
}
module "two" {
  source = "./m"
  count  = 2
}
`;

const CHILD = `
resource "TYPE" "one" {
  BODY
}
resource "TYPE" "each" {
  for_each = toset(["k"])
  BODY
}
module "n" {
  source = "../n"
}
`;

const GRANDCHILD = 'resource "TYPE" "deep" {\n  count = 1\n  BODY\n}\n';

/** The files of the module around one import block, by their paths. */
export function targetFiles(block: string, type: string, body: string): Record<string, string> {
  const filled = (text: string) => text.replaceAll('TYPE', type).replaceAll('BODY', body);
  return {
    'main.tf': filled(`${SURROUNDINGS}${block}\n`),
    'm/main.tf': filled(CHILD),
    'n/main.tf': filled(GRANDCHILD),
  };
}

const TARGETS = [
  'TYPE.one',
  'resource.TYPE.one',
  'TYPE.counted[0]',
  'resource.TYPE.counted[0]',
  'TYPE.each["k"]',
  'resource.TYPE.each["l"]',
  'TYPE.each[local.key]',
  'TYPE.counted[local.zero]',
  'TYPE.mapped["a.b"]',
  'TYPE.mapped["c"]',
  'TYPE.given["k"]',
  'module.m.TYPE.one',
  'module.m.resource.TYPE.one',
  'module.m.TYPE.each["k"]',
  'module.many["k"].TYPE.one',
  'module.many["k"].TYPE.each["k"]',
  'module.two[1].TYPE.one',
  'module.m.module.n.TYPE.deep[0]',
  'module.two[0].module.n.TYPE.deep[0]',
  'TYPE.one["k"]',
  'TYPE.one[0]',
  'resource.TYPE.one[0]',
  'TYPE.counted',
  'TYPE.counted[1]',
  'TYPE.counted[3]',
  'TYPE.counted[-1]',
  'TYPE.counted["0"]',
  'TYPE.counted["k"]',
  'TYPE.counted[0.5]',
  'TYPE.counted[0][0]',
  'TYPE.counted[*]',
  'TYPE.counted.0',
  'TYPE.none',
  'TYPE.none[0]',
  'TYPE.each',
  'TYPE.each["z"]',
  'TYPE.each[0]',
  'TYPE.each[*]',
  'TYPE.each[null]',
  'TYPE.each[true]',
  'TYPE.each["k"]["k"]',
  'TYPE.mapped["a"]',
  'TYPE.mapped.c',
  'TYPE.nosuch',
  'TYPE.nosuch["k"]',
  'resource.TYPE.nosuch',
  'resource.TYPE',
  '(TYPE.one)',
  '(TYPE.each)["k"]',
  'TYPE.one.id',
  'resource.TYPE.one.id',
  'TYPE.each["k"].id',
  'TYPE.*',
  'TYPE["one"]',
  'data.TYPE.one',
  'ephemeral.TYPE.one',
  'module.m.data.TYPE.one',
  'module.m.ephemeral.TYPE.one',
  'local.key',
  'var.names',
  'module.m',
  'module.m.one',
  'module.nosuch.TYPE.one',
  'module.m.TYPE.nosuch',
  'module.m.TYPE.one["k"]',
  'module.m.TYPE.each',
  'module.m.TYPE.each["z"]',
  'module.m["k"].TYPE.one',
  'module.m[0].TYPE.one',
  'module.many.TYPE.one',
  'module.many["z"].TYPE.one',
  'module.many[0].TYPE.one',
  'module.two.TYPE.one',
  'module.two[2].TYPE.one',
  'module.two["0"].TYPE.one',
  'module.m.module.nosuch.TYPE.deep[0]',
  'module.m.module.n.TYPE.deep',
  'module.m.module.n.TYPE.deep[1]',
  'module.m.module.n[0].TYPE.deep[0]',
  'module.m.TYPE.one.id',
  '"TYPE.one"',
  '"${TYPE.one}"',
  'try(TYPE.one)',
  'true ? TYPE.one : TYPE.one',
  '[TYPE.one]',
  '[for k in ["a"] : k]',
  '5',
  'null',
  '!TYPE.one',
  'TYPE.one + 1',
];

/** Other arguments, and `for_each`, by what they show. */
const BLOCKS: Readonly<Record<string, string>> = {
  'for_each: keys of the resource': 'for_each = toset(["k", "l"])\n  to = TYPE.each[each.key]\n  id = each.value',
  'for_each: keys by another value': 'for_each = { a = "k" }\n  to = TYPE.each[each.value]\n  id = each.key',
  'for_each: a key that is not there': 'for_each = toset(["k", "z"])\n  to = TYPE.each[each.key]\n  id = each.key',
  'for_each: a single target': 'for_each = toset(["k"])\n  to = TYPE.one\n  id = each.key',
  'for_each: two for one target': 'for_each = toset(["k", "l"])\n  to = TYPE.one\n  id = each.key',
  'for_each: modules': 'for_each = toset(["k"])\n  to = module.many[each.key].TYPE.one\n  id = each.key',
  'for_each: modules that are not there':
    'for_each = toset(["z"])\n  to = module.many[each.key].TYPE.one\n  id = each.key',
  'for_each: texts for numbers': 'for_each = toset(["0"])\n  to = TYPE.counted[each.key]\n  id = each.key',
  'for_each: texts made numbers': 'for_each = toset(["0"])\n  to = TYPE.counted[tonumber(each.key)]\n  id = each.key',
  'for_each: numbers for texts': 'for_each = { k = 0 }\n  to = TYPE.each[each.value]\n  id = each.key',
  'for_each: nothing': 'for_each = toset([])\n  to = TYPE.each[each.key]\n  id = each.key',
  'unknown argument': 'foo = 1\n  to = TYPE.one\n  id = "x"',
  'argument count': 'count = 1\n  to = TYPE.one\n  id = "x"',
  'argument depends_on': 'depends_on = [TYPE.counted]\n  to = TYPE.one\n  id = "x"',
  'argument too': 'too = TYPE.one\n  id = "x"',
  'block lifecycle': 'lifecycle {}\n  to = TYPE.one\n  id = "x"',
  'block timeouts': 'timeouts {}\n  to = TYPE.one\n  id = "x"',
  'block dynamic': 'dynamic "x" {\n    for_each = []\n    content {}\n  }\n  to = TYPE.one\n  id = "x"',
  'block named id': 'to = TYPE.one\n  id {\n  }',
};

/** Every case: a whole import block, by its name. */
export const TARGET_CASES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TARGETS.map((to) => [`to = ${to}`, `import {\n  to = ${to}\n  id = "x"\n}`])),
  ...Object.fromEntries(Object.entries(BLOCKS).map(([name, body]) => [name, `import {\n  ${body}\n}`])),
};
