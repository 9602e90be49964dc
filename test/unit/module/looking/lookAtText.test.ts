import { describe, expect, it } from 'vitest';
import { lookAtText } from '../../../../server/src/module/looking/lookAtText.ts';

const look = (text: string, isJson = false) => lookAtText(new TextEncoder().encode(text), isJson);

const SOURCES: readonly (readonly [string, readonly string[]])[] = [
  ['module "m" {\n  source = "./m"\n}\n', ['./m']],
  ['module "m" {\n  source="../m"\n}\n', ['../m']],
  ['module "m" { source   =\t"/abs/m" }', ['/abs/m']],
  ['module "a" {\r\n  source = "./a"\r\n}\r\nmodule "b" {\r\n  source = "./b"\r\n}', ['./a', './b']],
  ['terraform { required_providers { x = { source : "a/b" } } }', ['a/b']],
  ['resource "x" "y" {\n  resource_source = "./no"\n  source_code = "./no"\n  sourced = "./no"\n}', []],
  ['resource "x" "y" {\n  datasource = "./no"\n  my-source = "./no"\n  ésource = "./no"\n}', []],
  ['resource "x" "y" {\n  source = var.path\n}', []],
  ['resource "x" "y" {\n  source = "$' + '{path.module}/x.zip"\n}', []],
  ['# the source of all\n', []],
];

const UNSURE: readonly string[] = [
  'module "m" {\n  source /* here */ = "./m"\n}',
  'module "m" {\n  source = /* here */ "./m"\n}',
  'module "m" {\n  source = ("./m")\n}',
  'module "m" {\n  source = <<EOT\n./m\nEOT\n}',
  'module "m" {\n  source = "\\u002e/m"\n}',
  'module "m" {\n  source = "./m\\\\n"\n}',
  'module "m" {\n  source = "./$$' + '{m}"\n}',
  'resource "aws\\u005fecr_repository" "r" {}',
  'resource "aws\\U0000005fecr_repository" "r" {}',
  'resource "aws_ecr_repository" "r" {}',
];

describe('a look at the bytes of a file', () => {
  it.each([
    ['moved {\n  from = module.a\n}\n', true],
    ['removed{\n  from = module.a\n}\n', true],
    ['# moved\n', true],
    ['movedto = 1\n', undefined],
    ['removed_by = 1\n', undefined],
    ['resource "x" "y" {}\n', undefined],
  ])('finds blocks that may name a call that is gone: %j', (text, moves) => {
    expect(look(text).moves).toBe(moves);
    expect(look(text).concerns).toBe(false);
  });

  it.each(SOURCES)('finds the sources of %j', (text, sources) => {
    expect(look(text)).toEqual({ concerns: false, sources });
  });

  it.each(UNSURE)('leaves %j to reading', (text) => {
    expect(look(text).concerns).toBe(true);
  });

  it('finds sources in JSON, and leaves what is escaped or no text to reading', () => {
    expect(look('{"module": {"m": {"source": "./m"}}}', true)).toEqual({ concerns: false, sources: ['./m'] });
    expect(look('{"module": {"m": {"source" : "./m"}}}', true)).toEqual({ concerns: false, sources: ['./m'] });
    expect(look('{"module": {"m": {"source": ["./m"]}}}', true).concerns).toBe(true);
    expect(look('{"module": {"m": {"source": ".\\/m"}}}', true).concerns).toBe(true);
    expect(look('{"resource": {"aws\\u005fecr_repository": {}}}', true).concerns).toBe(true);
  });
});
