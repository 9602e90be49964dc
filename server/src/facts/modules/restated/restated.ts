import type { ReleaseSpan } from '../knownModules.ts';

/** The features of a module's release. */
export interface Shape {
  readonly version: string;
  /** True for a feature of the release. */
  isIn(span: ReleaseSpan): boolean;
  /** True for an input of the release. */
  has(input: string): boolean;
  /** True when the release is this version or newer. */
  since(version: string): boolean;
}

/** A module in our own words, without its variables and outputs. */
export interface Restated {
  /** Its locals and resources as HCL. */
  readonly code: string;
  /** The expressions of its outputs, as far as known. */
  readonly values: Readonly<Record<string, string>>;
}

/** A line of code for an input that the release may lack; empty when it does. */
export function lineFor(shape: Shape, input: string, line: string): string {
  return shape.has(input) ? line : '';
}

/** The exclusion filters of a repository or template, from the input that lists them. */
export function exclusionFilters(shape: Shape, input: string): string {
  const code = `
  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = var.${input} == null ? [] : var.${input}
    content {
      filter      = image_tag_mutability_exclusion_filter.value.filter
      filter_type = image_tag_mutability_exclusion_filter.value.filter_type
    }
  }`;
  return shape.has(input) ? code : '';
}
